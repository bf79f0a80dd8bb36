import type { Comparison } from '../model/claim.ts';
import type { Estimate, Figure, Gate, OrderFinding, Reason, Side, Stratum, Tests } from '../model/finding.ts';
import { sideLabel } from '../model/words.ts';
import { tQuantile } from '../stats/tquantile.ts';
import { allAlike, componentsOf, effectsOf, strataOf, unstable } from './contrast.ts';
import { estimateOf } from './estimate.ts';
import { type Amount, obstacle } from './gates.ts';
import { collector, type Speaker } from './gather.ts';
import { cellsOf as counting } from './measure.ts';
import { institutionGate, namesOf, ofInstitution } from './on.ts';
import {
  type Asked,
  checksOf,
  codedBy,
  codingsOf,
  headOf,
  isValidated,
  noTests,
  type Question,
  smallestOf,
  testsOf,
} from './question.ts';
import { sideOf } from './side.ts';
import { cellsOf, support } from './support.ts';
import { atOtherEffects, verdictBefore, verdictOf } from './verdict.ts';

type Minimum = Extract<Comparison, { by: 'minimum' }>;

/**
 * Each of some institutions less one that the claim says has least, by the log odds of a measure: supported only where
 * each contrast is (intersection-union; docs/method.md 1.3), so that both bounds are the smallest of theirs.
 */
export function minimum(asked: Asked, { of, than }: Minimum): Question {
  const keys = [...of, than];
  const held = keys.map((key) => collectedFor(asked, key));
  return {
    add(parts) {
      for (const one of held) one.add(parts);
    },
    finish() {
      const raw = held.map((one) => one.raw());
      const isCoded = isValidated(asked, [asked.study.contrast.policy]);
      return findingOf(asked, keys, isCoded ? held.map((one) => one.main()) : raw, raw);
    },
  };
}

function collectedFor(asked: Asked, key: string) {
  const isWanted = ofInstitution(namesOf(asked, key));
  // One body under several names is one institution here.
  const raw = collector(isWanted, counting(asked.measured));
  const coded =
    asked.corrections === null ? null : collector(isWanted, counting(asked.measured, asked.corrections));
  return {
    add(parts: Parameters<typeof raw.add>[0]) {
      raw.add(parts);
      coded?.add(parts);
    },
    raw: () => together(raw.speakers()),
    main: () => together((coded ?? raw).speakers()),
  };
}

function together(speakers: readonly Speaker[]): readonly Speaker[] {
  const [first] = speakers;
  if (first === undefined) return [];
  return [
    {
      institution: first.institution,
      documents: speakers.reduce((sum, { documents }) => sum + documents, 0),
      passages: speakers.reduce((sum, { passages }) => sum + passages, 0),
      clusters: speakers.flatMap(({ clusters }) => clusters),
    },
  ];
}

function balanced({ study }: Asked, speakers: readonly Speaker[]): Side {
  const all = new Set(cellsOf(speakers).map(({ stratum }) => stratum));
  return sideOf('policy', study.contrast.policy, speakers, all).side;
}

/** One institution beside the one that has least, each by the languages and periods that both have (docs/method.md 2.4). */
type Pair = {
  readonly sides: readonly [Side, Side];
  readonly strata: readonly Stratum[];
  readonly estimate: Estimate | null;
  readonly speakers: readonly [readonly Speaker[], readonly Speaker[]];
};

function pairsOf(
  asked: Asked,
  keys: readonly string[],
  held: readonly (readonly Speaker[])[],
): readonly Pair[] {
  const last = held.at(-1) ?? [];
  const nameOf = (key: string | undefined) => namesOf(asked, key ?? '').slice(0, 1);
  return held.slice(0, -1).map((one, at) => {
    const common = support(one, last);
    const { side, speakers } = sideOf('source', nameOf(keys[at]), one, common);
    const { side: other, speakers: others } = sideOf('policy', nameOf(keys.at(-1)), last, common);
    const estimate =
      side.theta === null || other.theta === null
        ? null
        : estimateOf(side.theta - other.theta, [...componentsOf(side), ...componentsOf(other)]);
    const speakersOfBoth = [speakers, others] as const;
    return { sides: [side, other], strata: strataOf(one, last, common), estimate, speakers: speakersOfBoth };
  });
}

/** What each two of them are made of; the last stands beside every other. */
function amountsIn(pairs: readonly Pair[]): readonly Amount[] {
  return pairs.flatMap(({ sides: [one, other] }) => [
    { ...one, label: sideLabel(one), alone: 0 },
    {
      ...other,
      label: pairs.length === 1 ? sideLabel(other) : `${sideLabel(other)} beside ${sideLabel(one)}`,
      alone: 0,
    },
  ]);
}

function findingOf(
  asked: Asked,
  keys: readonly string[],
  held: readonly (readonly Speaker[])[],
  before: readonly (readonly Speaker[])[],
): OrderFinding {
  const main = held.map((one) => balanced(asked, one));
  const pairs = pairsOf(asked, keys, held);
  const gates = checksOf(asked, {
    sides: main,
    strata: [],
    amounts: amountsIn(pairs),
    pairs,
    codings: codingsOf(asked, [asked.study.contrast.policy]),
  });
  const smallestEffect = smallestOf(asked);
  const stop = whyNot(main, pairs, gates);
  const contrasts = stop === null ? known(pairs) : null;
  const rawPairs = held === before ? pairs : pairsOf(asked, keys, before);
  const raw = held === before || stop !== null ? contrasts : known(rawPairs);
  const estimate = contrasts === null ? null : leastOf(contrasts);
  const intervalVerdict =
    estimate === null ? null : verdictOf(estimate.lower, estimate.upper, smallestEffect);
  const { corrected, bar } = codedBy(gates);
  return {
    ...headOf(asked),
    kind: 'minimum',
    smallestEffect,
    otherEffects: atOtherEffects(estimate),
    corrected,
    ...verdictBefore({ stop, corrected, bar, intervalVerdict }),
    intervalVerdict,
    gates:
      stop === 'institution_missing' ? [institutionGate(missingNames(asked, keys, main)), ...gates] : gates,
    estimate,
    uncorrected: raw === null ? null : leastOf(raw),
    tests: contrasts === null ? noTests : jointTests(contrasts, smallestEffect),
    detectable: null,
    figures: keys.map((key, at) => figureOf(namesOf(asked, key)[0] ?? key, main[at])),
    contrasts: (contrasts ?? []).map((one, at) => ({
      institution: namesOf(asked, keys[at] ?? '')[0] ?? '',
      estimate: one,
      ...effectsOf(
        asked,
        { main: pairs[at]?.speakers ?? [[], []], before: rawPairs[at]?.speakers ?? [[], []] },
        { isTested: true, corrected, more: 'source' },
      ),
    })),
    effects: null,
    uncorrectedEffects: null,
    leastP: null,
    warnings: [],
    documents: main.reduce((sum, { documents }) => sum + documents, 0),
    passages: main.reduce((sum, { passages }) => sum + passages, 0),
    institutions: main.filter(({ documents }) => documents > 0).length,
  };
}

function missingNames(asked: Asked, keys: readonly string[], sides: readonly Side[]): readonly string[] {
  return keys.flatMap((key, at) => (sides[at]?.documents === 0 ? (namesOf(asked, key)[0] ?? key) : []));
}

function whyNot(sides: readonly Side[], pairs: readonly Pair[], gates: readonly Gate[]): Reason | null {
  if (sides.some(({ documents }) => documents === 0)) return 'institution_missing';
  for (const pair of pairs) {
    const reason = obstacle(pair, gates) ?? unstable(pair.sides) ?? allAlike(pair.sides);
    if (reason !== null) return reason;
  }
  return null;
}

/** The contrasts of all pairs; null where one cannot be told. */
function known(pairs: readonly Pair[]): readonly Estimate[] | null {
  const found = pairs.flatMap(({ estimate }) => estimate ?? []);
  return found.length === pairs.length && found.length > 0 ? found : null;
}

/** The smallest contrast, with the smallest of all lower and of all upper bounds. */
function leastOf(contrasts: readonly Estimate[]): Estimate | null {
  const [first, ...others] = contrasts;
  if (first === undefined) return null;
  return others.reduce((least, one) => {
    const smaller = one.value < least.value ? one : least;
    return {
      ...smaller,
      lower: one.lower < least.lower ? one.lower : least.lower,
      upper: one.upper < least.upper ? one.upper : least.upper,
    };
  }, first);
}

/** Claimed asks all of the contrasts, so the largest p; against asks one of them, so the smallest, for so many. */
function jointTests(contrasts: readonly Estimate[], smallest: number): Tests {
  const each = contrasts.map((one) => testsOf(one, smallest));
  const claimed = each.map((one) => one.claimed ?? 1);
  const other = each.map((one) => one.against ?? 1);
  return {
    ...noTests,
    claimed: Math.max(...claimed),
    against: Math.min(1, other.length * Math.min(...other)),
  };
}

function figureOf(institution: string, side: Side | undefined): Figure {
  const balance = side?.institutions[0];
  const { theta = null, variance = null, framedDocuments = 0, documents = 0 } = balance ?? {};
  const reach =
    theta === null || variance === null || framedDocuments < 2
      ? null
      : tQuantile(0.975, framedDocuments - 1) * Math.sqrt(variance);
  return {
    institution,
    documents,
    value: theta,
    lower: theta === null || reach === null ? null : theta - reach,
    upper: theta === null || reach === null ? null : theta + reach,
  };
}
