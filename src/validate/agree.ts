import { type CodingAct, type CodingColumn, type Sample, unsure } from '../model/coding.ts';
import type { DocumentId } from '../model/units.ts';
import { gwetAc1 } from '../stats/ac1.ts';
import { cohenKappa, crossTable, specificAgreement } from '../stats/kappa.ts';
import { alphaOf, type Coincidences, coincidences } from '../stats/krippendorff.ts';
import { percentileInterval } from '../stats/percentileinterval.ts';
import type { Bounds } from '../stats/proportion.ts';
import { sum } from '../stats/sum.ts';
import { codeOf, codesByItem } from './adjudicate.ts';

/** A statistic with its 95 % interval over documents, or why there is none. */
export type Estimated = {
  readonly value: number | null;
  readonly interval: Bounds | null;
  /** Replicates in which it could not be computed, and which are left out. */
  readonly degenerate: number;
  readonly reason: 'no_pairs' | 'one_category' | 'not_used' | null;
};

/** How far coders agree on one column. */
export type Agreement = {
  readonly code: string;
  /** Passages with two codes or more, their documents, and the coders. */
  readonly passages: number;
  readonly documents: number;
  readonly coders: number;
  /** Krippendorff's alpha of the passages as drawn: hits are common among them by design. */
  readonly alpha: Estimated;
  /** The same with each passage weighed by how many it stands for: for the corpus. */
  readonly alphaWeighted: Estimated;
  /** Mean of Cohen's kappa over pairs of coders, each weighed by the passages they share. */
  readonly kappa: Estimated;
  readonly ac1: Estimated;
  /** Specific agreement on the first value of the column (1: present) and on all else. */
  readonly present: Estimated;
  readonly absent: Estimated;
};

/** One passage with the codes of all its coders; null for none and for ?. */
export type AgreementUnit = {
  readonly document: DocumentId;
  /** One over its chance of being drawn. */
  readonly weight: number;
  readonly codes: readonly (number | null)[];
};

/** How many replicates of the document bootstrap, and from which seed. */
export type Bootstrap = { readonly seed: number; readonly replicates: number };

/** Passages that were coded more than once in samples, with the codes of each coder by number of the column's value. */
export function agreementUnits(
  samples: readonly Sample[],
  log: readonly CodingAct[],
  column: CodingColumn,
  origins: readonly CodingAct['origin'][],
): { readonly units: readonly AgreementUnit[]; readonly coders: readonly string[] } {
  const found = samples.flatMap(({ design, keys }) => {
    const items = codesByItem(log, design.sample, origins);
    return keys.flatMap((key) => {
      const said = (items.get(key.item)?.said ?? []).filter(({ role }) => role === 'coder');
      const coded = said.flatMap(({ coder, codes }) => {
        const code = codeOf(codes, column, design.object);
        return code === null || code === unsure ? [] : [{ coder, code: column.values.indexOf(code) }];
      });
      return coded.length < 2 ? [] : [{ key, coded }];
    });
  });
  const coders = [...new Set(found.flatMap(({ coded }) => coded.map(({ coder }) => coder)))].toSorted();
  return {
    coders,
    units: found.map(({ key, coded }) => ({
      document: key.document,
      weight: 1 / key.probability,
      codes: coders.map((name) => coded.find(({ coder }) => coder === name)?.code ?? null),
    })),
  };
}

/**
 * How far coders agree on one column, by every measure that a reader may ask for, since rare categories depress alpha and
 * kappa but not AC1 (docs/method.md 6). Intervals are percentiles over documents drawn anew, because passages of one
 * document are alike. The column itself is made of values numbered from 0.
 */
export function agreement(
  code: string,
  values: number,
  units: readonly AgreementUnit[],
  coders: number,
  drawing: Bootstrap,
): Agreement {
  const byDocument = documentsIn(units);
  const categories = Array.from({ length: values }, (_, value) => value);
  const measures = {
    kappa: (drawn: readonly AgreementUnit[]) => meanKappa(drawn, categories),
    ac1: (drawn: readonly AgreementUnit[]) =>
      gwetAc1(
        drawn.map((unit) => unit.codes),
        categories,
      ).ac1,
    present: (drawn: readonly AgreementUnit[]) => specific(drawn).present,
    absent: (drawn: readonly AgreementUnit[]) => specific(drawn).absent,
  };
  const estimated = (name: keyof typeof measures): Estimated => {
    const reason = name === 'present' || name === 'absent' ? 'not_used' : 'one_category';
    const drawn = (times: ArrayLike<number>) =>
      byDocument.flatMap((some, at) => Array.from({ length: times[at] ?? 0 }, () => some).flat());
    return estimatedBy((times) => measures[name](drawn(times)), { code, units, byDocument, reason }, drawing);
  };
  return {
    code,
    passages: units.length,
    documents: byDocument.length,
    coders,
    ...alphas(code, values, units, drawing),
    kappa: estimated('kappa'),
    ac1: estimated('ac1'),
    present: estimated('present'),
    absent: estimated('absent'),
  };
}

/** Alpha alone, which is all that a verdict asks for (docs/method.md 1.2); see `agreement`. */
export function alphas(
  code: string,
  values: number,
  units: readonly AgreementUnit[],
  drawing: Bootstrap,
): Pick<Agreement, 'alpha' | 'alphaWeighted'> {
  const byDocument = documentsIn(units);
  const categories = Array.from({ length: values }, (_, value) => value);
  const estimated = (isWeighted: boolean): Estimated => {
    const parts = byDocument.map((some) => coincident(some, categories, isWeighted));
    const of = { code, units, byDocument, reason: 'one_category' } as const;
    return estimatedBy((times) => alpha(parts, times, categories), of, drawing);
  };
  return { alpha: estimated(false), alphaWeighted: estimated(true) };
}

function documentsIn(units: readonly AgreementUnit[]): readonly (readonly AgreementUnit[])[] {
  return [...Map.groupBy(units, ({ document }) => document).values()];
}

/** A measure of documents that are in so many times each, once as they are and then drawn anew. */
function estimatedBy(
  measure: (times: ArrayLike<number>) => number | null,
  {
    code,
    units,
    byDocument,
    reason: why,
  }: {
    readonly code: string;
    readonly units: readonly AgreementUnit[];
    readonly byDocument: readonly unknown[];
    readonly reason: 'one_category' | 'not_used';
  },
  { seed, replicates }: Bootstrap,
): Estimated {
  const value = measure(byDocument.map(() => 1));
  const reason = units.length === 0 ? 'no_pairs' : why;
  if (byDocument.length < 2) {
    return { value, interval: null, degenerate: 0, reason: value === null ? reason : null };
  }
  // One stream for all, so that every measure is of the same draws.
  const stream = { seed, name: `agreement ${code}`, from: 0, to: replicates };
  const found = percentileInterval(byDocument.length, undefined, (times) => measure(times), stream);
  const { lower, upper, dropped } = found ?? { lower: null, upper: null, dropped: replicates };
  return {
    value,
    interval: value === null || lower === null ? null : { lower, upper },
    degenerate: dropped,
    reason: value === null ? reason : null,
  };
}

/** What one document adds to the coincidences: pairs of codes, and the values they come from. */
type Part = { readonly counts: Float64Array; readonly values: number; readonly weighted: number };

function coincident(
  units: readonly AgreementUnit[],
  categories: readonly number[],
  isWeighted: boolean,
): Part {
  const counts = new Float64Array(categories.length ** 2);
  let [values, weighted] = [0, 0];
  for (const { codes, weight } of units) {
    const own: Coincidences = coincidences([codes], categories);
    const times = isWeighted ? weight : 1;
    values += sum(own.counts);
    weighted += sum(own.counts) * times;
    for (const [at, count] of own.counts.entries()) counts[at] = (counts[at] ?? 0) + count * times;
  }
  return { counts, values, weighted };
}

function alpha(
  parts: readonly Part[],
  times: ArrayLike<number>,
  categories: readonly number[],
): number | null {
  const counts = new Float64Array(categories.length ** 2);
  let [values, weighted] = [0, 0];
  // Runs thousands of times: iterators would take most of it.
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at];
    const often = times[at] ?? 0;
    if (part === undefined || often === 0) continue;
    values += often * part.values;
    weighted += often * part.weighted;
    for (let pair = 0; pair < counts.length; pair++)
      counts[pair] = (counts[pair] ?? 0) + often * (part.counts[pair] ?? 0);
  }
  // As many values in all as were coded, because alpha corrects for their number.
  if (weighted > 0) for (const [at, count] of counts.entries()) counts[at] = count * (values / weighted);
  return alphaOf({ values: categories, counts }, 'nominal').alpha;
}

/** Every pair of coders with the passages that both coded. */
function* pairs(units: readonly AgreementUnit[]) {
  const coders = units[0]?.codes.length ?? 0;
  for (let one = 0; one < coders; one++) {
    for (let other = one + 1; other < coders; other++) {
      const of = (coder: number) => units.map(({ codes }) => codes[coder] ?? null);
      const shared = units.filter(({ codes }) => codes[one] != null && codes[other] != null).length;
      if (shared > 0) yield { first: of(one), second: of(other), shared };
    }
  }
}

function meanKappa(units: readonly AgreementUnit[], categories: readonly number[]): number | null {
  let [total, weight] = [0, 0];
  for (const { first, second, shared } of pairs(units)) {
    const { kappa } = cohenKappa(crossTable(first, second, categories));
    if (kappa === null) continue;
    total += kappa * shared;
    weight += shared;
  }
  return weight === 0 ? null : total / weight;
}

/** Specific agreement on the first value against all others, over all pairs of coders together. */
function specific(units: readonly AgreementUnit[]) {
  const [present, absent] = [0, 1];
  const table: [[number, number], [number, number]] = [
    [0, 0],
    [0, 0],
  ];
  for (const { first, second } of pairs(units)) {
    const folded = (codes: readonly (number | null)[]) =>
      codes.map((code) => (code === null ? null : code === 0 ? present : absent));
    const cells = crossTable(folded(first), folded(second), [present, absent]);
    for (const row of [0, 1] as const)
      for (const column of [0, 1] as const) table[row][column] += cells[row]?.[column] ?? 0;
  }
  return specificAgreement(table);
}
