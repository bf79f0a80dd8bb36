import type { Dictionary, DictionaryReading, DictionaryWriting, Refusal } from '../../model/dictionary.ts';
import { type Branch, growDictionary, pathMark, placeOf, walk } from '../tree.ts';
import { rowOf, rowsOf } from './cells.ts';

/**
 * Reads a flat table with the columns `category` and `term`: a row an entry, the names of categories inside one another
 * parted by ` > `, a row without a term a category of its own. Another column with anything in it is refused.
 */
export function readFlat(text: string): DictionaryReading {
  const rows = rowsOf(text);
  if ('expected' in rows) return { dictionary: [], refused: [rows] };
  const [header, ...rest] = rows.map(({ line, cells }) => ({
    line,
    cells: cells.map((cell) => cell.trim()),
  }));
  const names = header?.cells.map((cell) => cell.toLowerCase()) ?? [];
  const [category, term] = [names.indexOf('category'), names.indexOf('term')];
  if (category < 0 || term < 0) {
    const found = names.length === 0 ? 'nothing' : names.join(', ');
    const remedy = 'name them in the first row';
    return {
      dictionary: [],
      refused: [{ place: 1, expected: 'the columns category and term', found, remedy }],
    };
  }
  const refused: Refusal[] = [];
  const { root, done } = growDictionary();
  for (const { line, cells } of rest) {
    const spare = cells.findIndex((cell, column) => cell !== '' && column !== category && column !== term);
    if (spare >= 0) {
      const found = `"${cells[spare]}" in ${names[spare] || `column ${spare + 1}`}`;
      refused.push({
        place: line,
        expected: 'nothing beside category and term',
        found,
        remedy: 'empty the cell',
      });
    }
    const branch = along(root, cells[category] ?? '', line);
    if (branch === null) {
      const found = `"${cells[category] ?? ''}"`;
      refused.push({ place: line, expected: 'the name of a category', found, remedy: 'correct the cell' });
    } else branch.entry(cells[term] ?? '', line);
  }
  return { dictionary: done(), refused };
}

/** The category that a path names, made where it is new; null where a name is empty or it lies too deep. */
export function along(root: Branch, path: string, line: number): Branch | null {
  let at: Branch | null = root;
  for (const name of path.split(pathMark.trim()).map((part) => part.trim())) {
    if (name === '') return null;
    at = at.named(name) ?? at.child(name, line);
    if (at === null) return null;
  }
  return at;
}

/** A category whose path can stand in one cell: a name of its own without the mark between names. */
export function cellPaths(dictionary: Dictionary): {
  readonly placed: readonly {
    readonly cell: string;
    readonly path: readonly string[];
    readonly entries: readonly string[];
  }[];
  readonly refused: readonly Refusal[];
} {
  const refused: Refusal[] = [];
  const seen = new Set<string>();
  const placed = [...walk(dictionary)].flatMap(({ path, node }) => {
    const cell = path.join(pathMark);
    if (path.some((name) => name === '' || name.includes('>')) || seen.has(cell)) {
      const found = seen.has(cell) ? 'the same name again' : 'one with, or none';
      refused.push({
        place: placeOf(path),
        expected: 'a name of its own without `>`',
        found,
        remedy: 'rename the category',
      });
      return [];
    }
    seen.add(cell);
    return [{ cell, path, entries: node.entries.map(({ text }) => text) }];
  });
  return { placed, refused };
}

/** Writes a flat table, a row an entry; a category without entries has a row of its own. */
export function writeFlat(dictionary: Dictionary): DictionaryWriting {
  const { placed, refused } = cellPaths(dictionary);
  const rows = placed.flatMap(({ cell, entries }) =>
    (entries.length === 0 ? [''] : entries).map((text) => rowOf([cell, text])),
  );
  return { text: ['category,term', ...rows, ''].join('\n'), refused };
}
