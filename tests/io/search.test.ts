import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../src/io/database.ts';
import type { StudyDatabase } from '../../src/model/ports.ts';
import type { SearchQuery } from '../../src/model/search.ts';
import { offset, passageId } from '../../src/model/units.ts';
import { anySearch } from '../support/search.ts';
import { temporaryFolder } from '../support/tiny.ts';
import { type Made, made } from './make.ts';

const anything: SearchQuery = { ...anySearch, limit: 100 };
const nothing = { lines: [], total: 0, more: false, left: 0, next: null };

function indexed(...documents: readonly Made[]): StudyDatabase {
  const database = openDatabase(join(temporaryFolder(), 'study.sqlite'));
  onTestFinished(() => database.close());
  for (const { keys, receipt, results } of documents) database.index(keys, receipt, results);
  database.setCorpus(documents.map(({ row }) => row));
  return database;
}
const texts = (...all: readonly string[]) =>
  indexed(
    made(
      'a.txt',
      all.map((text) => ({ text })),
    ),
  );
const hits = async (database: StudyDatabase, words: string) =>
  (await database.search({ ...anything, words })).lines.map(({ hit }) => hit);

describe('a search for words', () => {
  it('leaves case and accents aside', async () => {
    const database = texts(
      'La ECONOMÍA Solidaria',
      'economi\u0301a solidaria',
      'economía social',
      'Ação, cidadã',
    );
    expect(await hits(database, 'economia SOLIDARIA')).toEqual([
      'ECONOMÍA Solidaria',
      'economi\u0301a solidaria',
    ]);
    expect(await hits(database, 'ECONOMÍA')).toHaveLength(3);
    expect(await hits(database, 'acao cidada')).toEqual(['Ação, cidadã']);
  });

  it('takes words as a phrase, and a last word by its beginning with a star', async () => {
    const database = texts('otra economía es posible', 'economía de otra', 'cooperativas y cooperativismo');
    expect(await hits(database, 'otra economía')).toEqual(['otra economía']);
    expect(await hits(database, 'cooperativ*')).toEqual(['cooperativas', 'cooperativismo']);
    expect(await hits(database, 'cooperativ')).toEqual([]);
    expect(await hits(database, 'otra econ*')).toEqual(['otra economía']);
  });

  it('takes nothing in the words for an operator', async () => {
    const database = texts('a or b here', 'near a b', 'a and not b', 'text a', 'c d');
    for (const words of [
      '"a" OR b*',
      'a" OR "c',
      'NEAR(a b)',
      'a AND NOT b',
      'text:a',
      '{text}: a',
      '^c d',
      "c'd",
      'c + d',
      'c -d',
      'c\0d',
      '(((',
      '"',
      '*',
      '',
      '  ',
      '-- ; DROP TABLE passages',
      '\ue000',
    ]) {
      await expect(database.search({ ...anything, words }), words).resolves.toBeDefined();
    }
    expect(await hits(database, '"a" OR b*')).toEqual(['a or b']);
    expect(await hits(database, 'NEAR(a b)')).toEqual(['near a b']);
    expect(await hits(database, 'a AND NOT b')).toEqual(['a and not b']);
    expect(await hits(database, 'text:a')).toEqual(['text a']);
    expect(await hits(database, '"')).toEqual([]);
    expect(await database.search({ ...anything, words: '' })).toEqual(nothing);
    expect(await database.search(anything)).toEqual(nothing);
    expect(await database.search({ ...anything, words: '-', terms: ['paradigm/'] })).toEqual(nothing);
  });

  it('finds what a naive reading of the folded words finds', async () => {
    const letter = fc.constantFrom('a', 'A', 'á', 'b', 'Ñ', 'n', 'ç', '1');
    const word = fc.string({ unit: letter, minLength: 1, maxLength: 2 });
    const gap = fc.constantFrom(' ', ', ', '-', ' — ', '_', ' 😀 ', '. ');
    const text = fc
      .array(fc.tuple(word, gap), { minLength: 1, maxLength: 8 })
      .map((parts) => parts.flat().join(''));
    const phrase = fc.array(word, { minLength: 1, maxLength: 2 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(text, { minLength: 1, maxLength: 4 }),
        phrase,
        fc.boolean(),
        async (all, words, isPrefix) => {
          const database = openDatabase(':memory:');
          const { keys, receipt, results, row } = made(
            'a.txt',
            all.map((one) => ({ text: one })),
          );
          database.index(keys, receipt, results);
          database.setCorpus([row]);
          const found = await database.search({
            ...anything,
            words: words.join(' ') + (isPrefix ? '*' : ''),
          });
          database.close();
          const expected = all.map((one) => naive(one, words, isPrefix));
          expect(found.total).toBe(expected.filter((some) => some.length > 0).length);
          expect(found.lines.map(({ hit }) => hit)).toEqual(expected.flat());
          for (const { left, hit, right } of found.lines) {
            expect(all.some((one) => one.includes(left + hit + right))).toBe(true);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('does not take private letters of a document for marks of a hit', async () => {
    const database = texts('\ue000 viñeta \ue001 economía \ue000 social');
    expect((await database.search({ ...anything, words: 'economía' })).lines).toMatchObject([
      { left: '\ue000 viñeta \ue001 ', hit: 'economía', right: ' \ue000 social' },
    ]);
  });

  it('shows what stands around a hit without cutting a character in two', async () => {
    const around = '😀'.repeat(40);
    const database = texts(`x${around} economía ${around}x`);
    const [line] = (await database.search({ ...anything, words: 'economia' })).lines;
    expect(line?.left).toBe(`${'😀'.repeat(29)} `);
    expect(line?.right).toBe(` ${'😀'.repeat(29)}`);
    expect(line?.left.isWellFormed() && line.right.isWellFormed()).toBe(true);
  });
});

/** Hits of a phrase, overlapping ones as one, by going through the words one by one. */
function naive(text: string, phrase: readonly string[], isPrefix: boolean): readonly string[] {
  const folded = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const found = [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map((match) => ({
    word: folded(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
  const spans: [number, number][] = [];
  for (const [index, { start }] of found.entries()) {
    const window = found.slice(index, index + phrase.length);
    const fits = phrase.every((word, place) => {
      const other = window[place]?.word;
      const isLast = place === phrase.length - 1;
      return isPrefix && isLast ? other?.startsWith(folded(word)) : other === folded(word);
    });
    if (!fits) continue;
    const end = window.at(-1)?.end ?? start;
    const last = spans.at(-1);
    if (last !== undefined && start < last[1]) last[1] = end;
    else spans.push([start, end]);
  }
  return spans.map(([start, end]) => text.slice(start, end));
}

describe('a search for a frame', () => {
  const mark = { words: 'otra economía', theme: 'paradigm' };
  const documents = [
    made('b.txt', [{ text: 'es otra economía 😀', marks: [mark], language: 'pt' }], {
      institution: 'Unión Él',
      voice: 'party',
      date: '2009',
    }),
    made('a.txt', [
      { text: '😀 otra economía y otra economía solidaria', marks: [mark] },
      { text: 'otra economía sin objeto', marks: [{ ...mark, blocked: 'no_object' }] },
      { text: 'pobreza', marks: [{ words: 'pobreza', theme: 'poverty' }] },
    ]),
    made('failed.txt', [{ text: 'otra economía', marks: [mark] }], { status: 'failed' }),
  ];

  it('gives the hits of its tags that count, in the order of file and place', async () => {
    const { lines, total } = await indexed(...documents).search({ ...anything, terms: ['paradigm/'] });
    expect(total).toBe(2);
    expect(lines).toMatchObject([
      { file: 'a.txt', left: '😀 ', hit: 'otra economía', right: ' y otra economía solidaria' },
      {
        file: 'b.txt',
        left: 'es ',
        hit: 'otra economía',
        right: ' 😀',
        institution: 'Unión Él',
        date: '2009',
      },
    ]);
    expect(await indexed(...documents).search({ ...anything, terms: ['nothing/'] })).toEqual(nothing);
  });

  it('narrows a search for words to passages that have it', async () => {
    const database = indexed(...documents);
    const { lines, total } = await database.search({ ...anything, words: 'economía', terms: ['paradigm/'] });
    expect(total).toBe(2);
    expect(lines.map(({ file, hit }) => [file, hit])).toEqual([
      ['a.txt', 'economía'],
      ['a.txt', 'economía'],
      ['b.txt', 'economía'],
    ]);
    expect((await database.search({ ...anything, words: 'economía' })).total).toBe(3);
  });

  it.each([
    [{ institution: 'UNION él' }, ['b.txt']],
    [{ institution: 'unión-el' }, ['b.txt']],
    [{ institution: 'Unión' }, []],
    [{ voice: 'party' }, ['b.txt']],
    [{ voice: 'donor' }, []],
    [{ language: 'es' }, ['a.txt']],
    [{ language: 'pt', voice: 'party' }, ['b.txt']],
  ])('is narrowed by %j', async (filter, files) => {
    const database = indexed(...documents);
    for (const what of [{ terms: ['paradigm/'] }, { words: 'otra economía', terms: ['paradigm/'] }]) {
      const { lines, total } = await database.search({ ...anything, ...what, ...filter });
      expect([...new Set(lines.map(({ file }) => file))]).toEqual(files);
      expect(total).toBe(files.length);
    }
  });

  it('counts all passages and shows the first lines', async () => {
    const database = indexed(
      made(
        'many.txt',
        Array.from({ length: 30 }, (_, place) => ({ text: `marco ${place} y marco` })),
      ),
    );
    const { lines, total } = await database.search({ ...anything, words: 'marco', limit: 5 });
    expect(total).toBe(30);
    expect(lines.map(({ right }) => right)).toEqual([' 0 y marco', '', ' 1 y marco', '', ' 2 y marco']);
  });
});

describe('the page of a hit', () => {
  const text = '😀😀😀😀😀 uno dos tres';
  const document = (labels: readonly (string | null)[]) =>
    indexed(
      made(
        'a.txt',
        [
          { text, page: 3, breaks: [10], marks: [{ words: 'tres', theme: 'paradigm' }] },
          { text: 'uno al fin', page: 5 },
        ],
        {},
        'first',
        labels,
      ),
    );
  const pages = async (database: StudyDatabase, words: string) =>
    (await database.search({ ...anything, words })).lines.map(({ page }) => page);

  it('is the page on which it begins, across a page break', async () => {
    const database = document([]);
    expect(await pages(database, 'uno')).toEqual(['4', '6']);
    expect(await pages(database, 'uno dos')).toEqual(['4']);
    expect(await pages(database, 'dos')).toEqual(['5']);
    const { lines } = await database.search({ ...anything, terms: ['paradigm/'] });
    expect(lines.map(({ page }) => page)).toEqual(['5']);
  });

  it('is the printed label where there is one', async () => {
    const database = document(['i', 'ii', 'iii', '1', null, '3']);
    expect(await pages(database, 'uno')).toEqual(['1', '3']);
    expect(await pages(database, 'dos')).toEqual(['5']);
  });
});

describe('a search whose lines leave the study', () => {
  const text = 'Habló Ana García de la economía social; la Sra. García la llamó economía del pueblo.';
  const person = { name: 'Ana García', of: null, passage: passageId(`${'0'.repeat(16)}-${'0'.repeat(12)}`) };
  const persons = [{ ...person, start: offset(0), end: offset(0) }];

  it('has pseudonyms for names, around hits and in them, and shows them on the spot', async () => {
    const one = made('a.txt', [{ text }]);
    const passages = { ...one.results.passages, act: { ...one.results.passages.act, persons } };
    const database = indexed({ ...one, results: { ...one.results, passages } });
    const query = { ...anything, words: 'economía' };
    expect((await database.search(query)).lines.map(({ left }) => left)).toEqual([
      'Habló Ana García de la ',
      expect.stringContaining('la Sra. García la llamó '),
    ]);
    const { lines } = await database.search(query, (name) => `<${name}>`);
    expect(lines.map(({ left, hit }) => [left.slice(-20), hit])).toEqual([
      ['ló <ana garcia> de la ', 'economía'].map((part) => part.slice(-20)),
      ['ra. <ana garcia> la llamó ', 'economía'].map((part) => part.slice(-20)),
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/García/);
    const named = await database.search({ ...anything, words: 'Ana García' }, (name) => `<${name}>`);
    expect(named.lines[0]).toMatchObject({ left: 'Habló ', hit: '<ana garcia>' });
    expect([...database.evidence()]).toEqual([]);
  });
});
