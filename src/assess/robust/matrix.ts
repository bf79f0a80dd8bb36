import type { Framing, Judged, Mark } from '../../model/framing.ts';
import { specificationFactors } from '../../model/robustness.ts';
import { stratumName } from '../gather.ts';
import { addPassage, noCounts, presence, type Sides } from './count.ts';

/**
 * Passages of a document with a pole, and those that have it by one term (or category) alone; of a passage that people
 * coded the latter is what the lexicon's word is still worth beside theirs.
 */
export type Carried = { a: number; b: number; aloneA: number; aloneB: number };

/** One document in one language and period. */
export type Row = {
  readonly stratum: string;
  readonly language: string;
  /** Pairs of counts under every way of counting (see `placeOf`). */
  readonly counts: Float64Array;
  /** Pairs of counts a pole under the primary way, corrected by what people coded. */
  readonly corrected: Float64Array;
  /** Under the primary way, by term and by category. */
  readonly terms: Map<string, Carried>;
  readonly families: Map<string, Carried>;
  /** Its passages that name the object, as numbers in the whole, and what the lexicon's word on each weighs. */
  readonly passages: number[];
  readonly weights: number[];
  /** Those of them with either pole under the primary way. */
  readonly framed: { readonly a: number[]; readonly b: number[] };
  /** Counts by the terms of each chosen set alone, in their order. */
  readonly chosen: { a: number; b: number }[];
};

/** One document: the cluster of every variance. */
export type DocumentRows = {
  readonly file: string;
  readonly institution: string;
  readonly side: 'source' | 'policy';
  readonly kind: string | null;
  readonly rows: readonly Row[];
};

/** What is counted, whose voices make up the sides, and sets of terms to count by alone. */
export type Frame = Sides & {
  /** Place of the claim's own pole among the poles. */
  readonly primary: number;
  readonly source: readonly string[];
  readonly termSets: readonly ReadonlySet<string>[];
  /** Passages that people coded, and the code of the claimed pole among their codes. */
  readonly judged?: { readonly claimed: string; readonly passages: readonly Judged[] };
  /** Is told of the words of every passage that names the object. */
  readonly onWords?: (passage: number, framing: Framing) => void;
  /** More documents than this are not held. */
  readonly most: number;
};

/** The document by count matrix that all specifications share; null where there are too many documents for it. */
export function matrix(framings: Iterable<Framing>, frame: Frame): readonly DocumentRows[] | null {
  const documents: DocumentRows[] = [];
  const judged = Map.groupBy(frame.judged?.passages ?? [], ({ file }) => file);
  let [own, passages]: [Framing[], number] = [[], 0];
  for (const framing of framings) {
    if (own[0] !== undefined && own[0].file !== framing.file) {
      if (documents.length === frame.most) return null;
      documents.push(documentOf(own));
      own = [];
    }
    own.push(framing);
  }
  if (own.length > 0) documents.push(documentOf(own));
  // What the lexicon saw nothing in may still be what people coded.
  for (const [first] of [...judged.values()]) if (first !== undefined) documents.push(documentOf([], first));
  return documents.length > frame.most ? null : documents;

  function documentOf(all: readonly Framing[], first: Judged | Framing | undefined = all[0]): DocumentRows {
    const coded = new Map((judged.get(first?.file ?? '') ?? []).map((one) => [one.ordinal, one]));
    judged.delete(first?.file ?? '');
    const objects = new Set(all.filter(({ object }) => object).map(({ ordinal }) => ordinal));
    const rows = new Map<string, Row>();
    for (const framing of all) {
      const row = rowOf(framing);
      const human = coded.get(framing.ordinal) ?? null;
      coded.delete(framing.ordinal);
      if (human !== null) addTruth(row, human, frame);
      const domains = domainsOf(framing, objects);
      addPassage(row.counts, framing.marks, frame, domains);
      if (!framing.object) continue;
      const weight = human === null ? 1 : 1 - 1 / human.probability;
      row.passages.push(passages);
      row.weights.push(weight);
      frame.onWords?.(passages, framing);
      addPrimary(row, framing.marks, frame, passages, weight);
      passages++;
    }
    for (const human of coded.values()) addTruth(rowOf(human), human, frame);
    return {
      file: first?.file ?? '',
      institution: first?.institution ?? '(none)',
      side: frame.source.includes(first?.voice ?? '') ? 'source' : 'policy',
      kind: first?.kind ?? null,
      rows: [...rows.values()],
    };

    function rowOf(at: Pick<Framing, 'language' | 'period'>): Row {
      const stratum = stratumName(at);
      const row = rows.get(stratum) ?? emptyRow(stratum, at.language, frame);
      rows.set(stratum, row);
      return row;
    }
  }
}

/** What people said of a passage, for all that it stands for; of a pole that joins codes, whether any is there. */
function addTruth(row: Row, { probability, truth }: Judged, { judged, poles, primary }: Frame): void {
  const isClaimed = truth[judged?.claimed ?? ''] === 1;
  for (const [pole, { codes }] of poles.entries()) {
    const isAgainst = codes.some((code) => truth[code] === 1);
    const at = 2 * pole;
    if (isClaimed) row.corrected[at] = (row.corrected[at] ?? 0) + 1 / probability;
    if (isAgainst) row.corrected[at + 1] = (row.corrected[at + 1] ?? 0) + 1 / probability;
    if (pole !== primary) continue;
    for (const sums of row.chosen) {
      if (isClaimed) sums.a += 1 / probability;
      if (isAgainst) sums.b += 1 / probability;
    }
  }
}

function emptyRow(stratum: string, language: string, { poles, termSets }: Frame): Row {
  return {
    stratum,
    language,
    counts: noCounts(poles.length),
    corrected: new Float64Array(2 * poles.length),
    terms: new Map(),
    families: new Map(),
    passages: [],
    weights: [],
    framed: { a: [], b: [] },
    chosen: termSets.map(() => ({ a: 0, b: 0 })),
  };
}

/** The domains that a passage belongs to: it names the object, the one before or after does, some passage does. */
function domainsOf({ object, ordinal }: Framing, objects: ReadonlySet<number>): readonly number[] {
  return specificationFactors.domain.flatMap((domain, place) => {
    if (domain === 'passage') return object ? [place] : [];
    if (domain === 'document') return objects.size > 0 ? [place] : [];
    return object || objects.has(ordinal - 1) || objects.has(ordinal + 1) ? [place] : [];
  });
}

/**
 * What terms and categories bring under the primary way of counting. The lexicon's word on a passage weighs `weight`: 1,
 * and 1 - 1/chance where people coded it too (docs/method.md 2.5).
 */
function addPrimary(row: Row, marks: readonly Mark[], frame: Frame, passage: number, weight: number): void {
  const { claimed, poles, primary, termSets } = frame;
  const opposite = poles[primary]?.categories ?? new Set();
  const counted = marks.filter(({ polarity, voice }) => polarity !== 'negated' && voice === 'own');
  for (const [pole, { categories }] of poles.entries()) {
    const found = presence(counted, claimed, categories);
    if (found.claimed) row.corrected[2 * pole] = (row.corrected[2 * pole] ?? 0) + weight;
    if (found.against) row.corrected[2 * pole + 1] = (row.corrected[2 * pole + 1] ?? 0) + weight;
    if (pole === primary && found.claimed) row.framed.a.push(passage);
    if (pole === primary && found.against) row.framed.b.push(passage);
  }
  const [ours, theirs] = [
    counted.filter(({ category }) => claimed.has(category)),
    counted.filter(({ category }) => opposite.has(category)),
  ];
  for (const [carried, keyOf] of [
    [row.terms, ({ term }: Mark) => term],
    [row.families, ({ category }: Mark) => category],
  ] as const) {
    const [a, b] = [new Set(ours.map(keyOf)), new Set(theirs.map(keyOf))];
    for (const key of a) carry(carried, key, 'a', a.size === 1 ? weight : 0);
    for (const key of b) carry(carried, key, 'b', b.size === 1 ? weight : 0);
  }
  for (const [at, terms] of termSets.entries()) {
    const found = presence(
      counted.filter(({ term }) => terms.has(term)),
      claimed,
      opposite,
    );
    const sums = row.chosen[at];
    if (sums === undefined) continue;
    if (found.claimed) sums.a += weight;
    if (found.against) sums.b += weight;
  }
}

function carry(carried: Map<string, Carried>, key: string, side: 'a' | 'b', alone: number): void {
  const sums = carried.get(key) ?? { a: 0, b: 0, aloneA: 0, aloneB: 0 };
  carried.set(key, sums);
  sums[side]++;
  if (side === 'a') sums.aloneA += alone;
  else sums.aloneB += alone;
}
