import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { citedPage } from '../model/document.ts';
import type { Passage } from '../model/passage.ts';
import type { Receipt, StudyDatabase } from '../model/ports.ts';
import type { Totals } from '../model/profile.ts';
import type { Evidence, IngestRow, RunRecord } from '../model/results.ts';
import type { Tag } from '../model/tag.ts';
import { sha256 } from '../model/units.ts';
import { schema, schemaVersion } from './schema.ts';
import { searchPassages } from './search.ts';

/**
 * Opens the index of a study, making it where there is none or an old one. Writes go through a
 * write-ahead log, so that readers are never blocked and a killed process leaves whole documents only.
 */
export function openDatabase(path: string): StudyDatabase {
  const database = connect(path);
  const one = <T>(sql: string, ...values: SQLInputValue[]) =>
    database.prepare(sql).get(...values) as T | undefined;
  const all = <T>(sql: string, ...values: SQLInputValue[]) => database.prepare(sql).all(...values) as T[];
  const statements = prepareWrites(database);

  return {
    indexed(document) {
      const found = one<{ tags_key: string }>('SELECT tags_key FROM documents WHERE document = ?', document);
      return found === undefined ? null : sha256(found.tags_key);
    },

    index(keys, receipt, results) {
      transaction(database, () => {
        const held = one<{ passages_key: string }>(
          'SELECT passages_key FROM documents WHERE document = ?',
          receipt.document,
        );
        const samePassages = held?.passages_key === keys.passages;
        if (!samePassages) statements.dropPassages(receipt.document);
        statements.dropTags(receipt.document);
        const labels = results?.passages.labels ?? [];
        statements.document.run(
          receipt.document,
          keys.passages,
          keys.tags,
          JSON.stringify(labels),
          JSON.stringify(receipt),
        );
        if (results === null) return;
        if (!samePassages) for (const passage of results.passages.passages) statements.addPassage(passage);
        statements.addTags(receipt.document, results.tags.tags);
        for (const totals of results.tags.totals) {
          statements.totals.run(receipt.document, totals.language, JSON.stringify(totals));
        }
      });
    },

    setCorpus(rows) {
      transaction(database, () => {
        database.exec('DELETE FROM corpus');
        const insert = database.prepare('INSERT INTO corpus VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
        for (const row of rows) {
          insert.run(
            row.file,
            row.document,
            row.institution,
            row.voice,
            row.kind,
            row.date,
            row.status === 'failed' ? 0 : 1,
            JSON.stringify(row),
          );
        }
        const gone = all<{ document: string }>(
          'SELECT document FROM documents WHERE document NOT IN (SELECT document FROM corpus WHERE document IS NOT NULL)',
        );
        for (const { document } of gone) statements.forget(document);
      });
    },

    corpus: () =>
      all<{ row: string }>('SELECT row FROM corpus ORDER BY file').map(
        ({ row }): IngestRow => JSON.parse(row),
      ),

    receipt(document) {
      const found = one<{ receipt: string }>('SELECT receipt FROM documents WHERE document = ?', document);
      return found === undefined ? null : (JSON.parse(found.receipt) as Receipt);
    },

    totals: () =>
      all<{ row: string; totals: string }>(
        'SELECT row, totals FROM corpus JOIN totals USING (document) WHERE counted = 1 ORDER BY file, language',
      ).map(({ row, totals }) => ({
        totals: JSON.parse(totals) as Totals,
        source: JSON.parse(row) as IngestRow,
      })),

    evidence: () => ({ [Symbol.iterator]: () => evidence(database) }),

    search: (query) => searchPassages(database, query),

    addRun(run, folder) {
      database
        .prepare('INSERT OR REPLACE INTO runs VALUES (?, ?, ?)')
        .run(run.run, folder, JSON.stringify(run));
    },

    runs: () =>
      all<{ folder: string; record: string }>('SELECT folder, record FROM runs ORDER BY run').map(
        ({ folder, record }) => ({ folder, run: JSON.parse(record) as RunRecord }),
      ),

    close: () => database.close(),
  };
}

function connect(path: string): DatabaseSync {
  mkdirSync(dirname(path), { recursive: true });
  const database = new DatabaseSync(path, { timeout: 30_000 });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -32000');
  const version = (database.prepare('PRAGMA user_version').get() as { user_version: number }).user_version;
  if (version === schemaVersion) return database;
  if (version !== 0) {
    database.close();
    for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
    return connect(path);
  }
  transaction(database, () => database.exec(`${schema}; PRAGMA user_version = ${schemaVersion}`));
  return database;
}

function transaction(database: DatabaseSync, work: () => void): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    work();
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

function prepareWrites(database: DatabaseSync) {
  const prepare = (sql: string) => database.prepare(sql);
  const passage = prepare(
    'INSERT INTO passages (id, document, ordinal, zone, language, words, text, runs) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const text = prepare('INSERT INTO passages_text (rowid, text) VALUES (?, ?)');
  const numbers = prepare('SELECT number, id FROM passages WHERE document = ?');
  const untext = prepare(
    `INSERT INTO passages_text (passages_text, rowid, text)
     SELECT 'delete', number, text FROM passages WHERE document = ?`,
  );
  const unpassage = prepare('DELETE FROM passages WHERE document = ?');
  const untag = prepare('DELETE FROM tags WHERE document = ?');
  const untotal = prepare('DELETE FROM totals WHERE document = ?');
  const undocument = prepare('DELETE FROM documents WHERE document = ?');
  const tag = prepare('INSERT INTO tags VALUES (?, ?, ?, ?, ?, ?, ?)');
  const dropPassages = (document: string) => {
    untext.run(document);
    unpassage.run(document);
  };
  const dropTags = (document: string) => {
    untag.run(document);
    untotal.run(document);
  };
  return {
    document: prepare('INSERT OR REPLACE INTO documents VALUES (?, ?, ?, ?, ?)'),
    totals: prepare('INSERT INTO totals VALUES (?, ?, ?)'),
    dropPassages,
    dropTags,
    forget(document: string) {
      dropPassages(document);
      dropTags(document);
      undocument.run(document);
    },
    addPassage({ id, document, ordinal, zone, language, words, text: written, runs }: Passage) {
      const packed = JSON.stringify(runs.map((run) => [run.at, run.length, run.page, run.start]));
      const { lastInsertRowid } = passage.run(id, document, ordinal, zone, language, words, written, packed);
      text.run(lastInsertRowid, written);
    },
    addTags(document: string, tags: readonly Tag[]) {
      const rows = numbers.all(document) as { number: number; id: string }[];
      const numberOf = new Map(rows.map(({ id, number }) => [id, number]));
      for (const [place, one] of tags.entries()) {
        const number = numberOf.get(one.passage);
        if (number === undefined)
          throw new Error(`Expected passage \`${one.passage}\` of a tag to be indexed`);
        tag.run(number, place, document, one.layer, one.theme, one.blocked, JSON.stringify(one));
      }
    },
  };
}

type EvidenceRow = {
  row: string;
  labels: string;
  id: string;
  document: string;
  ordinal: number;
  zone: string;
  language: string;
  words: number;
  text: string;
  runs: string;
  tags: string;
};

function* evidence(database: DatabaseSync): Generator<Evidence> {
  const rows = database
    .prepare(
      `SELECT corpus.row, documents.labels, passages.*,
         (SELECT json_group_array(json(tag)) FROM
           (SELECT tag FROM tags WHERE passage = passages.number ORDER BY place)) AS tags
       FROM corpus JOIN documents USING (document) JOIN passages USING (document)
       WHERE counted = 1 AND EXISTS (
         SELECT 1 FROM tags WHERE passage = passages.number AND layer = 'frame' AND blocked IS NULL)
       ORDER BY corpus.file, passages.ordinal`,
    )
    .iterate() as Iterable<EvidenceRow>;
  for (const found of rows) yield evidenceOf(found);
}

function evidenceOf(found: EvidenceRow): Evidence {
  const source: IngestRow = JSON.parse(found.row);
  const labels: (string | null)[] = JSON.parse(found.labels);
  const tags: Tag[] = JSON.parse(found.tags);
  const runs = (JSON.parse(found.runs) as [number, number, number, number][]).map(
    ([at, length, page, start]) => ({ at, length, page, start }),
  );
  const { id, document, ordinal, zone, language, words, text } = found;
  const first = tags.find((tag) => tag.layer === 'frame' && tag.blocked === null)?.page ?? runs[0]?.page ?? 0;
  return {
    file: source.file,
    title: source.title,
    institution: source.institution,
    voice: source.voice,
    date: source.date,
    page: citedPage({ index: first, label: labels[first] ?? null }),
    passage: { id, document, ordinal, zone, language, words, text, runs } as unknown as Passage,
    tags,
  };
}
