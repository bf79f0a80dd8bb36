import { expect } from 'vitest';
import { z } from 'zod';
import { gwetAc1 } from '../../src/stats/ac1.ts';
import { cohenKappa, crossTable } from '../../src/stats/kappa.ts';
import { krippendorff } from '../../src/stats/krippendorff.ts';
import { type Checks, near, numberOrNull, numbers, type Row } from './row.ts';

const Raters = z.object({ ratersByUnits: z.array(z.array(numberOrNull)) });
const Two = z.object({ rater1: numbers, rater2: numbers });

function unitsOf(raters: readonly (readonly (number | null)[])[]) {
  return (raters[0] ?? []).map((_, unit) => raters.map((codes) => codes[unit] ?? null));
}

function categoriesOf(units: readonly (readonly (number | null)[])[]) {
  return [...new Set(units.flat().filter((code) => code !== null))].toSorted((a, b) => a - b);
}

function alpha(row: Row): void {
  const { ratersByUnits, level } = Raters.extend({
    level: z.enum(['nominal', 'ordinal', 'interval', 'ratio']),
  }).parse(row.inputs);
  const found = krippendorff(unitsOf(ratersByUnits), level);
  near(found.alpha, z.object({ alpha: z.number() }).parse(row.expected).alpha, row);
}

function table2x2(row: Row): void {
  const { table_rowsRater1_colsRater2: table } = z
    .object({ table_rowsRater1_colsRater2: z.array(numbers) })
    .parse(row.inputs);
  const expected = z
    .object({ kappa: z.number(), kappa_se: z.number(), ac1: z.number(), ac1_se: z.number() })
    .parse(row.expected);
  const kappa = cohenKappa(table);
  near(kappa.kappa, expected.kappa, row);
  near(kappa.reason === null ? kappa.standardError : null, expected.kappa_se, row);
  const units = table.flatMap((counts, one) =>
    counts.flatMap((count, other) => Array.from({ length: count }, () => [one, other])),
  );
  const ac1 = gwetAc1(units, [0, 1]);
  if (ac1.reason !== null) throw new Error(ac1.reason);
  near(ac1.ac1, expected.ac1, row);
  // irrCAC divides by n for tables and by n - 1 for lists of codes.
  const n = units.length;
  near((ac1.standardError ?? Number.NaN) * Math.sqrt((n - 1) / n), expected.ac1_se, row);
}

function ac1(row: Row, units: readonly (readonly (number | null)[])[]): void {
  const expected = z
    .object({ ac1: z.number(), pa: z.number(), pe: z.number(), se: z.number() })
    .parse(row.expected);
  const found = gwetAc1(units, categoriesOf(units));
  if (found.reason !== null) throw new Error(`${row.id}: ${found.reason}`);
  near(found.ac1, expected.ac1, row);
  near(found.observed, expected.pa, row);
  near(found.expected, expected.pe, row);
  near(found.standardError, expected.se, row);
}

/** Agreement of coders. */
export const agreement: Checks = {
  kripp_C_: alpha,
  kripp_A_: alpha,
  kripp_B_: alpha,
  table2x2_: table2x2,

  kripp_no_pairs(row) {
    const units = unitsOf(Raters.parse(row.inputs).ratersByUnits);
    expect(krippendorff(units, 'nominal')).toEqual({ alpha: null, reason: 'no_pairs' });
  },

  kappa_BenGerry(row) {
    const { rater1, rater2 } = Two.parse(row.inputs);
    const expected = z.object({ kappa: z.number(), z: z.number(), p: z.number() }).parse(row.expected);
    const found = cohenKappa(crossTable(rater1, rater2, [1, 2, 3, 4, 5]));
    if (found.reason !== null) throw new Error(found.reason);
    near(found.kappa, expected.kappa, row);
    near(found.z, expected.z, row);
    near(found.p, expected.p, row);
  },

  kappa_degenerate(row) {
    const { rater1, rater2 } = Two.parse(row.inputs);
    const units = unitsOf([rater1, rater2]);
    const reason = 'one_category';
    expect(cohenKappa(crossTable(rater1, rater2, [1, 2]))).toEqual({ kappa: null, reason });
    expect(krippendorff(units, 'nominal')).toEqual({ alpha: null, reason });
    expect(gwetAc1(units, [1, 2]).ac1).toBe(1);
  },

  ac1_BenGerry(row) {
    const { rater1, rater2 } = Two.parse(row.inputs);
    ac1(row, unitsOf([rater1, rater2]));
  },

  ac1_C_missing(row) {
    ac1(row, unitsOf(Raters.parse(row.inputs).ratersByUnits));
  },
};
