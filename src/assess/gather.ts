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
 * documents by file, so that every later sum has one order. A document without any framed passage is
 * counted but forms no cluster: it moves denominators, never an interval.
 */
export function gather(
  observations: readonly Observation[],
  voices: readonly string[],
  ratio: Ratio,
): readonly Speaker[] {
  const heard = observations
    .filter(({ voice }) => voice !== null && voices.includes(voice))
    .toSorted(inOrder);
  const institutions = Map.groupBy(heard, ({ institution }) => institution ?? '(none)');
  return [...institutions]
    .toSorted(([a], [b]) => compare(a, b))
    .map(([institution, rows]) => {
      const documents = Map.groupBy(rows, ({ document }) => document);
      return {
        institution,
        documents: documents.size,
        passages: rows.reduce((sum, { objectPassages }) => sum + objectPassages, 0),
        clusters: [...documents.values()].flatMap((parts) => clusterOf(parts, ratio) ?? []),
      };
    });
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
