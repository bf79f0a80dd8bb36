import type { Dictionary, DictionaryReading, DictionaryWriting, Refusal } from '../../model/dictionary.ts';
import { growDictionary } from '../tree.ts';
import { rowOf, rowsOf } from './cells.ts';
import { along, cellPaths } from './flat.ts';

/**
 * Reads a LIWC-22 dictionary, a table: the entries in the column `DicTerm`, one column a category with `X` where the
 * entry belongs to it. Weights are refused. A name with ` > ` in it is a category inside another.
 */
export function readLiwcTable(text: string): DictionaryReading {
  const rows = rowsOf(text);
  if ('expected' in rows) return { dictionary: [], refused: [rows] };
  const [header, ...rest] = rows.map(({ line, cells }) => ({
    line,
    cells: cells.map((cell) => cell.trim()),
  }));
  if (header?.cells[0]?.toLowerCase() !== 'dicterm') {
    const found = `"${header?.cells[0] ?? ''}"`;
    const remedy = 'correct the first row, or give the format with --format';
    return {
      dictionary: [],
      refused: [{ place: 1, expected: '`DicTerm` as the first column', found, remedy }],
    };
  }
  const refused: Refusal[] = [];
  const { root, done } = growDictionary();
  const columns = header.cells.slice(1).map((name, column) => {
    const branch = along(root, name, header.line);
    if (branch === null) {
      const found = `"${name}" in column ${column + 2}`;
      refused.push({
        place: header.line,
        expected: 'the name of a category',
        found,
        remedy: 'correct the cell',
      });
    }
    return branch;
  });
  for (const { line, cells } of rest) {
    const [term = '', ...marks] = cells;
    const refuse = (expected: string, found: string, remedy: string) =>
      refused.push({ place: line, expected, found, remedy });
    if (term === '') refuse('an entry in the first column', 'nothing', 'add it or delete the row');
    for (const [column, mark] of marks.entries()) {
      const branch = columns[column];
      if (mark === '') continue;
      if (branch === undefined)
        refuse('a category above each cell', `"${mark}" beyond the last one`, 'empty the cell');
      else if (mark.toLowerCase() !== 'x')
        refuse(
          'X or nothing',
          `"${mark}" in column ${column + 2}`,
          'weights are not used: write X or empty the cell',
        );
      else branch?.entry(term, line);
    }
    if (!marks.some((mark) => mark !== ''))
      refuse('an X in some column', `none for "${term}"`, 'mark its category or delete the row');
  }
  return { dictionary: done(), refused };
}

/** Writes a LIWC-22 dictionary, a row an entry; the order within a category may change. */
export function writeLiwcTable(dictionary: Dictionary): DictionaryWriting {
  const { placed, refused } = cellPaths(dictionary);
  const columns = new Map<string, Set<number>>();
  for (const [column, { entries }] of placed.entries()) {
    for (const text of entries) columns.set(text, (columns.get(text) ?? new Set()).add(column));
  }
  const rows = [...columns].map(([text, marked]) =>
    rowOf([text, ...placed.map((_, column) => (marked.has(column) ? 'X' : ''))]),
  );
  return { text: [rowOf(['DicTerm', ...placed.map(({ cell }) => cell)]), ...rows, ''].join('\n'), refused };
}
