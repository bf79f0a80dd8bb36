import { createHash } from 'node:crypto';
import { unknownMetadata } from '../../src/io/metadata.ts';
import { noAct } from '../../src/model/act.ts';
import type { Language, Passage, Zone } from '../../src/model/passage.ts';
import type { Indexable, Receipt, Standing } from '../../src/model/ports.ts';
import { blankPortrait } from '../../src/model/profile.ts';
import type { IngestRow, RunRecord } from '../../src/model/results.ts';
import { StudyFile } from '../../src/model/study.ts';
import type { Tag } from '../../src/model/tag.ts';
import { documentId, offset, pageIndex, passageId, type Sha256, sha256 } from '../../src/model/units.ts';
import { sketch } from '../../src/relate/sketch.ts';
import { plainPassage } from '../support/parts.ts';

/** A term in a passage: its words, its theme, and what else is not as usual. */
export type Mark = {
  readonly words: string;
  readonly theme: string;
  readonly layer?: Tag['layer'];
  readonly blocked?: Tag['blocked'];
  readonly polarity?: Tag['polarity'];
  /** Category within the theme. */
  readonly category?: string;
};

/** A passage by its text; its pages change after as many code points as `breaks` says. */
export type Written = {
  readonly text: string;
  readonly marks?: readonly Mark[];
  readonly language?: Language;
  readonly zone?: Zone;
  /** Page on which it begins, from 0. */
  readonly page?: number;
  readonly breaks?: readonly number[];
};

/** A document as the stages would leave it, ready to be indexed. */
export type Made = {
  readonly keys: Standing;
  readonly receipt: Receipt;
  readonly results: Indexable;
  readonly row: IngestRow;
};

export function hashOf(text: string): Sha256 {
  return sha256(createHash('sha256').update(text).digest('hex'));
}

/** Makes a document whose bytes are its file name; `tagging` tells one tagging of it from another. */
export function made(
  file: string,
  passages: readonly Written[],
  values: Partial<IngestRow> = {},
  tagging = 'first',
  labels: readonly (string | null)[] = [],
): Made {
  const hash = hashOf(file);
  const document = documentId(hash);
  const lexicon = hashOf(tagging);
  const reading = {
    format: 'text' as const,
    reader: 'text',
    pages: 1,
    sources: { text: 1, ocr: 0, blank: 0, unread: 0 },
    characters: passages.reduce((sum, { text }) => sum + [...text].length, 0),
    problems: [],
  };
  const built = passages.map((written, ordinal) => passageOf(document, written, ordinal));
  const tags = built.flatMap((passage, index) =>
    (passages[index]?.marks ?? []).map((mark) => tagOf(passage, mark)),
  );
  const totals = {
    document,
    language: 'es' as const,
    passages: built.length,
    objectPassages: built.length,
    words: built.reduce((sum, { words }) => sum + words, 0),
    objectWords: 0,
    presence: { NEP: tags.length },
    hits: { NEP: tags.length },
    portrait: blankPortrait,
  };
  const counts = {
    passages: built.length,
    objectPassages: built.length,
    removals: 0,
    act: { ...noAct, persons: 0 },
  };
  return {
    keys: {
      passages: hashOf(`p ${file}`),
      tags: hashOf(`t ${file} ${tagging}`),
      mentions: hashOf(`m ${file} ${tagging}`),
      lexicon,
    },
    receipt: { ...reading, ...counts, document, sketch: sketch(built, noAct) },
    results: {
      passages: { passages: built, removals: [], act: noAct, reading, labels, sketch: sketch(built, noAct) },
      tags: { tags, totals: [totals], mentions: [] },
    },
    row: {
      ...unknownMetadata,
      ...reading,
      ...counts,
      file,
      hash,
      document,
      bytes: 1,
      status: 'ok',
      same: [],
      ...values,
    },
  };
}

function passageOf(document: Made['receipt']['document'], written: Written, ordinal: number): Passage {
  const { text, language = 'es', zone = 'body', page = 0, breaks = [] } = written;
  const length = [...text].length;
  const starts = [0, ...breaks];
  return {
    id: passageId(`${document}-${hashOf(`${ordinal} ${text}`).slice(0, 12)}`),
    document,
    ordinal,
    ...plainPassage,
    language,
    zone,
    text,
    words: text.split(/\s+/).length,
    runs: starts.map((at, index) => ({
      at: offset(at),
      length: (starts[index + 1] ?? length) - at,
      page: pageIndex(page + index),
      start: offset(0),
    })),
  };
}

function tagOf(passage: Passage, mark: Mark): Tag {
  const { words, theme, layer = 'frame', blocked = null, polarity = null, category = 'a' } = mark;
  const at = passage.text.indexOf(words);
  if (at < 0) throw new Error(`Expected "${words}" in "${passage.text}"`);
  const start = [...passage.text.slice(0, at)].length;
  const end = start + [...words].length;
  const run = passage.runs.findLast((one) => one.at <= start);
  const page = run?.page ?? pageIndex(0);
  return {
    document: passage.document,
    passage: passage.id,
    start: offset(start),
    end: offset(end),
    page,
    pageStart: offset(0),
    endPage: page,
    pageEnd: offset(0),
    zone: passage.zone,
    surface: words,
    term: `${theme}/${category}.es.000000`,
    category: `${theme}/${category}`,
    theme,
    layer,
    blocked,
    polarity,
    voice: null,
    because: [],
  };
}

/** The record of a run that began at a time. */
export function runAt(startedAt: string): RunRecord {
  const { settings } = StudyFile.parse({ title: 'a' });
  return {
    run: startedAt.slice(0, 19).replaceAll(':', '-'),
    startedAt,
    finishedAt: startedAt,
    study: 'a',
    engines: {},
    stages: {},
    lexicon: '',
    claims: {},
    settings,
    seed: settings.seed,
    inputs: [],
    freezing: { state: 'not_frozen' },
    reproducible: true,
    limited: [],
  };
}
