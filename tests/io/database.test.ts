import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../src/io/database.ts';
import { noAct } from '../../src/model/act.ts';
import type { Mention } from '../../src/model/mention.ts';
import type { StudyDatabase } from '../../src/model/ports.ts';
import { offset, pageIndex, passageId } from '../../src/model/units.ts';
import { anySearch } from '../support/search.ts';
import { temporaryFolder } from '../support/tiny.ts';
import { type Made, made, runAt } from './make.ts';

const indexer = fileURLToPath(new URL('./indexer.ts', import.meta.url));
const newPath = () => join(temporaryFolder(), 'study.sqlite');
function open(path = newPath()): StudyDatabase {
  const database = openDatabase(path);
  onTestFinished(() => database.close());
  return database;
}
function add(database: StudyDatabase, ...documents: readonly Made[]): void {
  for (const { keys, receipt, results } of documents) database.index(keys, receipt, results);
}
const everything = (database: StudyDatabase) => ({
  corpus: database.corpus(),
  totals: [...database.eachTotals()],
  evidence: [...database.evidence()],
});
const words = (database: StudyDatabase, phrase: string) =>
  database.search({ ...anySearch, words: phrase, limit: 100 });

const marked = (text: string) => ({ text, marks: [{ words: 'marco', theme: 'paradigm' }] });
const first = made('a.txt', [marked('el primer marco'), { text: 'nada aquí' }], { institution: 'Red' });
const second = made('b.txt', [marked('otro marco'), marked('y un marco más')]);

describe('the index', () => {
  it('gives back what was put in, in the order of files and places', () => {
    const database = open();
    add(database, second, first);
    database.setCorpus([second.row, first.row]);
    expect(database.standing(first.receipt.document)?.tags).toBe(first.keys.tags);
    expect(database.receipt(first.receipt.document)).toEqual(first.receipt);
    expect(database.corpus()).toEqual([first.row, second.row]);
    const turns = database.eachTotals();
    for (const again of [turns, turns]) {
      expect([...again].map(({ totals, source }) => [totals, source.file, source.institution])).toEqual([
        [first.results.tags.totals[0], 'a.txt', 'Red'],
        [second.results.tags.totals[0], 'b.txt', second.row.institution],
      ]);
    }
    expect([...database.evidence()].map(({ file, passage }) => [file, passage.text])).toEqual([
      ['a.txt', 'el primer marco'],
      ['b.txt', 'otro marco'],
      ['b.txt', 'y un marco más'],
    ]);
  });

  it('knows nothing of a document that is not in it', () => {
    const database = open();
    expect(database.standing(first.receipt.document)).toBeNull();
    expect(database.receipt(first.receipt.document)).toBeNull();
    expect(everything(database)).toEqual({ corpus: [], totals: [], evidence: [] });
  });

  it('puts new tags in the place of the old and leaves the passages', async () => {
    const path = newPath();
    const database = open(path);
    const plain = new DatabaseSync(path);
    onTestFinished(() => plain.close());
    const numbers = () => plain.prepare('SELECT number, id FROM passages').all();
    add(database, first);
    // After a later document, passages written again would get other numbers.
    add(database, second);
    const before = numbers();
    database.setCorpus([first.row, second.row]);
    const again = made(
      'a.txt',
      [{ text: 'el primer marco' }, { text: 'nada aquí', marks: [{ words: 'nada', theme: 'poverty' }] }],
      { institution: 'Red' },
      'second',
    );
    add(database, again);
    expect(database.standing(first.receipt.document)?.tags).toBe(again.keys.tags);
    const [found] = database.evidence();
    expect([found?.passage.text, found?.tags[0]?.theme]).toEqual(['nada aquí', 'poverty']);
    expect(numbers()).toEqual(before);
    expect((await words(database, 'primer marco')).total).toBe(1);
  });

  it('takes new tags alone where it holds the passages that they are of', async () => {
    const [database, other] = [open(), open()];
    const { keys, receipt, results } = made(
      'a.txt',
      [{ text: 'el primer marco' }, { text: 'nada aquí', marks: [{ words: 'nada', theme: 'poverty' }] }],
      { institution: 'Red' },
      'second',
    );
    const { document } = receipt;
    expect(database.standing(document)).toBeNull();
    for (const one of [database, other]) {
      add(one, first, second);
      one.setCorpus([first.row, second.row]);
    }
    expect(database.standing(document)?.passages).toBe(keys.passages);
    database.retag([{ keys, receipt, tags: results.tags, touched: null }]);
    other.index(keys, receipt, results);
    expect(database.standing(document)?.tags).toBe(keys.tags);
    expect(database.receipt(document)).toEqual(receipt);
    expect(everything(database)).toEqual(everything(other));
    expect((await words(database, 'primer marco')).total).toBe(1);
  });

  it('holds after any new tags the rows that it would hold of them alone', () => {
    const marks = fc.array(fc.constantFrom('el', 'primer', 'marco'), { maxLength: 3 });
    const tagging = fc.array(marks, { minLength: 3, maxLength: 3 });
    const rows = (path: string) => {
      const plain = new DatabaseSync(path, { readOnly: true });
      try {
        return plain.prepare('SELECT * FROM tags ORDER BY passage, place').all();
      } finally {
        plain.close();
      }
    };
    fc.assert(
      fc.property(fc.array(tagging, { minLength: 2, maxLength: 3 }), fc.boolean(), (taggings, isTold) => {
        const all = taggings.map((passages, at) => {
          const written = passages.map((found) => ({
            text: 'el primer marco',
            marks: found.map((words) => ({ words, theme: 'paradigm' })),
          }));
          return made('a.txt', written, {}, String(at));
        });
        const [path, alone] = [newPath(), newPath()];
        const [database, other] = [openDatabase(path), openDatabase(alone)];
        try {
          const [before, ...after] = all;
          if (before !== undefined) add(database, before);
          // Passages whose marks are others, told by the marks alone.
          const touched = after.map((_, at) =>
            [0, 1, 2].filter((one) => `${taggings[at]?.[one]}` !== `${taggings[at + 1]?.[one]}`),
          );
          database.retag(
            after.map(({ keys, receipt, results: { tags } }, at) =>
              isTold
                ? { keys, receipt, tags: { ...tags, mentions: null }, touched: touched[at] ?? null }
                : { keys, receipt, tags, touched: null },
            ),
          );
          const last = all.at(-1);
          if (last !== undefined) add(other, last);
          expect(rows(path)).toEqual(rows(alone));
        } finally {
          database.close();
          other.close();
        }
      }),
      { numRuns: 30 },
    );
  });

  it('keeps mentions where new tags come with none of their own', () => {
    const database = open();
    const mention = { ...first.results.tags.tags[0], kind: 'actor' } as unknown as Mention;
    const tags = { ...first.results.tags, mentions: [mention] };
    add(database, { ...first, results: { ...first.results, tags } });
    database.setCorpus([first.row]);
    const mentions = () => [...database.mentions()].map((found) => found.mention);
    expect(mentions()).toEqual([mention]);
    const keys = { ...first.keys, tags: second.keys.tags };
    database.retag([{ keys, receipt: first.receipt, tags: { ...tags, mentions: null }, touched: null }]);
    expect(mentions()).toEqual([mention]);
    database.retag([{ keys, receipt: first.receipt, tags: { ...tags, mentions: [] }, touched: [] }]);
    expect(mentions()).toEqual([]);
  });

  it('lets a document stand by another lexicon with the tags that it has', () => {
    const database = open();
    add(database, first, second);
    database.setCorpus([first.row, second.row]);
    const before = everything(database);
    const { document } = first.receipt;
    const other = made('other.txt', [], {}, 'third').keys;
    database.carry([{ document, tags: other.tags, lexicon: other.lexicon }]);
    expect(database.standing(document)).toEqual({
      ...first.keys,
      tags: other.tags,
      lexicon: other.lexicon,
    });
    expect(database.standing(second.receipt.document)).toEqual(second.keys);
    const byOther = before.evidence.map((one) =>
      one.passage.document === document ? { ...one, lexicon: other.lexicon } : one,
    );
    expect(everything(database)).toEqual({ ...before, evidence: byOther });
  });

  it('gives the texts of one document in their order', () => {
    const database = open();
    const texts = ['uno', 'dos', 'tres'].map((text) => ({ text }));
    const one = made('texts.txt', texts, {});
    add(database, first, one, second);
    expect([...database.texts(one.receipt.document)].map((row) => ({ ...row }))).toEqual(
      texts.map(({ text }, ordinal) => ({ ordinal, text, language: 'es' })),
    );
  });

  it('gives back what was taken out and who is named, by file', () => {
    const database = open();
    const place = { page: pageIndex(0), start: offset(0), end: offset(4) };
    const taken = [{ ...place, reason: 'footer' as const, text: 'p. 1' }];
    const passage = first.results.passages.passages[0]?.id ?? passageId('');
    const named = [{ name: 'Ana', of: null, passage, start: offset(0), end: offset(3) }];
    const { passages } = first.results;
    const results = {
      ...first.results,
      passages: { ...passages, removals: taken, act: { ...noAct, persons: named } },
    };
    add(database, second, { ...first, results });
    database.setCorpus([
      { ...second.row, status: 'failed' },
      { ...first.row, rights: 'CC0' },
    ]);
    const [one, other, ...more] = database.removals();
    expect(one).toEqual({
      file: 'a.txt',
      rights: 'CC0',
      persons: named,
      labels: passages.labels,
      removals: taken,
    });
    expect(other).toMatchObject({ file: 'b.txt', removals: [] });
    expect(more).toEqual([]);
    expect(database.persons(first.receipt.document)).toEqual(named);
    database.setCorpus([]);
    expect([[...database.removals()], database.persons(first.receipt.document)]).toEqual([[], []]);
  });

  it('puts new passages in the place of the old, in the text index too', async () => {
    const database = open();
    add(database, first, second);
    database.setCorpus([first.row, second.row]);
    const again = made('a.txt', [marked('palabras nuevas y marco')], {}, 'second');
    add(database, { ...again, keys: { ...again.keys, passages: again.keys.tags } });
    expect((await words(database, 'primer')).total).toBe(0);
    expect((await words(database, 'nuevas')).lines).toMatchObject([{ file: 'a.txt', hit: 'nuevas' }]);
    expect((await words(database, 'marco')).total).toBe(3);
  });

  it('drops documents that left the corpus, and takes files by another name as the same document', async () => {
    const database = open();
    add(database, first, second);
    database.setCorpus([first.row, second.row]);
    database.setCorpus([{ ...first.row, file: 'renamed.txt', institution: 'Otra' }]);
    expect(database.standing(second.receipt.document)).toBeNull();
    expect((await words(database, 'otro')).total).toBe(0);
    expect((await words(database, 'primer')).lines).toMatchObject([
      { file: 'renamed.txt', institution: 'Otra' },
    ]);
    expect([...database.eachTotals()].map(({ source }) => source.file)).toEqual(['renamed.txt']);
  });

  it('counts only documents whose status lets it', async () => {
    const database = open();
    add(database, first, second);
    const duplicate = { ...first.row, file: 'copy.txt', status: 'failed' as const };
    database.setCorpus([first.row, duplicate, { ...second.row, status: 'partial' }]);
    expect(database.corpus()).toHaveLength(3);
    expect([...database.eachTotals()].map(({ source }) => source.file)).toEqual(['a.txt', 'b.txt']);
    database.setCorpus([{ ...first.row, status: 'failed' }, second.row]);
    expect([...database.eachTotals()].map(({ source }) => source.file)).toEqual(['b.txt']);
    expect((await words(database, 'primer')).total).toBe(0);
  });

  it('keeps nothing of a write that fails half-way', () => {
    const database = open();
    add(database, first);
    database.setCorpus([first.row]);
    const before = everything(database);
    const stray = second.results.tags.tags;
    const [passages] = first.results.passages.passages;
    if (passages === undefined) throw new Error('Expected a passage');
    const broken = {
      passages: { ...first.results.passages, passages: [passages] },
      tags: { ...first.results.tags, tags: stray },
    };
    const keys = { ...first.keys, passages: second.keys.passages, tags: second.keys.tags };
    expect(() => database.index(keys, first.receipt, broken)).toThrow('to be indexed');
    expect(everything(database)).toEqual(before);
    expect(database.standing(first.receipt.document)?.tags).toBe(first.keys.tags);
    expect(() => database.setCorpus([first.row, first.row])).toThrow('UNIQUE');
    expect(everything(database)).toEqual(before);
  });

  it('orders files by code point, as the corpus does', () => {
    const database = open();
    const names = ['Z', 'a', 'á', '\uff5e', '😀'];
    database.setCorpus(names.toReversed().map((name) => made(name, []).row));
    expect(database.corpus().map(({ file }) => file)).toEqual(names);
  });

  it('remembers every run, also two of the same second', () => {
    const database = open();
    const [one, two] = [runAt('2026-01-02T03:04:05.000Z'), runAt('2026-01-02T03:04:05.500Z')];
    database.addRun(runAt('2026-02-01T00:00:00.000Z'), '/c');
    database.addRun(two, '/b');
    database.addRun(one, '/a');
    expect(database.runs().map(({ folder }) => folder)).toEqual(['/a', '/b', '/c']);
    expect(database.runs()[0]?.run).toEqual(one);
  });

  it('comes to the same whatever the order and number of writes', async () => {
    const texts = ['marco uno', 'marco dos', 'sin nada'];
    const step = fc.record({
      file: fc.constantFrom('a', 'b', 'c'),
      tagging: fc.constantFrom('x', 'y'),
      drop: fc.boolean(),
    });
    const build = (file: string, tagging: string) =>
      made(
        file,
        texts.map((text) => (text.includes('marco') ? marked(`${text} ${file}`) : { text })),
        {},
        tagging,
      );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const database = openDatabase(':memory:');
        const plain = openDatabase(':memory:');
        const last = new Map<string, Made>();
        for (const { file, tagging, drop } of steps) {
          if (drop) last.delete(file);
          else {
            last.set(file, build(file, tagging));
            add(database, build(file, tagging));
          }
          database.setCorpus([...last.values()].map(({ row }) => row));
        }
        add(plain, ...last.values());
        plain.setCorpus([...last.values()].map(({ row }) => row));
        expect(everything(database)).toEqual(everything(plain));
        expect(await words(database, 'marco')).toEqual(await words(plain, 'marco'));
        database.close();
        plain.close();
      }),
      { numRuns: 30 },
    );
  });
});

describe('an index that several have open', () => {
  it('lets readers read what was there while a writer writes', () => {
    const path = newPath();
    const [writer, one, other] = [open(path), open(path), open(path)];
    add(writer, first, second);
    writer.setCorpus([first.row, second.row]);
    const reading = one.evidence()[Symbol.iterator]();
    expect(reading.next().value).toMatchObject({ file: 'a.txt' });
    writer.setCorpus([first.row]);
    expect(other.corpus()).toHaveLength(1);
    // The reader that had begun still sees the corpus as it was then.
    expect(reading.next().value).toMatchObject({ file: 'b.txt' });
    expect(reading.next().value).toMatchObject({ file: 'b.txt' });
    expect(reading.next().done).toBe(true);
    expect([...one.evidence()]).toHaveLength(1);
  });

  it('has evidence that can be gone through twice, and left half-way', () => {
    const database = open();
    add(database, first, second);
    database.setCorpus([first.row, second.row]);
    const evidence = database.evidence();
    const all = [...evidence];
    for (const _ of evidence) break;
    add(database, made('c.txt', [marked('marco')]));
    expect([...evidence]).toEqual(all);
    const [left, right] = [evidence[Symbol.iterator](), evidence[Symbol.iterator]()];
    expect(left.next().value).toEqual(right.next().value);
    expect(left.next().value).toEqual(right.next().value);
  });

  it('holds whole documents only after its writer was killed', async () => {
    const path = newPath();
    const writer = spawn(process.execPath, [indexer, path, 'w'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    // The first document and, later, the second time round have been written.
    for (let seen = 0; seen < 2; ) seen += String(await once(writer.stdout, 'data')).length;
    const reader = open(path);
    writer.kill('SIGKILL');
    await once(writer, 'exit');
    expect(reader.corpus()).toEqual([]);
    const database = open(path);
    const plain = new DatabaseSync(path);
    onTestFinished(() => plain.close());
    const count = (sql: string) => Object.values(plain.prepare(sql).get() ?? {})[0];
    const documents = count('SELECT count(*) FROM documents');
    expect(documents).toBe(40);
    for (const table of ['passages', 'tags']) {
      expect(
        count(`SELECT count(*) FROM (SELECT 1 FROM ${table} GROUP BY document HAVING count(*) = 30)`),
      ).toBe(40);
      expect(count(`SELECT count(*) FROM ${table}`)).toBe(1200);
    }
    expect(count('SELECT count(*) FROM totals')).toBe(40);
    expect(count("SELECT count(*) FROM passages_text WHERE passages_text MATCH 'marco'")).toBe(1200);
    expect(count('PRAGMA integrity_check')).toBe('ok');
    plain.exec("INSERT INTO passages_text (passages_text) VALUES ('integrity-check')");
    add(database, first);
    expect(database.standing(first.receipt.document)?.tags).toBe(first.keys.tags);
  });
});
