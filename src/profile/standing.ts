import { elementary, type MeasuredCategory } from '../model/lexicon.ts';
import type { Observation } from '../model/profile.ts';
import type { FrameStanding, Neighbour, Standing } from '../model/standing.ts';
import { jensenShannon } from '../stats/divergence.ts';
import { percentileRank } from '../stats/percentile.ts';

/** With fewer earlier documents of an institution nothing is called unusual for it. */
export const fewestCompared = 5;

/** The percentiles outside which a share is unusual. */
const usual = { low: 0.05, high: 0.95 } as const;

const neighbours = 3;

/** A document in all its languages. */
type Discourse = Pick<
  Observation,
  'document' | 'file' | 'institution' | 'date' | 'objectPassages' | 'presence'
>;

/**
 * How each new document stands against the documents there were before, in the order of files. Shares are of
 * object passages and compared with those of the same institution; the nearest documents are those of the whole
 * corpus with the most similar mix of elementary categories, whatever their number. `object` is the code of
 * the category that makes an object passage, and is no frame. The languages of a document stand next to each
 * other; of the earlier documents, only those of the institutions concerned are held.
 */
export function standings(
  added: Iterable<Observation>,
  earlier: Iterable<Observation>,
  categories: readonly MeasuredCategory[],
  object: string,
): readonly Standing[] {
  const codes = categories.map(({ code }) => code).filter((code) => code !== object);
  const mixed = elementary(categories, object).map(({ code }) => code);
  const fresh = [...discourses(added)]
    .toSorted((a, b) => (a.file < b.file ? -1 : 1))
    .map((one) => ({ one, mix: mixOf(one, mixed), own: [] as Discourse[], nearest: [] as Neighbour[] }));
  for (const other of discourses(earlier)) {
    const mix = mixOf(other, mixed);
    for (const { one, mix: mine, own, nearest } of fresh) {
      if (one.institution !== null && one.institution === other.institution) own.push(other);
      const distance = jensenShannon(mine, mix);
      if (distance !== null) keepNearest(nearest, other, distance);
    }
  }
  return fresh.map(({ one, own, nearest }) => {
    const { file, institution, date, objectPassages } = one;
    const compared = own.filter((other) => other.objectPassages > 0);
    return {
      file,
      institution,
      date,
      objectPassages,
      earlier: own.length,
      compared: compared.length,
      frames: codes.map((code) => frame(code, one, compared)),
      nearest,
    };
  });
}

function frame(code: string, one: Discourse, compared: readonly Discourse[]): FrameStanding {
  const share = shareOf(one, code);
  const others = compared.flatMap((other) => shareOf(other, code) ?? []);
  const percentile = share === null ? null : percentileRank(share, others);
  return { code, presence: presenceOf(one, code), share, percentile, unusual: unusual() };

  function unusual(): FrameStanding['unusual'] {
    if (percentile === null || compared.length < fewestCompared) return null;
    return percentile < usual.low ? 'low' : percentile > usual.high ? 'high' : null;
  }
}

/** Puts a document among the nearest where it belongs there; of equals the first by file. */
function keepNearest(nearest: Neighbour[], { file, ...other }: Discourse, distance: number): void {
  const { institution, date, objectPassages } = other;
  nearest.push({ file, institution, date, objectPassages, distance });
  nearest.sort((a, b) => a.distance - b.distance || (a.file < b.file ? -1 : 1));
  nearest.splice(neighbours);
}

/** One entry a document, its languages added up. */
function* discourses(observations: Iterable<Observation>): Generator<Discourse> {
  let open: Discourse | null = null;
  for (const one of observations) {
    if (open !== null && open.document === one.document) open = together(open, one);
    else {
      if (open !== null) yield open;
      open = one;
    }
  }
  if (open !== null) yield open;
}

function together(some: Discourse, more: Discourse): Discourse {
  const codes = [...new Set([...Object.keys(some.presence), ...Object.keys(more.presence)])];
  return {
    ...some,
    objectPassages: some.objectPassages + more.objectPassages,
    presence: Object.fromEntries(
      codes.map((code) => [code, presenceOf(some, code) + presenceOf(more, code)]),
    ),
  };
}

function mixOf(one: Discourse, codes: readonly string[]): readonly number[] {
  return codes.map((code) => presenceOf(one, code));
}

function presenceOf({ presence }: Discourse, code: string): number {
  return presence[code] ?? 0;
}

function shareOf(one: Discourse, code: string): number | null {
  return one.objectPassages > 0 ? presenceOf(one, code) / one.objectPassages : null;
}
