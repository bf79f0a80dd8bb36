import type { Observation } from '../model/profile.ts';
import { compareText } from '../text/compare.ts';

/** A language and period in which voices can be compared. */
export type StratumKey = { readonly language: string; readonly period: string };

/** The framed passages of one document in one stratum. */
export type Cell = {
  readonly stratum: string;
  /** Object passages with the numerator's frame, and with the denominator's. */
  readonly a: number;
  readonly b: number;
  /** Both added, but never more than there are object passages. */
  readonly framed: number;
};

/** One document with a framed passage: the sampled unit, all its languages together. */
export type Cluster = { readonly kind: string | null; readonly cells: readonly Cell[] };

/** What one institution says on one side of a contrast. */
export type Speaker = {
  readonly institution: string;
  /** All documents, framed or not, and their object passages. */
  readonly documents: number;
  readonly passages: number;
  /** Documents with a framed passage. */
  readonly clusters: readonly Cluster[];
};

/** The two category codes of a contrast. */
export type Ratio = { readonly numerator: string; readonly denominator: string };

/** One document in all its languages. */
export type Parts = readonly [Observation, ...Observation[]];

/** What of a document one measure counts, by stratum; nothing where it has neither. */
export type CellsOf = (parts: Parts) => readonly Cell[];

/** Takes in documents one at a time and keeps what some institutions say. */
export type Collector = {
  readonly add: (parts: Parts) => void;
  /** Institutions by name. */
  readonly speakers: () => readonly Speaker[];
};

/**
 * Sorts what documents say by institution. A document without anything that is counted is counted itself but forms no
 * cluster: it moves denominators, never an interval. Documents that say the same share one cluster, so that a
 * speaker of millions of documents fits into memory.
 */
export function collector(isWanted: (parts: Parts) => boolean, cellsIn: CellsOf): Collector {
  const institutions = new Map<string, { documents: number; passages: number; clusters: Cluster[] }>();
  const known = new Map<string, Cluster>();
  return {
    add(parts) {
      if (!isWanted(parts)) return;
      const name = parts[0].institution ?? '(none)';
      let speaker = institutions.get(name);
      if (speaker === undefined) {
        speaker = { documents: 0, passages: 0, clusters: [] };
        institutions.set(name, speaker);
      }
      speaker.documents += 1;
      for (const { objectPassages } of parts) speaker.passages += objectPassages;
      const cells = cellsIn(parts);
      if (cells.length > 0) speaker.clusters.push(shared({ kind: parts[0].kind, cells }, known));
    },
    speakers: () =>
      [...institutions]
        .toSorted(([a], [b]) => compareText(a, b))
        .map(([institution, speaker]) => ({ institution, ...speaker })),
  };
}

/** True of documents of some voices. */
export function ofVoices(voices: readonly string[]): (parts: Parts) => boolean {
  return ([{ voice }]) => voice !== null && voices.includes(voice);
}

/**
 * What the voices of one side say, passages with one category against those with another. A list of observations may
 * be in any order; what can only be gone through has to come by file.
 */
export function gather(
  observations: Iterable<Observation>,
  voices: readonly string[],
  ratio: Ratio,
): readonly Speaker[] {
  const { add, speakers } = collector(ofVoices(voices), (parts) =>
    byStratum(parts, (row) => balanceIn(row, ratio)),
  );
  for (const parts of documentsOf(observations)) add(parts);
  return speakers();
}

/** Documents, each in all its languages, in the order of files. */
export function* documentsOf(observations: Iterable<Observation>): Generator<Parts> {
  let parts: [Observation, ...Observation[]] | null = null;
  for (const observation of isList(observations) ? observations.toSorted(inOrder) : observations) {
    if (parts?.[0].document === observation.document) parts.push(observation);
    else {
      if (parts !== null) yield parts;
      parts = [observation];
    }
  }
  if (parts !== null) yield parts;
}

function isList(observations: Iterable<Observation>): observations is readonly Observation[] {
  return Array.isArray(observations);
}

function shared(cluster: Cluster, known: Map<string, Cluster>): Cluster {
  const name = nameOf(cluster);
  const first = known.get(name) ?? cluster;
  if (first === cluster) known.set(name, cluster);
  return first;
}

/** What tells one cluster from another; the kind, which may be any text, comes last. */
function nameOf({ kind, cells }: Cluster): string {
  let name = '';
  for (const { stratum, a, b, framed } of cells) name += `${a} ${b} ${framed} ${stratum}\n`;
  return kind === null ? name : `${name}\n${kind}`;
}

/** The name under which a stratum is kept; `stratumOf` turns it round. */
export function stratumName({ language, period }: StratumKey): string {
  return `${language} ${period}`;
}

/** The language and period that a stratum's name was made from. */
export function stratumOf(name: string): StratumKey {
  const [language = '', ...period] = name.split(' ');
  return { language, period: period.join(' ') };
}

/** What a row counts, added up by language and period. */
export function byStratum(
  parts: Parts,
  countIn: (row: Observation) => Omit<Cell, 'stratum'>,
): readonly Cell[] {
  return [...Map.groupBy(parts, stratumName)].flatMap(([stratum, rows]) => {
    let a = 0;
    let b = 0;
    let framed = 0;
    for (const row of rows) {
      const counted = countIn(row);
      a += counted.a;
      b += counted.b;
      framed += counted.framed;
    }
    return a === 0 && b === 0 && framed === 0 ? [] : [{ stratum, a, b, framed }];
  });
}

/** Passages with the numerator's frame and with the denominator's in one row. */
export function balanceIn(
  { presence, objectPassages }: Observation,
  { numerator, denominator }: Ratio,
): Omit<Cell, 'stratum'> {
  const a = presence[numerator] ?? 0;
  const b = presence[denominator] ?? 0;
  return { a, b, framed: Math.min(a + b, Math.max(objectPassages, a, b)) };
}

function inOrder(one: Observation, other: Observation): number {
  return (
    compareText(one.file, other.file) ||
    compareText(one.document, other.document) ||
    compareText(one.language, other.language)
  );
}
