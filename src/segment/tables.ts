import type { Box } from '../model/document.ts';
import { around, type Row } from './rows.ts';

/** Some rows that belong together, before it is known what they are. */
export type Cluster = {
  readonly rows: readonly Row[];
  readonly afterBreak: boolean;
  readonly table: boolean;
  /** True for a footnote, which is no cell. */
  readonly note: boolean;
};

/**
 * Joins the cells of a table row: a short cluster on the left, and to its right one or more that begin
 * at its height (up to three lines above, where cells are centred) and reach no lower than the row so far.
 */
export function joinCells(clusters: readonly Cluster[]): readonly Cluster[] {
  const joined: Cluster[] = [];
  let first: Box | null = null;
  let whole: Box | null = null;
  for (const cluster of clusters) {
    const box = boxOf(cluster);
    const open = joined.at(-1);
    const em = cluster.rows[0]?.size ?? 0;
    if (
      open !== undefined &&
      !open.note &&
      !cluster.note &&
      first !== null &&
      whole !== null &&
      isCell(box, first, whole, em, open)
    ) {
      joined[joined.length - 1] = { ...open, rows: [...open.rows, ...cluster.rows], table: true };
      whole = around(whole, box);
    } else {
      joined.push(cluster);
      first = box;
      whole = box;
    }
  }
  return joined;
}

function isCell(box: Box, first: Box, whole: Box, em: number, open: Cluster): boolean {
  if (box.left < first.right || box.top > whole.bottom) return false;
  const highest = open.table || open.rows.length <= 3 ? 3 * em : 0.5 * em;
  return box.top >= first.top - highest && open.rows.length < 40;
}

function boxOf({ rows }: Cluster): Box {
  return rows.map(({ box }) => box).reduce(around);
}
