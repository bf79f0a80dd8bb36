import type { Measures, Row } from './rows.ts';

/** Footnotes stand in print of at most this share of the body size. */
const smallPrint = 0.93;

/**
 * The rows of footnotes: those in small print at the foot of a page or of a column, from the first that
 * begins with a number or a mark.
 */
export function footnoteRows(rows: readonly Row[], { bodySize }: Measures): ReadonlySet<Row> {
  const found = new Set<Row>();
  for (const column of columnsOf(rows)) {
    const start = column.findLastIndex(({ size }) => size > smallPrint * bodySize) + 1;
    const foot = column.slice(start);
    const first = foot.findIndex(startsNote);
    if (first >= 0) for (const row of foot.slice(first)) found.add(row);
  }
  return found;
}

/** True where a row begins with the number or mark of a footnote. */
export function startsNote({ text }: Row): boolean {
  return /^\s*(?:\[?\d{1,3}\]?[.)]?\s*(?=$|[\p{L}"“«(¿¡])|[*†‡§¹²³⁴-⁹]+\s*(?=$|\S))/u.test(text);
}

/** Runs of rows from one move up the page to the next. */
function columnsOf(rows: readonly Row[]): readonly Row[][] {
  const columns: Row[][] = [];
  rows.forEach((row, i) => {
    const above = rows[i - 1];
    const open = columns.at(-1);
    if (open === undefined || above === undefined || row.box.top < above.box.top - row.size)
      columns.push([row]);
    else open.push(row);
  });
  return columns;
}
