import { normalBothTails } from './normal.ts';
import { sum } from './sum.ts';

/** Cohen's kappa of two coders, or why there is none: no unit both coded, or one category for all. */
export type Kappa =
  | {
      readonly kappa: number;
      readonly reason: null;
      /** Standard error for an interval (Fleiss, Cohen and Everitt 1969). */
      readonly standardError: number;
      /** In standard errors under chance agreement, and its two-sided p; null where this has no spread. */
      readonly z: number | null;
      readonly p: number | null;
    }
  | { readonly kappa: null; readonly reason: 'no_pairs' | 'one_category' };

/**
 * Cohen's kappa (1960) of a square table of counts, rows the first coder's categories and columns the second's in
 * the same order. It falls towards 0 where one category is rare, however well coders agree: show it with AC1.
 */
export function cohenKappa(table: readonly (readonly number[])[]): Kappa {
  const total = sum(table.flat());
  if (total === 0) return { kappa: null, reason: 'no_pairs' };
  const cells = table.map((row) => row.map((count) => count / total));
  const rows = cells.map(sum);
  const columns = cells.map((_, at) => sum(cells.map((row) => row[at] ?? 0)));
  const observed = sum(cells.map((row, at) => row[at] ?? 0));
  const expected = sum(rows.map((share, at) => share * (columns[at] ?? 0)));
  if (rows.some((share, at) => share === 1 && columns[at] === 1))
    return { kappa: null, reason: 'one_category' };
  const kappa = (observed - expected) / (1 - expected);
  let spread = 0;
  for (const [row, cellsOfRow] of cells.entries()) {
    for (const [column, share] of cellsOfRow.entries()) {
      const chance = (columns[row] ?? 0) + (rows[column] ?? 0);
      spread += share * ((row === column ? 1 : 0) - (1 - kappa) * chance) ** 2;
    }
  }
  const variance = spread - (observed - 2 * (1 - kappa) * expected) ** 2;
  const skew = sum(rows.map((share, at) => share * (columns[at] ?? 0) * (share + (columns[at] ?? 0))));
  const variance0 = (expected + expected ** 2 - skew) / total;
  const z = variance0 > 0 ? (kappa * (1 - expected)) / Math.sqrt(variance0) : null;
  return {
    kappa,
    reason: null,
    standardError: Math.sqrt(Math.max(0, variance) / total) / (1 - expected),
    z,
    p: z === null ? null : normalBothTails(z),
  };
}

/**
 * How two coders' codes fall together: a square table over `categories` for `cohenKappa`. Units that one of them
 * left without a code (null) are left out. Codes outside `categories` are a programmer's error.
 */
export function crossTable(
  first: readonly (number | null)[],
  second: readonly (number | null)[],
  categories: readonly number[],
): readonly (readonly number[])[] {
  const table = categories.map(() => categories.map(() => 0));
  for (const [unit, one] of first.entries()) {
    const other = second[unit] ?? null;
    if (one === null || other === null) continue;
    const row = table[categories.indexOf(one)];
    const column = categories.indexOf(other);
    if (row === undefined || column < 0) {
      throw new RangeError(`expected codes among ${categories.join(', ')}, got ${one} and ${other}`);
    }
    row[column] = (row[column] ?? 0) + 1;
  }
  return table;
}

/**
 * Specific agreement on what a two-category table calls present (the first category) and absent (the second):
 * of those that either coder called so, how many both did (Dice 1945; Cicchetti and Feinstein 1990). Null
 * where nobody used the category.
 */
export function specificAgreement(table: readonly [readonly [number, number], readonly [number, number]]): {
  readonly present: number | null;
  readonly absent: number | null;
} {
  const [[both, one], [other, neither]] = table;
  const share = (agreed: number) => {
    const either = 2 * agreed + one + other;
    return either === 0 ? null : (2 * agreed) / either;
  };
  return { present: share(both), absent: share(neither) };
}
