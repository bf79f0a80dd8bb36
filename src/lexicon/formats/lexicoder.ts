import type { Dictionary, DictionaryReading, DictionaryWriting, Refusal } from '../../model/dictionary.ts';
import { type Branch, growDictionary, linesOf, placeOf, walk } from '../tree.ts';

/** Reads a Lexicoder 3 dictionary: a line with `+` is a category, every other one an entry of it. */
export function readLexicoder(text: string): DictionaryReading {
  const refused: Refusal[] = [];
  const { root, done } = growDictionary();
  let category: Branch | null = null;
  for (const [index, written] of linesOf(text).entries()) {
    const trimmed = written.trim();
    const place = index + 1;
    if (trimmed === '') continue;
    if (trimmed.startsWith('+')) {
      const name = trimmed.slice(1).trim();
      if (name === '') {
        const remedy = 'name the category';
        refused.push({ place, expected: 'a name behind +', found: 'nothing', remedy });
      }
      category = root.named(name) ?? root.child(name, place);
    } else if (category === null) {
      const remedy = 'put a line with + and a name above it';
      refused.push({ place, expected: 'an entry below a category', found: `\`${trimmed}\``, remedy });
    } else category.entry(trimmed, place);
  }
  return { dictionary: done(), refused };
}

/** Writes a Lexicoder 3 dictionary; it knows no categories inside others. */
export function writeLexicoder(dictionary: Dictionary): DictionaryWriting {
  const refused: Refusal[] = [];
  const lines: string[] = [];
  const names = new Set<string>();
  for (const { path, node } of walk(dictionary)) {
    const place = placeOf(path);
    const remedy = 'choose another format';
    if (path.length > 1)
      refused.push({ place, expected: 'categories beside each other', found: 'one inside another', remedy });
    else if (node.name === '' || /[\r\n]/.test(node.name) || names.has(node.name)) {
      refused.push({
        place,
        expected: 'a name of its own',
        found: 'none or the same again',
        remedy: 'rename the category',
      });
    } else {
      names.add(node.name);
      lines.push(`+${node.name}`);
      for (const { text } of node.entries) {
        if (!/^\+|[\r\n]/.test(text)) lines.push(text);
        else
          refused.push({
            place: placeOf(path, text),
            expected: 'an entry without + before it',
            found: 'one',
            remedy: 'leave it out with --partial',
          });
      }
    }
  }
  return { text: [...lines, ''].join('\n'), refused };
}
