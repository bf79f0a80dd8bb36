import { join } from 'node:path';
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import type { Passage } from '../model/passage.ts';
import type { Receipt, Retagged, StudyDatabase, StudyReader } from '../model/ports.ts';
import type { Totals } from '../model/profile.ts';
import type { IngestRow, RunRecord } from '../model/results.ts';
import type { Described } from '../model/study.ts';
import type { Tag } from '../model/tag.ts';
import { sha256 } from '../model/units.ts';
import { cell } from './cell.ts';
import { connect, connectReader, type FileIdentity, identityOf, isCurrent, transaction } from './connect.ts';
import { evidence, passage, passages, passagesAt } from './evidence.ts';
import { taggedPassages } from './framings.ts';
import { hitCounts } from './hits.ts';
import { mentions, mentionsOf } from './mentions.ts';
import { documentPassages, glance, ordinalPassages, pagePassages } from './read-document.ts';
import { removals } from './removals.ts';
import { countHits, searchPages, searchPassages } from './search.ts';

/** The index of the study whose state lies in a folder. */
export function openIndex(state: string): StudyDatabase {
  return openDatabase(indexPath(state));
}

/** The file of that index. */
export function indexPath(state: string): string {
  return join(state, 'study.sqlite');
}

/**
 * Opens the index of a study, making it where there is none, an old one or a damaged one. Writes go through a
 * write-ahead log, so that readers are never blocked and a killed process leaves whole documents only.
 */
export function openDatabase(path: string): StudyDatabase {
  const database = connect(path);
  const statements = prepareWrites(database);

  return {
    ...readerOf(database),

    index(keys, receipt, results) {
      transaction(database, () => {
        const samePassages = statements.passagesKey(receipt.document) === keys.passages;
        if (!samePassages) {
          statements.dropTags(receipt.document);
          statements.dropPassages(receipt.document);
        }
        statements.document.run(
          receipt.document,
          keys.passages,
          keys.tags,
          keys.mentions,
          keys.lexicon,
          JSON.stringify(results.passages.labels),
          JSON.stringify(results.passages.act.persons),
          JSON.stringify(receipt),
          JSON.stringify(results.passages.removals),
        );
        if (!samePassages) for (const passage of results.passages.passages) statements.addPassage(passage);
        statements.putTags(receipt.document, results.tags);
      });
    },

    retag(documents) {
      transaction(database, () => {
        for (const { keys, receipt, tags, touched } of documents) {
          const { document } = receipt;
          statements.retagged.run(keys.tags, keys.mentions, keys.lexicon, JSON.stringify(receipt), document);
          statements.putTags(document, tags, touched);
        }
      });
    },

    carry(documents) {
      transaction(database, () => {
        for (const { document, tags, lexicon } of documents) statements.carried.run(tags, lexicon, document);
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
        const gone = database
          .prepare(
            'SELECT document FROM documents WHERE document NOT IN (SELECT document FROM corpus WHERE document IS NOT NULL)',
          )
          .all() as { document: string }[];
        for (const { document } of gone) statements.forget(document);
      });
    },

    addRun(run, folder) {
      database
        .prepare('INSERT OR REPLACE INTO runs VALUES (?, ?, ?)')
        .run(folder, run.run, JSON.stringify(run));
    },
  };
}

/** The index at a path for whoever only looks; null where there is none, or one of another version. */
export function openReader(state: string): StudyReader | null {
  const database = connectReader(indexPath(state));
  return database === null ? null : readerOf(database);
}

/**
 * The index for whoever looks for as long as a program runs: opened again where another was put in its place or its tables
 * were made anew. The one before stays open, since somebody may still be reading it, until the one after is replaced too.
 */
export function keepReader(state: string): { read: () => StudyReader | null; close: () => void } {
  const path = indexPath(state);
  let held: Held | null = null;
  let before: Held | null = null;
  return {
    read() {
      if (held !== null && isCurrent(held.database, path, held.identity)) return held.reader;
      const identity = identityOf(path);
      const database = connectReader(path);
      if (identity === null || database === null) return null;
      before?.database.close();
      before = held;
      held = { database, identity, reader: readerOf(database) };
      return held.reader;
    },
    close() {
      for (const one of [held, before]) one?.database.close();
      [held, before] = [null, null];
    },
  };
}

type Held = {
  readonly database: DatabaseSync;
  readonly identity: FileIdentity;
  readonly reader: StudyReader;
};

function readerOf(database: DatabaseSync): StudyReader {
  const statements = new Map<string, StatementSync>();
  const statement = (sql: string): StatementSync => {
    const made = statements.get(sql) ?? database.prepare(sql);
    statements.set(sql, made);
    return made;
  };
  const one = <T>(sql: string, ...values: SQLInputValue[]) => statement(sql).get(...values) as T | undefined;
  const all = <T>(sql: string, ...values: SQLInputValue[]) => statement(sql).all(...values) as T[];

  return {
    standing(document) {
      const found = one<Record<'passages_key' | 'tags_key' | 'mentions_key' | 'lexicon', string>>(
        'SELECT passages_key, tags_key, mentions_key, lexicon FROM documents WHERE document = ?',
        document,
      );
      if (found === undefined) return null;
      return {
        passages: sha256(found.passages_key),
        tags: sha256(found.tags_key),
        mentions: sha256(found.mentions_key),
        lexicon: sha256(found.lexicon),
      };
    },

    texts: (document) =>
      all<Pick<Passage, 'ordinal' | 'text' | 'language'>>(
        'SELECT ordinal, language, text FROM passages WHERE document = ? ORDER BY ordinal',
        document,
      ),

    corpus: () =>
      all<{ row: string }>('SELECT row FROM corpus ORDER BY file').map(
        ({ row }): IngestRow => JSON.parse(row),
      ),

    file(document) {
      const found = one<{ row: string }>(
        'SELECT row FROM corpus WHERE document = ? ORDER BY counted DESC, file LIMIT 1',
        document,
      );
      return found === undefined ? null : (JSON.parse(found.row) as IngestRow);
    },

    receipt(document) {
      const found = one<{ receipt: string }>('SELECT receipt FROM documents WHERE document = ?', document);
      return found === undefined ? null : (JSON.parse(found.receipt) as Receipt);
    },

    eachTotals: () => ({ [Symbol.iterator]: () => eachTotals(database) }),

    evidence: () => ({ [Symbol.iterator]: () => evidence(database) }),

    passages: (ids) => ({ [Symbol.iterator]: () => passages(database, ids) }),

    framings: () => ({ [Symbol.iterator]: () => taggedPassages(database) }),

    passage: (id) => passage(database, id),

    hitCounts: () => hitCounts(database),

    mentionsOf: (query, signal) => mentionsOf(database, query, signal),
    passagesOf: (wanted) => passagesAt(database, wanted),
    mentions: () => ({ [Symbol.iterator]: () => mentions(database) }),

    removals: () => ({ [Symbol.iterator]: () => removals(database) }),

    persons(document) {
      const found = one<{ persons: string }>('SELECT persons FROM documents WHERE document = ?', document);
      return found === undefined ? [] : JSON.parse(found.persons);
    },

    documentPassages: (document, from, count) => documentPassages(database, document, from, count),

    passagesAt: (document, ordinals) => ordinalPassages(database, document, ordinals),

    pagePassages: (document, page) => pagePassages(database, document, page),

    glance: (document) => glance(database, document),

    cell: (query, from, count, signal) => cell(database, query, from, count, signal),

    search: (query, pseudonym, signal) => searchPassages(database, query, pseudonym ?? null, signal),
    searchPages: (query, pseudonym, signal) => searchPages(database, query, pseudonym ?? null, signal),

    countHits: (query, signal) => countHits(database, query, signal),

    runs: () =>
      all<{ folder: string; record: string }>('SELECT folder, record FROM runs ORDER BY run, folder').map(
        ({ folder, record }) => ({ folder, run: JSON.parse(record) as RunRecord }),
      ),

    close: () => database.close(),
  };
}

/** CROSS JOIN keeps this order of tables, in which rows come sorted, so that none is held back. */
const totalsQuery = `
  SELECT file, institution, voice, kind, date, totals FROM corpus CROSS JOIN totals USING (document)
  WHERE counted = 1 ORDER BY file, language`;

function* eachTotals(database: DatabaseSync): Generator<{ totals: Totals; source: Described }> {
  type Row = Described & { readonly totals: string };
  for (const { totals, ...source } of database.prepare(totalsQuery).iterate() as Iterable<Row>) {
    yield { totals: JSON.parse(totals), source };
  }
}

function prepareWrites(database: DatabaseSync) {
  const prepare = (sql: string) => database.prepare(sql);
  const passage = prepare(
    `INSERT INTO passages (id, document, ordinal, form, zone, language, words, text, runs, more)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const text = prepare('INSERT INTO passages_text (rowid, text) VALUES (?, ?)');
  const numbers = prepare('SELECT number, id FROM passages WHERE document = ?');
  const untext = prepare(
    `INSERT INTO passages_text (passages_text, rowid, text)
     SELECT 'delete', number, text FROM passages WHERE document = ?`,
  );
  const unpassage = prepare('DELETE FROM passages WHERE document = ?');
  const tagged = prepare(
    'SELECT passage, group_concat(tag, char(10) ORDER BY place) AS tags FROM tags WHERE document = ? GROUP BY passage',
  );
  const numbersAt = prepare(
    `SELECT number, id FROM passages WHERE document = ? AND ordinal IN (SELECT value FROM json_each(?))`,
  );
  const untagPassage = prepare('DELETE FROM tags WHERE passage = ?');
  const untag = prepare('DELETE FROM tags WHERE document = ?');
  const unmention = prepare('DELETE FROM mentions WHERE document = ?');
  const untotal = prepare('DELETE FROM totals WHERE document = ?');
  const held = prepare('SELECT passages_key FROM documents WHERE document = ?');
  const undocument = prepare('DELETE FROM documents WHERE document = ?');
  const total = prepare('INSERT INTO totals VALUES (?, ?, ?)');
  const tag = prepare('INSERT INTO tags VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const mention = prepare('INSERT INTO mentions VALUES (?, ?, ?, ?, ?)');
  const dropPassages = (document: string) => {
    untext.run(document);
    unpassage.run(document);
  };
  const dropTags = (document: string) => {
    untag.run(document);
    unmention.run(document);
    untotal.run(document);
  };
  const addTags = (document: string, number: number, own: readonly Tag[], written: readonly string[]) => {
    for (const [place, { layer, theme, term, blocked, polarity }] of own.entries())
      tag.run(number, place, document, layer, theme, term, blocked, polarity, written[place] ?? '');
  };
  /** Most tags of a lexicon are those of the one before: only passages whose tags are others are written. */
  const putOwnTags = (document: string, tags: readonly Tag[], numberOf: (one: Tag) => number) => {
    const rows = tagged.all(document) as { passage: number; tags: string }[];
    const held = new Map(rows.map(({ passage, tags: written }) => [passage, written]));
    const anew = Map.groupBy(tags, numberOf);
    for (const number of held.keys()) if (!anew.has(number)) untagPassage.run(number);
    for (const [number, own] of anew) {
      const written = own.map((one) => JSON.stringify(one));
      const before = held.get(number);
      if (before === written.join('\n')) continue;
      if (before !== undefined) untagPassage.run(number);
      addTags(document, number, own, written);
    }
  };
  const replaceTags = (document: string, known: ReadonlyMap<string, number>, tags: readonly Tag[]) => {
    const anew = Map.groupBy(tags, ({ passage }) => passage);
    for (const [id, number] of known) {
      const own = anew.get(id as Tag['passage']) ?? [];
      untagPassage.run(number);
      addTags(
        document,
        number,
        own,
        own.map((one) => JSON.stringify(one)),
      );
    }
  };
  return {
    document: prepare('INSERT OR REPLACE INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)'),
    retagged: prepare(
      'UPDATE documents SET tags_key = ?, mentions_key = ?, lexicon = ?, receipt = ? WHERE document = ?',
    ),
    carried: prepare('UPDATE documents SET tags_key = ?, lexicon = ? WHERE document = ?'),
    passagesKey: (document: string) => held.get(document)?.['passages_key'],
    dropPassages,
    dropTags,
    forget(document: string) {
      dropPassages(document);
      dropTags(document);
      undocument.run(document);
    },
    addPassage({
      id,
      document,
      ordinal,
      form,
      zone,
      language,
      words,
      text: written,
      runs,
      ...more
    }: Passage) {
      const packed = JSON.stringify(runs.map((run) => [run.at, run.length, run.page, run.start]));
      const { lastInsertRowid } = passage.run(
        id,
        document,
        ordinal,
        form,
        zone,
        language,
        words,
        written,
        packed,
        JSON.stringify(more),
      );
      text.run(lastInsertRowid, written);
    },
    /** Puts tags in the place of those that the index holds; mentions stay where they are null. */
    putTags(
      document: string,
      { tags, totals, mentions: found }: Retagged['tags'],
      touched: Retagged['touched'] = null,
    ) {
      const isPart = touched !== null && found === null;
      const rows = isPart ? numbersAt.all(document, JSON.stringify(touched)) : numbers.all(document);
      const known = new Map((rows as { number: number; id: string }[]).map(({ id, number }) => [id, number]));
      const numberOf = ({ passage }: { readonly passage: string }): number => {
        const number = known.get(passage);
        if (number === undefined) throw new Error(`Expected passage \`${passage}\` of a tag to be indexed`);
        return number;
      };
      if (isPart) replaceTags(document, known, tags);
      else putOwnTags(document, tags, numberOf);
      if (found !== null) unmention.run(document);
      for (const [place, one] of found?.entries() ?? []) {
        mention.run(numberOf(one), place, document, one.kind, JSON.stringify(one));
      }
      untotal.run(document);
      for (const one of totals) total.run(document, one.language, JSON.stringify(one));
    },
  };
}
