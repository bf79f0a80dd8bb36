import type {
  Dictionary,
  DictionaryNode,
  DictionaryReading,
  Refusal,
  YamlNode,
} from '../../model/dictionary.ts';
import { type Branch, growDictionary, placeOf, walk } from '../tree.ts';

/** Under this key quanteda lists the entries that stand beside categories. */
const own = '__';

/** Reads a quanteda dictionary from its YAML: named values are categories, lists and single texts their entries. */
export function readQuanteda(yaml: YamlNode): DictionaryReading {
  const refused: Refusal[] = [];
  const { root, done } = growDictionary();
  if (yaml.kind === 'map') for (const { key, value } of yaml.pairs) category(root, key, value, refused);
  else {
    const found = yaml.kind === 'other' ? yaml.found : `a ${yaml.kind}`;
    const remedy = 'name the categories';
    refused.push({ place: yaml.line, expected: 'named lists of entries', found, remedy });
  }
  return { dictionary: done(), refused };
}

function category(above: Branch, name: string, value: YamlNode, refused: Refusal[]): void {
  const branch = above.child(name, value.line);
  if (branch === null) {
    const remedy = 'flatten them';
    refused.push({
      place: value.line,
      expected: 'categories less deep inside one another',
      found: `\`${name}\``,
      remedy,
    });
  } else fill(branch, value, refused);
}

function fill(branch: Branch, value: YamlNode, refused: Refusal[]): void {
  switch (value.kind) {
    case 'text':
      branch.entry(value.text, value.line);
      break;
    case 'map':
      for (const { key, value: inner } of value.pairs) {
        if (key === own && inner.kind !== 'map') fill(branch, inner, refused);
        else category(branch, key, inner, refused);
      }
      break;
    case 'list':
      for (const item of value.items) {
        if (item.kind === 'list') {
          refused.push({
            place: item.line,
            expected: 'an entry',
            found: 'a list inside a list',
            remedy: 'write its entries one by one',
          });
        } else fill(branch, item, refused);
      }
      break;
    case 'other':
      refused.push({
        place: value.line,
        expected: 'an entry',
        found: value.found,
        remedy: 'write it out, in quotation marks if need be',
      });
  }
}

/** What stands in the YAML of a quanteda dictionary. */
export type QuantedaValue = readonly string[] | ReadonlyMap<string, QuantedaValue>;

/** Makes what stands in the YAML of a quanteda dictionary; of categories of one name beside each other one is refused. */
export function writeQuanteda(dictionary: Dictionary): {
  readonly value: QuantedaValue;
  readonly refused: readonly Refusal[];
} {
  const refused: Refusal[] = [];
  for (const { path, node } of [
    { path: [], node: { name: 'root', children: dictionary } },
    ...walk(dictionary),
  ]) {
    const names = new Set<string>([own, '']);
    for (const { name } of node.children) {
      if (names.has(name))
        refused.push({
          place: placeOf([...path, name]),
          expected: 'a name of its own',
          found: `\`${name}\``,
          remedy: 'rename the category',
        });
      names.add(name);
    }
  }
  return { value: dictionary.length === 0 ? new Map() : valueFor(dictionary, []), refused };
}

function valueFor(nodes: Dictionary, entries: readonly string[]): QuantedaValue {
  if (nodes.length === 0) return entries;
  // An object would put names that are numbers first.
  const value = new Map<string, QuantedaValue>();
  for (const { name, children, entries: inner } of nodes) {
    if (name === '' || name === own || value.has(name)) continue;
    value.set(name, valueFor(children, texts(inner)));
  }
  if (entries.length > 0) value.set(own, entries);
  return value;
}

function texts(entries: DictionaryNode['entries']): readonly string[] {
  return entries.map(({ text }) => text);
}
