import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Overlap } from '../../src/model/study.ts';
import { buildAutomaton, type Searchable } from '../../src/tag/automaton.ts';
import { keepByPolicy } from '../../src/tag/overlap.ts';
import { parsePattern } from '../../src/tag/pattern.ts';
import { createTokenizer, type Tokens } from '../../src/text/tokens.ts';
import cases from '../fixtures/quanteda.json' with { type: 'json' };
import { real } from '../support/requires.ts';

const sets = ['handmade', 'udhr_es_pt_en', 'ukimmig2010_LaverGarry', 'inaugural_LSD2015'];

/** Case folds and accents count in quanteda. */
const exact = { case: false, accents: true };

type Dictionary = Readonly<Record<string, string | readonly string[]>>;
type Key = { readonly key: string } & Searchable;
type Counts = ReadonlyMap<string, number>;

function read(name: string): string {
  return readFileSync(join(real ?? '', 'quanteda', name), 'utf8');
}

function entriesOf(
  dictionary: Readonly<Record<string, string | readonly string[]>>,
): readonly (readonly [string, string])[] {
  return Object.entries(dictionary).flatMap(([key, entries]) =>
    [entries].flat().map((entry) => [key, entry] as const),
  );
}

/** Entries as quanteda takes them: parted by spaces only, compared whole. */
function asQuanteda(dictionary: Dictionary): readonly Key[] {
  return entriesOf(dictionary).map(([key, entry]) => ({ key, exact, sequences: [entry.split(' ')] }));
}

/** Entries as our pattern language takes them; those it refuses are left out. */
function asPatterns(dictionary: Dictionary): readonly Key[] {
  return entriesOf(dictionary).flatMap(([key, entry]) => {
    const parsed = parsePattern(entry);
    return 'sequences' in parsed ? [{ key, exact, sequences: parsed.sequences }] : [];
  });
}

/** What `nested_scope` is called here. */
const policies = { key: 'category', dictionary: 'nested' } as const;
const scopes = ['key', 'dictionary'] as const;
type Scope = (typeof scopes)[number];

/** The keys that stand in a text cut into words, each key a category of one layer. */
function findWith(keys: readonly Key[], policy: Overlap) {
  const find = buildAutomaton(keys);
  const groupOf = (pattern: number) => ({ layer: '', category: keys[pattern]?.key ?? '' });
  return (text: string, words: Tokens) =>
    keepByPolicy(find(text, words), policy, groupOf).map(({ start, end, pattern }) => ({
      start,
      end,
      key: groupOf(pattern).category,
    }));
}

/** How often each key stands there. */
function countWith(keys: readonly Key[], scope: Scope = 'key'): (text: string, words: Tokens) => Counts {
  const find = findWith(keys, policies[scope]);
  return (text, words) => {
    const counts = new Map<string, number>();
    for (const { key } of find(text, words)) counts.set(key, (counts.get(key) ?? 0) + 1);
    return counts;
  };
}

/** A list of words, each with whether a phrase breaks before it, as a text that was cut there. */
function lineOf(
  list: readonly { readonly word: string; readonly broken: boolean }[],
): readonly [string, Tokens] {
  const starts: number[] = [];
  let text = '';
  for (const { word } of list) {
    starts.push(text.length);
    text += `${word} `;
  }
  const ends = list.map(({ word }, i) => (starts[i] ?? 0) + word.length);
  const broken = Uint8Array.from(list, (item) => (item.broken ? 1 : 0));
  return [
    text,
    { length: list.length, starts: Int32Array.from(starts), ends: Int32Array.from(ends), broken },
  ];
}

/** Cuts the tokens of quanteda where ours are cut besides: at hyphens, apostrophes, slashes; other punctuation breaks. */
function recut(tokens: readonly string[]): readonly { word: string; broken: boolean }[] {
  let broken = false;
  return tokens.flatMap((token) => {
    if (!/[\p{L}\p{N}]/u.test(token)) {
      broken ||= !/^['‘’“”"/]$/.test(token);
      return [];
    }
    const parts = token.split(/[-–‐'’/_]/).filter((part) => part !== '');
    return parts.map((word, i) => {
      const item = { word, broken: broken && i === 0 };
      broken = false;
      return item;
    });
  });
}

/** What quanteda counted: cells are whole numbers without quotes, and no key holds a comma. */
function countedByQuanteda(set: string, scope: string = 'key'): ReadonlyMap<string, Counts> {
  const [head = '', ...rows] = read(`${set}.counts.${scope}.csv`)
    .trim()
    .split('\n')
    .map((row) => row.replaceAll('"', '').split(','));
  return new Map(
    rows.map(([id = '', ...cells]) => [
      id,
      new Map(cells.map((cell, i) => [head[i + 1] ?? '', Number(cell)])),
    ]),
  );
}

/** The lines of its concordance; no document, place or key holds a quote or a comma. */
function concordanceOfQuanteda(set: string) {
  const [, ...rows] = read(`${set}.kwic.csv`).trim().split('\n');
  return rows.map((row) => {
    const [, document = '', from = '', to = '', key = ''] =
      /^"(.*?)",(\d+),(\d+),.*,"(.*?)"$/.exec(row) ?? [];
    return { document, from, to, key };
  });
}

/** Cells that differ, as `document key theirs ours`. */
function differences(
  theirs: ReadonlyMap<string, Counts>,
  ours: (document: string) => Counts,
): readonly string[] {
  return [...theirs]
    .flatMap(([document, cells]) => {
      const counts = ours(document);
      return [...cells].map(([key, count]) => [document, key, count, counts.get(key) ?? 0] as const);
    })
    .filter(([, , their, our]) => their !== our)
    .map((cell) => cell.join(' '));
}

function load(set: string) {
  const tokens: Readonly<Record<string, string | readonly string[]>> = JSON.parse(
    read(`${set}.qtokens.json`),
  );
  const lines = read(`${set}.docs.jsonl`).trim().split('\n');
  const texts = new Map<string, string>(
    lines.map((line) => JSON.parse(line)).map(({ id, text }) => [id, text]),
  );
  return {
    dictionary: JSON.parse(read(`${set}.dict.flat.json`)),
    tokensOf: (document: string): readonly string[] => [tokens[document] ?? []].flat(),
    textOf: (document: string): string => texts.get(document) ?? '',
  };
}

/** A key under the name of the one that holds it, as concordances name them. */
function atFirstLevel(key: Key): Key {
  return { ...key, key: key.key.split('.')[0] ?? '' };
}

/** Words through which phrases may pass, as tokens of quanteda are. */
function lineThrough(tokens: readonly string[]): readonly [string, Tokens] {
  return lineOf(tokens.map((word) => ({ word, broken: false })));
}

describe('the rules of quanteda, on cases of our own', () => {
  it.each(cases)('$case', ({ words, dictionary, counts }) => {
    const line = lineThrough(words.split(' '));
    const keys = asQuanteda(dictionary);
    const count = (policy: Overlap) => {
      const found = findWith(keys, policy)(...line).map(({ key }) => key);
      return Object.keys(dictionary).map((key) => found.filter((one) => one === key).length);
    };
    expect({ key: count('category'), dictionary: count('nested'), kwic: count('all') }).toEqual(counts);
  });
});

describe.skipIf(real === null)('the counts of quanteda', () => {
  it.each(scopes)('are ours in every cell with nested_scope "%s" over the same tokens', (scope) => {
    const cells = sets.map((set) => {
      const { dictionary, tokensOf } = load(set);
      const count = countWith(asQuanteda(dictionary), scope);
      const theirs = countedByQuanteda(set, scope);
      const ours = (document: string): Counts => count(...lineThrough(tokensOf(document)));
      expect(differences(theirs, ours)).toEqual([]);
      return [...theirs.values()].reduce((sum, row) => sum + row.size, 0);
    });
    expect(cells).toEqual([20 * 18, 4 * 6, 9 * 20, 60 * 4]);
  });

  it.each(scopes)('are ours for the first level of keys with nested_scope "%s"', (scope) => {
    const set = 'ukimmig2010_LaverGarry';
    const { dictionary, tokensOf } = load(set);
    const count = countWith(asQuanteda(dictionary).map(atFirstLevel), scope);
    const theirs = countedByQuanteda(set, `${scope}.level1`);
    expect(theirs.size).toBe(9);
    expect(differences(theirs, (document) => count(...lineThrough(tokensOf(document))))).toEqual([]);
  });

  it('are ours with its option for case, over dictionaries in lower case as there and as written', () => {
    const strict = (dictionary: Dictionary) =>
      asQuanteda(dictionary).map((key) => ({ ...key, exact: { case: true, accents: true } }));
    const check = (set: string, name: string, dictionary: Dictionary) => {
      const { tokensOf } = load(set);
      const count = countWith(strict(dictionary));
      const theirs = countedByQuanteda(set, name);
      expect(theirs.size).toBeGreaterThan(0);
      expect(differences(theirs, (document) => count(...lineThrough(tokensOf(document))))).toEqual([]);
    };
    for (const set of sets) check(set, 'key.casesensitive', load(set).dictionary);
    const { dict } = JSON.parse(read('handmade.input.json'));
    check('handmade', 'key.casesensitive_rawdict', dict);
  });

  it('leave the same number of tokens without a match', () => {
    for (const set of sets) {
      const { dictionary, tokensOf } = load(set);
      const find = findWith(asQuanteda(dictionary), policies.key);
      const unmatched = (document: string): Counts => {
        const line = lineThrough(tokensOf(document));
        const left = new Set(tokensOf(document).keys());
        for (const { start, end } of find(...line)) for (let i = start; i < end; i++) left.delete(i);
        return new Map([['_UNMATCHED', left.size]]);
      };
      const theirs = new Map(
        [...countedByQuanteda(set, 'key.nomatch')].map(([document, cells]) => [
          document,
          new Map([['_UNMATCHED', cells.get('_UNMATCHED') ?? Number.NaN]]),
        ]),
      );
      expect(differences(theirs, unmatched)).toEqual([]);
    }
  });

  type Cut = (tokens: readonly string[]) => readonly { readonly word: string; readonly broken: boolean }[];
  const through: Cut = (tokens) => tokens.map((word) => ({ word, broken: false }));
  const isDe = (word: string) => word.toLowerCase() === 'de';
  const options: readonly (readonly [string, string, Cut])[] = [
    ['remove_punct', 'handmade.tokens.remove_punct.json', through],
    ['split_hyphens', 'handmade.tokens.split_hyphens.json', through],
    [
      'removed_de_nopadding',
      'handmade.tokens.json',
      (tokens) => through(tokens.filter((word) => !isDe(word))),
    ],
    [
      'removed_de_padding',
      'handmade.tokens.json',
      (tokens) => {
        const kept = tokens.map((word, i) => ({ word, broken: isDe(tokens[i - 1] ?? '') }));
        return kept.filter(({ word }) => !isDe(word));
      },
    ],
  ];
  it.each(options)('are ours over its tokens with %s', (option, file, cut) => {
    const { dictionary } = load('handmade');
    const tokens: Readonly<Record<string, string | readonly string[]>> = JSON.parse(read(file));
    const count = countWith(asQuanteda(dictionary));
    const theirs = countedByQuanteda('handmade', `key.${option}`);
    expect(theirs.size).toBe(20);
    const ours = (document: string): Counts => count(...lineOf(cut([tokens[document] ?? []].flat())));
    expect(differences(theirs, ours)).toEqual([]);
  });

  it('have a concordance that is ours when all overlapping terms count', () => {
    const found = sets.map((set) => {
      const { dictionary, tokensOf } = load(set);
      const rows = concordanceOfQuanteda(set);
      const asked = new Set(rows.map(({ key }) => key));
      const find = findWith(asQuanteda(dictionary).map(atFirstLevel), 'all');
      const ours = [...countedByQuanteda(set).keys()].flatMap((document) =>
        find(...lineThrough(tokensOf(document)))
          .filter(({ key }) => asked.has(key))
          .map(({ start, end, key }) => `${document} ${start + 1} ${end} ${key}`),
      );
      const theirs = rows.map(({ document, from, to, key }) => `${document} ${from} ${to} ${key}`);
      expect([...new Set(ours)].toSorted()).toEqual([...new Set(theirs)].toSorted());
      return rows.length;
    });
    expect(found).toEqual([184, 786, 540, 62]);
  });

  it('are ours in every edge case over the same tokens but for the listed ones', () => {
    type Edge = { case: string; tokens: string | string[]; dict: Dictionary; counts: Record<string, number> };
    const edges: readonly Edge[] = JSON.parse(read('edge_cases.json'));
    const unlike = edges.filter(({ case: name, tokens, dict, counts }) => {
      const scope = name.endsWith('_dict') && name !== 'case_upper_dict' ? 'dictionary' : 'key';
      const ours = countWith(asQuanteda(dict), scope)(...lineThrough([tokens].flat()));
      return Object.entries(counts).some(([key, count]) => (ours.get(key) ?? 0) !== count);
    });
    expect(edges.length).toBe(40);
    expect(unlike.map((edge) => edge.case)).toEqual([
      // Invisible characters fold away here.
      'soft_hyphen',
      'zwsp_zwj',
      // A lone `?` is any word of one character here, only a question mark there.
      'star_alone_multi',
      // There `_` in an entry stands for a space; here both text and pattern are cut at it.
      'underscore_entry',
      // Doubled spaces spoil an entry there; this test cuts entries at each, `parsePattern` does not.
      'double_space_entry',
      // An option: case-sensitive, with an upper-case dictionary.
      'case_upper_dict',
      // `niños/as` is the word `niños` here.
      'ordinals_slash',
    ]);
  });

  it('differ over our own words only where we mean it', () => {
    const tokenize = createTokenizer();
    const found = sets.map((set) => {
      const { dictionary, textOf } = load(set);
      const count = countWith(asPatterns(dictionary));
      return differences(countedByQuanteda(set), (document) =>
        count(textOf(document), tokenize(textOf(document))),
      );
    });
    expect(found[0]).toEqual([
      // A hyphen parts words: `well being` finds `well-being`, and `em dash` finds `em-dash`.
      'en_hyphen hyph 3 5',
      // An apostrophe parts words and its two shapes are one: `workers' rights`, `don’t` are found.
      'en_apos apos 5 6',
      // `worker-*` is a phrase of two words here and finds `worker's` and `worker’s`.
      'en_apos hyph 0 2',
      // Web and mail addresses are no words.
      'en_url url 6 0',
      // Tabs, line ends, hyphens and slashes part words of a phrase: `economía-social`, `economía/social`.
      'mix_ws econsoc 3 5',
      'mix_ws rep 1 2',
      // Quotes do not break a phrase.
      'mix_emoji rep 0 1',
    ]);
    expect(found[1]).toEqual([]);
    expect(found.slice(2).map(({ length }) => length)).toEqual([9, 43]);
  });

  it.each([
    ['handmade', ['en_url url 3 0']],
    ['udhr_es_pt_en', []],
    ['ukimmig2010_LaverGarry', []],
    ['inaugural_LSD2015', []],
  ])(
    'are ours over our own words once the tokens of %s are cut at hyphens, apostrophes and slashes',
    (set, meant) => {
      const { dictionary, textOf, tokensOf } = load(set);
      const count = countWith(asPatterns(dictionary));
      const tokenize = createTokenizer();
      const documents = [...countedByQuanteda(set).keys()];
      const keys = Object.keys(dictionary);
      const theirs = new Map(
        documents.map((document) => {
          const counts = count(...lineOf(recut(tokensOf(document))));
          return [document, new Map(keys.map((key) => [key, counts.get(key) ?? 0]))];
        }),
      );
      const ours = (document: string): Counts => count(textOf(document), tokenize(textOf(document)));
      expect(differences(theirs, ours)).toEqual(meant);
    },
  );

  it('leaves out the entries that could never match, each by name', () => {
    const { dictionary } = load('handmade');
    const refused = entriesOf(dictionary)
      .map(([, entry]) => entry)
      .filter((entry) => 'fault' in parsePattern(entry));
    expect(refused).toEqual([
      '$3.50',
      '50%',
      '@coop_user',
      '#socialeconomy',
      '#econom*',
      'info@coop.org',
      'u.s.',
    ]);
  });
});
