import { elementary, type MeasuredCategory } from '../model/lexicon.ts';
import type { Observation } from '../model/profile.ts';
import type { FrameStanding, Neighbour, Standing } from '../model/standing.ts';
import type { DocumentId } from '../model/units.ts';
import { jensenShannon } from '../stats/divergence.ts';
import { percentileRank } from '../stats/percentile.ts';

/** With fewer earlier documents of an institution nothing is called unusual for it. */
export const fewestCompared = 5;

/** The percentiles outside which a share is unusual. */
const usual = { low: 0.05, high: 0.95 } as const;

const neighbours = 3;

/** A document in all its languages. */
type Discourse = Pick<Observation, 'file' | 'institution' | 'date' | 'objectPassages' | 'presence'>;

/**
 * How each new document stands against the documents there were before, in the order of files. Shares are of
 * object passages and compared with those of the same institution; the nearest documents are those of the whole
 * corpus with the most similar mix of elementary categories, whatever their number. `object` is the code of
 * the category that makes an object passage, and is no frame.
 */
export function standings(
  added: readonly Observation[],
  earlier: readonly Observation[],
  categories: readonly MeasuredCategory[],
  object: string,
): readonly Standing[] {
  const codes = categories.map(({ code }) => code).filter((code) => code !== object);
  const mixed = elementary(categories, object).map(({ code }) => code);
  const known = discourses(earlier);
  const byInstitution = Map.groupBy(known, ({ institution }) => institution);
  return discourses(added).map((one) => {
    const { file, institution, date, objectPassages } = one;
    const own = institution === null ? [] : (byInstitution.get(institution) ?? []);
    const compared = own.filter((other) => other.objectPassages > 0);
    return {
      file,
      institution,
      date,
      objectPassages,
      earlier: own.length,
      compared: compared.length,
      frames: codes.map((code) => frame(code, one, compared)),
      nearest: nearest(one, known, mixed),
    };
  });
}

function frame(code: string, one: Discourse, compared: readonly Discourse[]): FrameStanding {
  const share = shareOf(one, code);
  const percentile =
    share === null
      ? null
      : percentileRank(
          share,
          compared.flatMap((other) => shareOf(other, code) ?? []),
        );
  return { code, presence: presenceOf(one, code), share, percentile, unusual: unusual() };

  function unusual(): FrameStanding['unusual'] {
    if (percentile === null || compared.length < fewestCompared) return null;
    return percentile < usual.low ? 'low' : percentile > usual.high ? 'high' : null;
  }
}

function nearest(
  one: Discourse,
  known: readonly Discourse[],
  codes: readonly string[],
): readonly Neighbour[] {
  const mix = (of: Discourse) => codes.map((code) => presenceOf(of, code));
  const own = mix(one);
  return known
    .flatMap((other): readonly Neighbour[] => {
      const distance = jensenShannon(own, mix(other));
      const { file, institution, date, objectPassages } = other;
      return distance === null ? [] : [{ file, institution, date, objectPassages, distance }];
    })
    .toSorted((a, b) => a.distance - b.distance || (a.file < b.file ? -1 : 1))
    .slice(0, neighbours);
}

/** One entry a document, its languages added up, in the order of files. */
function discourses(observations: readonly Observation[]): readonly Discourse[] {
  const found = new Map<DocumentId, Discourse>();
  for (const { document, file, institution, date, objectPassages, presence } of observations) {
    const so = found.get(document);
    const codes = new Set([...Object.keys(presence), ...Object.keys(so?.presence ?? {})]);
    found.set(document, {
      file,
      institution,
      date,
      objectPassages: objectPassages + (so?.objectPassages ?? 0),
      presence: Object.fromEntries(
        [...codes].map((code) => [code, (presence[code] ?? 0) + (so?.presence[code] ?? 0)]),
      ),
    });
  }
  return [...found.values()].toSorted((a, b) => (a.file < b.file ? -1 : 1));
}

function presenceOf({ presence }: Discourse, code: string): number {
  return presence[code] ?? 0;
}

function shareOf(one: Discourse, code: string): number | null {
  return one.objectPassages > 0 ? presenceOf(one, code) / one.objectPassages : null;
}
