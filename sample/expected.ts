import { lengths, mixed, type Planned, spread } from './plan.ts';
import { frames, type Institution } from './texts.ts';

/**
 * The contrast that the chances of the generator come to, in log odds: what estimates of samples regenerated without end
 * would scatter around. Mean over a side's institutions of ln(passages of the new paradigm / of an add-on or poverty),
 * those of the first voice less those of the second. Which documents there are is no matter of chance; `planned` may be
 * of any seed.
 */
export function expectedContrast(planned: readonly Planned[], source: string, policy: string): number {
  return side(source) - side(policy);

  function side(voice: string): number {
    const own = planned.filter(({ institution }) => institution.voice === voice);
    const balances = [...Map.groupBy(own, ({ institution }) => institution)].map(([institution, documents]) =>
      balance(institution, documents),
    );
    return balances.reduce((sum, one) => sum + one, 0) / balances.length;
  }
}

function balance(institution: Institution, documents: readonly Planned[]): number {
  const others = frames.reduce((sum, frame) => sum + (institution.other[frame] ?? 0), 0);
  let [claimed, diluted] = [0, 0];
  for (const { kind, date } of documents) {
    const [low, high] = lengths[kind];
    for (const [share, weight] of shares(institution, Number(date.slice(0, 4)))) {
      const length = (weight * (low + high)) / 2;
      claimed += length * present((1 - others) * share);
      diluted += length * present((1 - others) * (1 - share));
    }
  }
  return Math.log(claimed / diluted);
}

/** The chance that a frame is one of the one or two of a passage. */
function present(chance: number): number {
  return chance + mixed * chance * (1 - chance);
}

/** Shares of the new paradigm that documents of a year have, with their weights: normal in log odds, in steps. */
function shares({ nep, trend }: Institution, year: number): readonly (readonly [number, number])[] {
  const period = (Math.floor(year / 5) * 5 - 2005) / 5;
  const centre = Math.log(nep / (1 - nep)) + trend * period;
  const steps = Array.from({ length: 161 }, (_, at) => at / 10 - 8);
  return steps.map((z) => [
    1 / (1 + Math.exp(-(centre + spread * z))),
    (0.1 * Math.exp(-(z ** 2) / 2)) / Math.sqrt(2 * Math.PI),
  ]);
}
