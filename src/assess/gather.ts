import type { Observation } from '../model/profile.ts';

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

/**
 * Sorts what the voices of one side say by institution and document. Institutions come by name and
 * documents by file, so that every later sum has one order: a list of observations may be in any, and what can
 * only be gone through has to come so. A document without any framed passage is counted but forms no cluster:
 * it moves denominators, never an interval. Documents that say the same share one cluster, so that a speaker of
 * millions of documents fits into memory.
 */
export function gather(
  observations: Iterable<Observation>,
  voices: readonly string[],
  ratio: Ratio,
): readonly Speaker[] {
  const institutions = new Map<string, { documents: number; passages: number; clusters: Cluster[] }>();
  const known = new Map<string, Cluster>();
  for (const parts of documentsOf(observations, voices)) {
    const name = parts[0].institution ?? '(none)';
    let speaker = institutions.get(name);
    if (speaker === undefined) {
      speaker = { documents: 0, passages: 0, clusters: [] };
      institutions.set(name, speaker);
    }
    speaker.documents += 1;
    for (const { objectPassages } of parts) speaker.passages += objectPassages;
    const cluster = clusterOf(parts, ratio);
    if (cluster !== null) speaker.clusters.push(shared(cluster, known));
  }
  return [...institutions]
    .toSorted(([a], [b]) => compare(a, b))
    .map(([institution, speaker]) => ({ institution, ...speaker }));
}

/** What the voices say, or everybody (null), one document in all its languages at a time. */
export function* documentsOf(
  observations: Iterable<Observation>,
  voices: readonly string[] | null,
): Generator<readonly [Observation, ...Observation[]]> {
  let parts: [Observation, ...Observation[]] | null = null;
  for (const observation of isList(observations) ? observations.toSorted(inOrder) : observations) {
    const { voice, document } = observation;
    if (voices !== null && (voice === null || !voices.includes(voice))) continue;
    if (parts?.[0].document === document) parts.push(observation);
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
  const name = JSON.stringify(cluster);
  const first = known.get(name) ?? cluster;
  if (first === cluster) known.set(name, cluster);
  return first;
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

function clusterOf(parts: readonly Observation[], ratio: Ratio): Cluster | null {
  const cells = [...Map.groupBy(parts, stratumName)].flatMap(
    ([stratum, rows]) => cellOf(stratum, rows, ratio) ?? [],
  );
  return cells.length === 0 ? null : { kind: parts[0]?.kind ?? null, cells };
}

function cellOf(
  stratum: string,
  rows: readonly Observation[],
  { numerator, denominator }: Ratio,
): Cell | null {
  let a = 0;
  let b = 0;
  let objectPassages = 0;
  for (const row of rows) {
    a += row.presence[numerator] ?? 0;
    b += row.presence[denominator] ?? 0;
    objectPassages += row.objectPassages;
  }
  return a + b === 0 ? null : { stratum, a, b, framed: Math.min(a + b, Math.max(objectPassages, a, b)) };
}

function inOrder(one: Observation, other: Observation): number {
  return (
    compare(one.file, other.file) ||
    compare(one.document, other.document) ||
    compare(one.language, other.language)
  );
}

/** By code units, the same on every machine, unlike a comparison that asks for the locale. */
export function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
