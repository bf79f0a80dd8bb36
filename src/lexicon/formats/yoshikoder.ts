import { SaxesParser } from 'saxes';
import type {
  Dictionary,
  DictionaryNode,
  DictionaryReading,
  DictionaryWriting,
  Refusal,
} from '../../model/dictionary.ts';
import { type Branch, growDictionary, linesOf, placeOf, walk } from '../tree.ts';

/** Ends the reading of a file that is no XML; never leaves this file. */
class Damaged extends Error {}

/**
 * Reads a Yoshikoder dictionary, or one of Lexicoder 2, which is the same: `cnode` is a category, `pnode` an entry.
 * Regular expressions as entries are refused, and so are elements that it does not know. Entries that stand
 * beside a category are kept; quanteda drops them.
 */
export function readYoshikoder(text: string): DictionaryReading {
  const refused: Refusal[] = [];
  const { root, done } = growDictionary();
  const open: Branch[] = [];
  // Fed line by line: the parser does not say where an element began, but where it has come to.
  const parser = new SaxesParser({ xmlns: false });
  let place = 1;
  let depth = 0;
  const refuse = (expected: string, found: string, remedy: string) =>
    refused.push({ place, expected, found, remedy });
  parser.on('error', (error) => {
    throw new Damaged(error.message);
  });
  parser.on('doctype', () => refuse('no document type', 'one', 'delete it: nothing in it is looked up'));
  parser.on('text', (found) => {
    if (found.trim() !== '')
      refuse('entries as `pnode`', `"${found.trim().slice(0, 60)}"`, 'put it into one');
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth++;
    const above = open.at(-1) ?? root;
    const value = attributes['name'] ?? '';
    if (name === 'dictionary' && depth === 1) {
      const engine = attributes['patternengine'] ?? 'substring';
      if (engine !== 'substring')
        refuse('the pattern engine `substring`', `\`${engine}\``, 'write words, with * and ? in them');
    } else if (name === 'cnode') {
      const branch = above.child(value, place, attributes['desc']);
      if (branch === null) refuse('categories less deep inside one another', `\`${value}\``, 'flatten them');
      if (value.trim() === '') refuse('a category with a name', 'one without', 'name it');
      open.push(branch ?? above);
    } else if (name !== 'pnode') {
      refuse('`dictionary`, `cnode` and `pnode` only', `\`${name}\``, 'leave it out');
    } else if (open.length === 0)
      refuse('an entry inside a category', `\`${value}\``, 'put a `cnode` around it');
    else if (value.trim() === '') refuse('an entry with a name', 'one without', 'name it or delete it');
    else {
      above.entry(value, place);
      const description = attributes['desc']?.trim() ?? '';
      if (description !== '')
        refuse('an entry without a description', `"${description}"`, 'empty its `desc`');
    }
  });
  parser.on('closetag', ({ name }) => {
    depth--;
    if (name === 'cnode') open.pop();
  });
  try {
    for (const [index, line] of linesOf(text).entries()) {
      place = index + 1;
      parser.write(`${line}\n`);
    }
    parser.close();
  } catch (error) {
    if (!(error instanceof Damaged)) throw error;
    const found = `a fault (${error.message.replace(/^\d+:\d+: /, '').replace(/\.$/, '')})`;
    return { dictionary: [], refused: [{ place, expected: 'XML', found, remedy: 'correct this line' }] };
  }
  return { dictionary: done(), refused };
}

/** Writes a Yoshikoder dictionary, which Lexicoder 2 reads as well. */
export function writeYoshikoder(dictionary: Dictionary): DictionaryWriting {
  const refused: Refusal[] = [];
  const forbidden =
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
  for (const { path, node } of walk(dictionary)) {
    const bad = [
      node.name,
      ...(forbidden.test(node.description) ? [node.description] : []),
      ...node.entries.map(({ text }) => text),
    ].filter((text) => text === '' || forbidden.test(text));
    for (const text of bad)
      refused.push({
        place: placeOf(path, text),
        expected: 'characters that XML can hold',
        found: 'others, or none',
        remedy: 'leave it out with --partial',
      });
  }
  const lines = (node: DictionaryNode, indent: string): readonly string[] => {
    if (node.name === '' || forbidden.test(node.name)) return [];
    const entries = node.entries.filter(({ text }) => text !== '' && !forbidden.test(text));
    return [
      `${indent}<cnode name="${escaped(node.name)}" desc="${forbidden.test(node.description) ? '' : escaped(node.description)}">`,
      ...entries.map(({ text }) => `${indent}  <pnode name="${escaped(text)}"/>`),
      ...node.children.flatMap((child) => lines(child, `${indent}  `)),
      `${indent}</cnode>`,
    ];
  };
  const head = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<dictionary style="050805" patternengine="substring">',
  ];
  return {
    text: [...head, ...dictionary.flatMap((node) => lines(node, '  ')), '</dictionary>', ''].join('\n'),
    refused,
  };
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"\t\n\r]/g, (char) => escapes[char] ?? `&#${char.charCodeAt(0)};`);
}
