import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportLexicon, importDictionary } from '../../../src/app/dictionaries.ts';
import { readDictionaryText } from '../../../src/io/dictionary.ts';
import { readDictionary, writeDictionary } from '../../../src/lexicon/formats/formats.ts';
import type { Dictionary, DictionaryFormat } from '../../../src/model/dictionary.ts';
import type { Theme } from '../../../src/model/lexicon.ts';
import { real } from '../../support/requires.ts';
import { type Plain, plain, unordered, yaml } from './make.ts';

const folder = join(real ?? '', 'data', 'dictionaries', 'quanteda', 'tests', 'data', 'dictionaries');
const golden = join(real ?? '', 'quanteda');

/** quanteda's dictionaries as JSON: a single entry is no list, and entries beside categories stand under `__`. */
type Golden = string | readonly string[] | { readonly [name: string]: Golden };

function goldenOf(value: Golden): Omit<Plain, 'name'> {
  if (typeof value === 'string') return { entries: [value], children: [] };
  if (Array.isArray(value)) return { entries: value.toSorted(), children: [] };
  const { __: own = [], ...rest } = value as Record<string, Golden>;
  const children = Object.entries(rest).map(([name, inner]) => ({ name, ...goldenOf(inner) }));
  return { entries: [own].flat().map(String).toSorted(), children };
}

/** Ours as quanteda keeps dictionaries: lower case, without categories that hold nothing. */
function asQuanteda(dictionary: Dictionary): readonly Plain[] {
  return plain(dictionary)
    .map(function lower({ name, entries, children }): Plain {
      const lowered = [...new Set(entries.map((entry) => entry.toLowerCase()))].toSorted();
      return { name, entries: lowered, children: children.map(lower).filter(holds) };
    })
    .filter(holds);
}

function holds({ entries, children }: Plain): boolean {
  return entries.length + children.length > 0;
}

async function readReal(file: string, encoding?: string) {
  const { text, guessed } = await readDictionaryText(join(folder, file), encoding);
  return { ...readDictionary(text, /[^.]*$/.exec(file)?.[0] as DictionaryFormat, yaml), guessed };
}

/**
 * Where we differ on purpose, ours is made what quanteda makes of it: it leaves the sign of a Lexicoder category in its
 * name, drops entries of Yoshikoder that stand beside a category, and repeats in every category of Yoshikoder
 * that has others inside those that stood before it.
 */
function asWrong(file: string, nodes: readonly Plain[]): readonly Plain[] {
  if (file.endsWith('.lc3')) return nodes.map((node) => ({ ...node, name: `+${node.name}` }));
  if (!/\.(ykd|lcd)$/.test(file)) return nodes;
  const repeating = (list: readonly Plain[], before: ReadonlyMap<string, Plain>): readonly Plain[] => {
    const made = new Map(before);
    for (const node of list) {
      const inner = node.children.length === 0 ? [] : repeating(node.children, made);
      made.set(node.name, { ...node, entries: inner.length === 0 ? node.entries : [], children: inner });
    }
    return [...made.values()];
  };
  return repeating(nodes, new Map());
}

describe.skipIf(real === null)('dictionaries as quanteda reads them', () => {
  const files = real === null ? [] : readdirSync(golden).filter((file) => file.startsWith('dictparse.'));

  it('has all of them', () => expect(files).toHaveLength(17));

  it.each(files)('%s', async (name) => {
    const { file, dictionary } = JSON.parse(readFileSync(join(golden, name), 'utf8'));
    const { children } = goldenOf(dictionary);
    expect(asWrong(file, asQuanteda((await readReal(file)).dictionary))).toEqual(children);
  });

  it.each(files)('%s is written and read again without loss in its own format', async (name) => {
    const { file }: { file: string } = JSON.parse(readFileSync(join(golden, name), 'utf8'));
    const format = /[^.]*$/.exec(file)?.[0] as DictionaryFormat;
    const { dictionary } = await readReal(file);
    const { text, refused } = writeDictionary(dictionary, format, yaml);
    expect(refused).toEqual([]);
    const again = readDictionary(text, format, yaml);
    expect(again.refused).toEqual([]);
    expect(plain(again.dictionary, unordered.has(format))).toEqual(plain(dictionary, unordered.has(format)));
  });

  it.each(files)('%s comes in, goes out and comes in again the same', async (name) => {
    const { file }: { file: string } = JSON.parse(readFileSync(join(golden, name), 'utf8'));
    const format = /[^.]*$/.exec(file)?.[0] as DictionaryFormat;
    const { text } = await readDictionaryText(join(folder, file));
    const adoption = { file, name: 'mine', language: 'en', layer: 'frame', overlap: 'layer' } as const;
    const { themes } = importDictionary(text, format, adoption, yaml);
    expect(themes.length).toBeGreaterThan(0);
    const source = { themes: themes.map((theme) => ({ file: theme.theme, theme })), categories: {} };
    const written = exportLexicon(source, format, 'en', yaml);
    expect(written.refused).toEqual([]);
    const again = importDictionary(written.text, format, adoption, yaml);
    expect(again.refused).toEqual([]);
    const patterns = (list: readonly Theme[]) =>
      list.map(({ theme, categories }) => [
        theme,
        Object.entries(categories).map(([category, { terms }]) => [
          category,
          terms.en?.map(({ pattern }) => pattern).toSorted(),
        ]),
      ]);
    expect(patterns(again.themes)).toEqual(patterns(themes));
  });

  it('names the lines of what it refuses', async () => {
    const lines = async (file: string) => (await readReal(file)).refused.map(({ place }) => place);
    expect(await lines('liwc_extracodes.dic')).toEqual([20, 23]);
    expect(await lines('liwc_hierarchical.dic')).toEqual([23, 26, 28]);
    expect(await lines('mary_missingcat.dic')).toEqual([9]);
    expect(await lines('mary_zeropadding.dic')).toEqual([9]);
    expect(await lines('laver-garry.cat')).toEqual([]);
    expect(await lines('laver-garry.ykd')).toEqual([]);
  });

  it('reads the moral foundations, which have spaces and tabs in any mixture', async () => {
    const path = join(
      real ?? '',
      'data',
      'dictionaries',
      'quanteda',
      'inst',
      'extdata',
      'moral_foundations_dictionary.dic',
    );
    const { text } = await readDictionaryText(path);
    const { dictionary, refused } = readDictionary(text, 'dic', yaml);
    expect(refused).toEqual([]);
    expect(dictionary.map(({ entries }) => entries.length)).toEqual([
      16, 35, 26, 18, 29, 23, 45, 37, 35, 54, 41,
    ]);
  });

  it.each([
    ['iso-8859-1.cat', 'iso-8859-1', 'ÂãÄä'],
    ['iso-8859-14.cat', 'iso-8859-14', 'ḂĊḊ'],
    ['iso-8859-2.cat', 'iso-8859-2', 'ČĎĚ'],
    ['windows-1252.cat', 'windows-1252', 'ŠŽŸ'],
    ['shift-jis.cat', 'shift_jis', 'あいう'],
    ['euc-jp.cat', 'euc-jp', 'あいう'],
  ])('decodes %s', async (file, encoding, letters) => {
    const { dictionary, refused } = await readReal(file, encoding);
    expect(refused).toEqual([]);
    const [latin, other] = plain(dictionary);
    expect(latin?.entries).toHaveLength(3);
    if (file !== 'iso-8859-1.cat') expect(other?.entries.join('')).toBe(letters);
    expect((await readReal(file)).guessed).toBe(file === 'iso-8859-1.cat' ? null : 'windows-1252');
  });

  it('reads Yoshikoder under the name of WordStat', async () => {
    const { dictionary, refused } = await readReal('actually_ykd.cat');
    expect(refused).toEqual([]);
    expect(plain(dictionary)[0]?.children.map(({ name }) => name)).toEqual([
      'A category',
      'Another category',
    ]);
  });
});
