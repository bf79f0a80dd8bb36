import fc from 'fast-check';
import { writtenYaml, yamlNodes } from '../../../src/io/yaml.ts';
import type { Yaml } from '../../../src/lexicon/formats/formats.ts';
import type { Dictionary, DictionaryFormat, DictionaryNode } from '../../../src/model/dictionary.ts';

export const yaml: Yaml = { read: (text) => yamlNodes(text, 'a.yml'), write: writtenYaml };

/** A dictionary without lines; the entries of a category sorted where their order is no part of the format. */
export type Plain = {
  readonly name: string;
  readonly entries: readonly string[];
  readonly children: readonly Plain[];
};

export function plain(dictionary: Dictionary, sorted = false): readonly Plain[] {
  return dictionary.map(({ name, entries, children }) => {
    const texts = entries.map(({ text }) => text);
    return { name, entries: sorted ? texts.toSorted() : texts, children: plain(children, sorted) };
  });
}

/** A category for tests: entries by their texts. */
export function node(
  name: string,
  entries: readonly string[] = [],
  children: readonly DictionaryNode[] = [],
): DictionaryNode {
  return { name, line: 0, description: '', entries: entries.map((text) => ({ text, line: 0 })), children };
}

/** Formats that keep the order of entries only as far as they are written once each. */
export const unordered: ReadonlySet<DictionaryFormat> = new Set<DictionaryFormat>(['dic', 'dicx']);

const letters = fc.constantFrom(...'abcñçéü€日😀123*?-\'’.,:;@#+%&<>"=()[]{}|/\\_~!');
const text = fc
  .array(fc.string({ unit: letters, minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 3 })
  .map((words) => words.join(' ').trim())
  .filter((one) => one !== '');

/** Any dictionary of which the names beside each other differ and the entries of a category too. */
export const dictionaries: fc.Arbitrary<Dictionary> = fc.letrec<{ list: readonly DictionaryNode[] }>(
  (tie) => ({
    list: fc
      .uniqueArray(
        fc.record({
          name: text,
          entries: fc.uniqueArray(text, { maxLength: 4 }),
          children: fc.oneof({ maxDepth: 3, depthIdentifier: 'category' }, fc.constant([]), tie('list')),
        }),
        { maxLength: 3, selector: ({ name }) => name },
      )
      .map((list) => list.map(({ name, entries, children }) => node(name, entries, children))),
  }),
).list;
