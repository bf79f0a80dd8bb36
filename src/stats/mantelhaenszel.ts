/** One two-by-two table: outcome `a` or `b` on the first side and on the second. */
export type Table = {
  readonly a1: number;
  readonly b1: number;
  readonly a0: number;
  readonly b0: number;
};

/** What one cluster adds to the tables, each named by its place in the list. */
export type TableShare = Table & { readonly table: number };

/** What is left below this share of a sum after taking a cluster out of it is rounding, not counts. */
const ROUNDING = 1e-12;

/**
 * Log of the odds ratio common to the tables by Mantel and Haenszel (1959): zero cells inside single
 * tables do no harm. Null where either sum is 0, so that no finite ratio exists.
 */
export function mantelHaenszel(tables: readonly Table[]): number | null {
  const { over, under } = sums(tables);
  return over > 0 && under > 0 ? Math.log(over / under) : null;
}

/**
 * The same with each cluster left out in turn. Only the tables that a cluster is in are computed afresh,
 * so the cost is linear in the shares.
 */
export function mantelHaenszelLeavingOut(
  tables: readonly Table[],
  clusters: readonly (readonly TableShare[])[],
): readonly (number | null)[] {
  const all = sums(tables);
  return clusters.map((shares) => {
    const touched = shares.flatMap((share) => tables[share.table] ?? []);
    const before = sums(touched);
    const after = sums(shares.flatMap((share) => without(tables[share.table], share) ?? []));
    const over = all.over - before.over + after.over;
    const under = all.under - before.under + after.under;
    return over > all.over * ROUNDING && under > all.under * ROUNDING ? Math.log(over / under) : null;
  });
}

function sums(tables: readonly Table[]): { readonly over: number; readonly under: number } {
  let over = 0;
  let under = 0;
  for (const { a1, b1, a0, b0 } of tables) {
    const total = a1 + b1 + a0 + b0;
    if (total === 0) continue;
    over += a1 * (b0 / total);
    under += b1 * (a0 / total);
  }
  return { over, under };
}

function without(table: Table | undefined, share: Table): Table | null {
  if (table === undefined) return null;
  return {
    a1: table.a1 - share.a1,
    b1: table.b1 - share.b1,
    a0: table.a0 - share.a0,
    b0: table.b0 - share.b0,
  };
}
