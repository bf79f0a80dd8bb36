import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { connectReader } from '../../../src/io/connect.ts';
import { indexPath, openDatabase, openIndex } from '../../../src/io/database.ts';
import { findPassages } from '../../../src/io/search/found.ts';
import { shelfOf } from '../../../src/io/search/shelf.ts';
import { soughtBy } from '../../../src/io/search/sought.ts';
import { walkFrom } from '../../../src/io/search/walk.ts';
import type { StudyDatabase } from '../../../src/model/ports.ts';
import { type SearchQuery, searchSorts } from '../../../src/model/search.ts';
import { anySearch } from '../../support/search.ts';
import { temporaryFolder } from '../../support/tiny.ts';
import { made, type Written } from '../make.ts';
import { type Document, naiveSearch } from './naive.ts';

const word = fc.constantFrom('a', 'Á', 'ab', 'b', 'Ñu', 'nu', 'ça');
const text = fc.array(word, { minLength: 1, maxLength: 7 }).map((words) => words.join(' '));
const passage: fc.Arbitrary<Written> = fc
  .record({
    text,
    zone: fc.constantFrom('body' as const, 'recital' as const),
    language: fc.constantFrom('es' as const, 'pt' as const, 'other' as const),
    tags: fc.array(
      fc.record({
        theme: fc.constantFrom('add_on', 'poverty'),
        category: fc.constantFrom('a', 'b'),
        blocked: fc.constantFrom(null, null, 'negated' as const, 'no_object' as const),
        polarity: fc.constantFrom(null, 'affirmed' as const, 'hedged' as const, 'negated' as const),
      }),
      { maxLength: 2 },
    ),
  })
  .map(({ tags, ...written }) => ({
    ...written,
    // Every other tag lies on the last word, so that hits of one passage differ.
    marks: tags.map((tag, at) => ({
      ...tag,
      words: at % 2 === 0 ? (written.text.split(' ')[0] ?? '') : written.text,
    })),
  }));
const about = fc.record({
  passages: fc.array(passage, { maxLength: 4 }),
  institution: fc.constantFrom(null, 'Red', 'Liga'),
  voice: fc.constantFrom(null, 'donor', 'party'),
  date: fc.constantFrom(null, '2001', '2004-05', '2009-01-31'),
  status: fc.constantFrom('ok' as const, 'ok' as const, 'failed' as const),
});
const corpus = fc
  .array(about, { minLength: 1, maxLength: 6 })
  .chain((all) =>
    // Documents are written in another order than that of their files.
    fc.shuffledSubarray(
      all.map((one, at) => ({ ...one, file: `${String.fromCharCode(0x7a - at)}.txt` })),
      { minLength: all.length },
    ),
  )
  .map((all) =>
    all.map(({ file, passages, ...row }): Document => ({ file, passages, made: made(file, passages, row) })),
  );
const maybe = <T>(...values: readonly T[]) => fc.option(fc.constantFrom(...values), { freq: 2 });
const query: fc.Arbitrary<SearchQuery> = fc
  .record({
    words: maybe('a', 'A*', 'nu', 'a b', 'b a*', 'ab'),
    terms: maybe(['add_on/'], ['poverty/b.'], ['add_on/a.es.000000', 'poverty/'], []),
    polarity: maybe('affirmed' as const, 'hedged' as const, 'negated' as const),
    institution: maybe('Red', 'Liga'),
    voice: maybe('donor', 'party'),
    from: maybe('2001', '2004'),
    to: maybe('2001', '2004'),
    zone: maybe('body', 'recital'),
    language: maybe('es', 'pt', 'other'),
    sort: fc.constantFrom(...searchSorts),
    limit: fc.integer({ min: 1, max: 4 }),
  })
  .map((asked) => ({ ...asked, after: null }))
  .filter(({ words, terms }) => words !== null || terms !== null);

function put(database: StudyDatabase, documents: readonly Document[]): void {
  for (const { made: one } of documents) database.index(one.keys, one.receipt, one.results);
  database.setCorpus(documents.map(({ made: { row } }) => row));
}

describe('a search', () => {
  it('finds what reading everything finds, in every order, each hit on one page', async () => {
    await fc.assert(
      fc.asyncProperty(
        corpus,
        fc.array(query, { minLength: 1, maxLength: 6 }),
        async (documents, queries) => {
          const database = openDatabase(':memory:');
          put(database, documents);
          for (const one of queries) {
            const expected = naiveSearch(documents, one);
            const found: unknown[] = [];
            let after: string | null = null;
            do {
              const page = await database.search({ ...one, after });
              expect(page.lines.length).toBeLessThanOrEqual(one.limit);
              const passages = new Set(expected.map(({ file, ordinal }) => `${file} ${ordinal}`));
              expect(page).toMatchObject({ total: passages.size, more: false, left: 0 });
              found.push(...page.lines);
              after = page.next;
            } while (after !== null);
            const textOf = (file: string, ordinal: number) =>
              documents.find((document) => document.file === file)?.passages[ordinal]?.text ?? '';
            expect(found).toMatchObject(
              expected.map(({ file, ordinal, start, end }) => ({
                file,
                left: textOf(file, ordinal).slice(0, start),
                hit: textOf(file, ordinal).slice(start, end),
                right: textOf(file, ordinal).slice(end),
              })),
            );
            expect(found).toHaveLength(expected.length);
            expect((await database.countHits(one)).hits).toBe(expected.length);
          }
          database.close();
        },
      ),
      { numRuns: 150 },
    );
  });

  it('comes to the same passages by walking from any place as by looking at all of them', async () => {
    await fc.assert(
      fc.asyncProperty(corpus, query, fc.nat(20), async (documents, one, skipped) => {
        const state = temporaryFolder();
        const database = openIndex(state);
        put(database, documents);
        const reader = connectReader(indexPath(state));
        if (reader === null) throw new Error('expected an index');
        const shelf = shelfOf(reader);
        const sought = soughtBy(shelf, one);
        if (sought?.phrase) {
          const { passages: all } = await findPassages(reader, shelf, sought, true);
          const places = [...(all?.places ?? [])];
          const numbers = [...(all?.numbers ?? [])];
          const from = { place: places[skipped] ?? 0, number: numbers[skipped] ?? 0 };
          const start = skipped < numbers.length ? skipped : 0;
          const walked = await walkFrom(reader, shelf, sought, from, one.limit);
          expect([...walked.places]).toEqual(places.slice(start, start + one.limit));
          expect([...walked.numbers]).toEqual(numbers.slice(start, start + one.limit));
        }
        reader.close();
        database.close();
      }),
      { numRuns: 60 },
    );
  });

  it('sees what was written meanwhile', async () => {
    const database = openIndex(temporaryFolder());
    onTestFinished(() => database.close());
    const asked = { ...anySearch, words: 'a' };
    const documents = ['x', 'y'].map(
      (file): Document => ({ file, passages: [{ text: 'a' }], made: made(file, [{ text: 'a' }]) }),
    );
    put(database, documents.slice(0, 1));
    expect((await database.search(asked)).total).toBe(1);
    put(database, documents);
    expect((await database.search(asked)).total).toBe(2);
    database.setCorpus(documents.slice(1).map(({ made: { row } }) => row));
    expect((await database.search(asked)).lines.map(({ file }) => file)).toEqual(['y']);
  });
});

describe('a search that very many passages answer', () => {
  const length = 2_000;
  /** Passages of one word in front of `eco`, in the order of the alphabet backwards. */
  const many = Array.from({ length: 11 }, (_, place) => {
    const file = `${String(11 - place).padStart(2, '0')}.txt`;
    const passages = Array.from({ length }, (_, at) => ({
      text: `w${String(9999 - at)} eco eco${place}`,
      zone: at === 7 ? ('recital' as const) : ('body' as const),
    }));
    return { file, passages };
  });

  it('gives its first pages, says that there are more, and sorts the first of them', async () => {
    const state = join(temporaryFolder(), 'state');
    const database = openIndex(state);
    onTestFinished(() => database.close());
    put(
      database,
      many.map(({ file, passages }) => ({ file, passages, made: made(file, passages) })),
    );
    for (const words of ['eco', 'eco*']) {
      const asked = { ...anySearch, words };
      const first = await database.search(asked);
      const hits = words === 'eco' ? 1 : 2;
      expect(first).toMatchObject({ total: 10_000, more: true, left: 0 });
      expect(first.lines.map(({ file, left }) => [file, left.slice(0, 5)])).toEqual(
        Array.from({ length: 50 }, (_, at) => ['01.txt', `w${9999 - Math.floor(at / hits)}`]),
      );
      const second = await database.search({ ...asked, after: first.next });
      expect(second.lines[0]?.left).toContain(`w${9999 - 50 / hits} `);
      expect(await database.countHits(asked)).toEqual({ passages: 22_000, hits: null });
      const sorted = await database.search({ ...asked, sort: 'left' });
      expect(sorted).toMatchObject({ total: 22_000, more: false, left: 22_000 - 10_000 / hits });
      expect(sorted.lines[0]).toMatchObject(
        words === 'eco' ? { left: 'w8000 ', file: '01.txt' } : { left: expect.stringContaining('eco ') },
      );
    }
    for (const sort of ['document', 'left'] as const) {
      const lines: string[] = [];
      const query = { ...anySearch, words: 'eco', sort, limit: 3_000 };
      for await (const page of database.searchPages(query)) {
        expect(page.left).toBe(sort === 'left' ? 12_000 : 0);
        lines.push(...page.lines.map(({ file, passage }) => `${file} ${passage}`));
      }
      expect(lines.length).toBe(sort === 'left' ? 10_000 : 22_000);
      expect(new Set(lines).size).toBe(lines.length);
    }
    const stopped = AbortSignal.abort(new Error('nobody waits'));
    await expect(database.countHits({ ...anySearch, words: 'w99*' }, stopped)).rejects.toThrow(
      'nobody waits',
    );
    await expect(
      database.search({ ...anySearch, words: 'eco', language: 'es', sort: 'right' }, undefined, stopped),
    ).rejects.toThrow('nobody waits');
    const rare = await database.search({ ...anySearch, words: 'eco', zone: 'recital' });
    expect(rare.lines.map(({ file }) => file)).toEqual(many.map(({ file }) => file).toReversed());
    expect(rare.next).toBeNull();
  }, 60_000);
});
