import type { Dictionary, DictionaryReading, DictionaryWriting, Refusal } from '../../model/dictionary.ts';
import { type Branch, growDictionary, linesOf, placeOf, walk } from '../tree.ts';

const weighted = /^(.*\S)\s+\((-?\d+(?:[.,]\d+)?)\)$/;

/**
 * Reads a WordStat dictionary: a line is an entry where it ends in its weight, `(1)`, otherwise a category; tabs say
 * what lies inside what. Weights other than 1 and rules (`@`, `#`) are refused.
 */
export function readWordstat(text: string): DictionaryReading {
  const refused: Refusal[] = [];
  const { root, done } = growDictionary();
  const open: { readonly depth: number; readonly branch: Branch }[] = [];
  for (const [index, written] of linesOf(text).entries()) {
    const place = index + 1;
    const trimmed = written.trim();
    if (trimmed === '') continue;
    const refuse = (expected: string, found: string, remedy: string) =>
      refused.push({ place, expected, found, remedy });
    if (/^[@#]/.test(trimmed)) {
      refuse(
        'a word, a phrase or a category',
        `the rule \`${trimmed}\``,
        'write its plain terms, or leave it out',
      );
      continue;
    }
    const depth = /^\t*/.exec(written)?.[0].length ?? 0;
    const [, entry, weight] = weighted.exec(trimmed) ?? [];
    while ((open.at(-1)?.depth ?? -1) >= depth) open.pop();
    const above = open.at(-1)?.branch;
    if (entry === undefined) {
      const branch = (above ?? root).child(trimmed, place);
      if (branch === null) {
        refuse('categories less deep inside one another', `\`${trimmed}\``, 'flatten them');
      } else open.push({ depth, branch });
    } else if (Number(weight?.replace(',', '.')) !== 1) {
      refuse('the weight 1', `${weight} for \`${entry}\``, 'weights are not used: set it to 1');
    } else if (above === undefined) {
      refuse('an entry inside a category', `\`${entry}\``, 'put a category above it');
    } else above.entry(entry, place);
  }
  return { dictionary: done(), refused };
}

/** Writes a WordStat dictionary, entries of a category before the categories inside it. */
export function writeWordstat(dictionary: Dictionary): DictionaryWriting {
  const refused: Refusal[] = [];
  const lines: string[] = [];
  for (const { path, node } of walk(dictionary)) {
    const indent = '\t'.repeat(path.length - 1);
    if (node.name === '' || /[\r\n\t]|^[@#]/.test(node.name) || weighted.test(node.name)) {
      const expected = 'a name that is no rule and ends in no weight';
      refused.push({ place: placeOf(path), expected, found: 'another', remedy: 'rename the category' });
      continue;
    }
    lines.push(`${indent}${node.name}`);
    for (const { text } of node.entries) {
      if (/[\r\n\t]|^[@#]/.test(text)) {
        const expected = 'words that WordStat takes for no rule';
        refused.push({
          place: placeOf(path, text),
          expected,
          found: 'others',
          remedy: 'leave it out with --partial',
        });
      } else lines.push(`${indent}\t${text} (1)`);
    }
  }
  return { text: [...lines, ''].join('\n'), refused };
}
