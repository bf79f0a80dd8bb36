/** Most columns that a cell takes up. */
const widest = 48;

/**
 * Rows as lines of equal columns, the header first; none where there are no rows. Long cells but the last are cut.
 * Cells of numbers alone stand to the right.
 */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  if (rows.length === 0) return [];
  const last = header.length - 1;
  const cut = [header, ...rows].map((row) =>
    row.map((cell, column) => (column < last ? shortened(cell) : cell)),
  );
  const widths = header.map((_, column) => Math.max(...cut.map((row) => [...(row[column] ?? '')].length)));
  const isNumeric = header.map((_, column) =>
    rows.every((row) => /^[-+]?[\d.,]*( %)?$/.test(row[column] ?? '')),
  );
  return cut.map((row) =>
    row
      .map((cell, column) => {
        const space = ' '.repeat(Math.max(0, (widths[column] ?? 0) - [...cell].length));
        return isNumeric[column] ? space + cell : cell + space;
      })
      .join('  ')
      .trimEnd(),
  );
}

/** A text as it stands in a column, its end cut off where it is long. */
export function shortened(text: string): string {
  const characters = [...text];
  return characters.length > widest ? `${characters.slice(0, widest - 1).join('')}…` : text;
}
