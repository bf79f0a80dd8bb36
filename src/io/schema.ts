import { createHash } from 'node:crypto';

/** How words are told apart and compared: `titrate search` finds `economia` in `Economía`. */
export const tokenizer = 'unicode61 remove_diacritics 2';

/**
 * The study database. Documents are stored once by content; the corpus maps files to them. Only what is
 * searched, filtered or joined has a column; the rest is JSON.
 */
export const schema = `
CREATE TABLE documents (
  document TEXT PRIMARY KEY,
  passages_key TEXT NOT NULL,
  tags_key TEXT NOT NULL,
  mentions_key TEXT NOT NULL,
  lexicon TEXT NOT NULL,
  labels TEXT NOT NULL,
  persons TEXT NOT NULL,
  receipt TEXT NOT NULL,
  removals TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE corpus (
  file TEXT PRIMARY KEY,
  document TEXT,
  institution TEXT,
  voice TEXT,
  kind TEXT,
  date TEXT,
  counted INTEGER NOT NULL,
  row TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX corpus_document ON corpus (document) WHERE counted = 1;

CREATE TABLE passages (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  document TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  form TEXT NOT NULL,
  zone TEXT NOT NULL,
  language TEXT NOT NULL,
  words INTEGER NOT NULL,
  text TEXT NOT NULL,
  runs TEXT NOT NULL,
  more TEXT NOT NULL
) STRICT;
CREATE INDEX passages_document ON passages (document, ordinal);
CREATE INDEX passages_kind ON passages (language, zone);
CREATE VIRTUAL TABLE passages_text USING fts5 (
  text, content = 'passages', content_rowid = 'number', tokenize = '${tokenizer}'
);

CREATE TABLE tags (
  passage INTEGER NOT NULL,
  place INTEGER NOT NULL,
  document TEXT NOT NULL,
  layer TEXT NOT NULL,
  theme TEXT NOT NULL,
  term TEXT NOT NULL,
  blocked TEXT,
  polarity TEXT,
  tag TEXT NOT NULL,
  PRIMARY KEY (passage, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX tags_document ON tags (document);
CREATE INDEX tags_theme ON tags (theme, passage, term, blocked, polarity) WHERE blocked IS NULL OR blocked = 'negated';

CREATE TABLE mentions (
  passage INTEGER NOT NULL,
  place INTEGER NOT NULL,
  document TEXT NOT NULL,
  kind TEXT NOT NULL,
  mention TEXT NOT NULL,
  PRIMARY KEY (passage, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX mentions_document ON mentions (document);

CREATE TABLE totals (
  document TEXT NOT NULL,
  language TEXT NOT NULL,
  totals TEXT NOT NULL,
  PRIMARY KEY (document, language)
) STRICT, WITHOUT ROWID;

CREATE TABLE runs (
  folder TEXT PRIMARY KEY,
  run TEXT NOT NULL,
  record TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;

/** Made from the schema itself, so that nobody has to raise it: an index of another version is made again. */
export const schemaVersion = createHash('sha256').update(schema).digest().readUInt32BE() >>> 1;
