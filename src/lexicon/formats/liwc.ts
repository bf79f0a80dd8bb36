import type { Dictionary, DictionaryReading, DictionaryWriting, Refusal } from '../../model/dictionary.ts';
import { type Branch, growDictionary, linesOf, placeOf, walk } from '../tree.ts';

/**
 * Reads a LIWC dictionary: between two lines of `%` the categories, each with its number, tabs before it where it
 * lies inside another; below them the entries with the numbers of their categories. Conditions, which LIWC
 * writes as `<of>` or in parentheses, and numbers of no category are refused; a number behind the last
 * parenthesis still counts, as in quanteda.
 */
export function readLiwc(text: string): DictionaryReading {
  const lines = linesOf(text).map((written, index) => ({ written, line: index + 1 }));
  const marks = lines.filter(({ written }) => written.trim() === '%');
  const [first, second] = marks;
  if (first === undefined || second === undefined) {
    const found = marks.length === 0 ? 'none' : 'one';
    return {
      dictionary: [],
      refused: [
        {
          place: 1,
          expected: 'a list of categories between two lines of %',
          found,
          remedy: 'add the list, or give the format with --format',
        },
      ],
    };
  }
  const refused: Refusal[] = [];
  const { root, done } = growDictionary();
  const codes = readCategories(lines.slice(first.line, second.line - 1), root, refused);
  for (const { written, line } of lines.slice(second.line)) {
    if (written.trim() !== '') readEntry(written.trim(), line, codes, refused);
  }
  return { dictionary: done(), refused };
}

type Line = { readonly written: string; readonly line: number };

function readCategories(lines: readonly Line[], root: Branch, refused: Refusal[]): Map<number, Branch> {
  const codes = new Map<number, Branch>();
  const open: { readonly depth: number; readonly branch: Branch }[] = [];
  for (const { written, line } of lines) {
    const trimmed = written.trim();
    if (trimmed === '') continue;
    const depth = /^\t*/.exec(written)?.[0].length ?? 0;
    while ((open.at(-1)?.depth ?? -1) >= depth) open.pop();
    const [, code, name = trimmed] = /^(\d+)\s+(.+)$/.exec(trimmed) ?? [];
    const branch = (open.at(-1)?.branch ?? root).child(name, line);
    if (branch === null) {
      refused.push({
        place: line,
        expected: 'categories less deep inside one another',
        found: `\`${name}\``,
        remedy: 'flatten them',
      });
      continue;
    }
    open.push({ depth, branch });
    if (code === undefined) continue;
    if (codes.has(Number(code))) {
      refused.push({
        place: line,
        expected: 'a number of its own',
        found: `${code} again`,
        remedy: 'number this category anew',
      });
    } else codes.set(Number(code), branch);
  }
  return codes;
}

function readEntry(
  written: string,
  line: number,
  codes: ReadonlyMap<number, Branch>,
  refused: Refusal[],
): void {
  const refuse = (expected: string, found: string, remedy: string) =>
    refused.push({ place: line, expected, found, remedy });
  const tab = written.indexOf('\t');
  const loose = /^(.*?\S)\s+(?=[\d(<])(.*)$/.exec(written);
  const word = tab >= 0 ? written.slice(0, tab).trim() : (loose?.[1] ?? written);
  const rest = tab >= 0 ? written.slice(tab).trim() : (loose?.[2] ?? '');
  if (/<\w+>/.test(written)) {
    refuse('an entry that counts wherever it stands', `\`${written}\``, 'leave the entry out');
    return;
  }
  const conditions = /\(.+\)/.exec(rest)?.[0];
  if (conditions !== undefined) {
    refuse('categories without conditions', `\`${conditions}\``, 'write the plain categories of the entry');
  }
  const numbers = rest.replace(/\(.+\)/, ' ').split(/\s+/);
  let placed = false;
  for (const number of numbers.filter((one) => one !== '')) {
    const branch = /^\d+$/.test(number) ? codes.get(Number(number)) : undefined;
    if (branch === undefined) {
      refuse('numbers of categories in the list', `\`${number}\``, 'add the category or delete the number');
    } else {
      branch.entry(word, line);
      placed = true;
    }
  }
  if (!placed && numbers.every((one) => one === '')) {
    refuse('an entry with the number of a category', `\`${written}\``, 'add the number or delete the line');
  }
}

/** Writes a LIWC dictionary, an entry of several categories once; the order within a category may change. */
export function writeLiwc(dictionary: Dictionary): DictionaryWriting {
  const refused: Refusal[] = [];
  const categories: string[] = [];
  const words = new Map<string, number[]>();
  for (const { path, node } of walk(dictionary)) {
    if (node.name === '' || /[\t\r\n]/.test(node.name)) {
      const expected = 'a name without tabs and line ends';
      refused.push({
        place: placeOf(path),
        expected,
        found: 'none, or one with',
        remedy: 'rename the category',
      });
      continue;
    }
    const code = categories.length + 1;
    categories.push(`${'\t'.repeat(path.length - 1)}${code}\t${node.name}`);
    for (const { text } of node.entries) {
      if (/[\t\r\n]|<\w+>/.test(text)) {
        const remedy = 'leave it out with --partial';
        refused.push({
          place: placeOf(path, text),
          expected: 'words without tabs and <marks>',
          found: 'them',
          remedy,
        });
      } else words.set(text, [...(words.get(text) ?? []), code]);
    }
  }
  const entries = [...words].map(([text, codes]) => [text, ...codes].join('\t'));
  return { text: ['%', ...categories, '%', ...entries, ''].join('\n'), refused };
}
