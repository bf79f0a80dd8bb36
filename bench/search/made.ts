import { createHash } from 'node:crypto';
import { type Dice, dice } from '../../sample/dice.ts';
import { openDatabase } from '../../src/io/database.ts';
import { unknownMetadata } from '../../src/io/metadata.ts';
import { noAct } from '../../src/model/act.ts';
import type { Passage, Zone } from '../../src/model/passage.ts';
import { blankPortrait } from '../../src/model/profile.ts';
import type { IngestRow } from '../../src/model/results.ts';
import type { Tag } from '../../src/model/tag.ts';
import { documentId, offset, pageIndex, passageId, type Sha256, sha256 } from '../../src/model/units.ts';
import { sketch } from '../../src/relate/sketch.ts';

/** Themes of the made tags; each has five categories of eight terms. */
export const themes = ['new_paradigm', 'poverty', 'add_on', 'integration', 'mainstream', 'objects'] as const;

const perDocument = 100;
const languages = ['es', 'pt', 'en'] as const;
const zones: readonly Zone[] = ['front', 'recital', 'operative', 'decision', 'body', 'annex'];
const voices = ['civil_society', 'regional_body', 'national_government', 'donor'] as const;
const common =
  'de la que el en y a los del se las por un para con no una su al es lo como más o pero sus le ha este entre'.split(
    ' ',
  );
const known =
  'economía solidaria social cooperativas cooperativismo cooperación desarrollo pobreza integración mercado trabajo popular otra política comunidad'.split(
    ' ',
  );

/**
 * Makes an index of `documents` documents of 100 invented passages each, through the writer that runs use. Words follow
 * Zipf's law over 30,000 made-up ones beside those above; file names are in another order than the documents were written in.
 */
export function makeIndex(path: string, documents: number): void {
  const database = openDatabase(path);
  const rows: IngestRow[] = [];
  const words = vocabulary(dice(1, 'words'));
  const blank = sketch([], noAct);
  for (let place = 0; place < documents; place++) {
    const draw = dice(place, 'document');
    const hash = digest(`file ${place}`);
    const document = documentId(hash);
    const passages = passagesOf(document, draw, words);
    const tags = passages.flatMap((passage) => tagsOf(passage, draw));
    const reading = {
      format: 'text' as const,
      reader: 'text',
      pages: 20,
      sources: { text: 20, ocr: 0, blank: 0, unread: 0 },
      characters: passages.reduce((sum, { text }) => sum + text.length, 0),
      problems: [],
    };
    const counts = {
      passages: passages.length,
      objectPassages: 0,
      removals: 0,
      act: { ...noAct, persons: 0 },
    };
    const totals = {
      document,
      language: 'es' as const,
      passages: passages.length,
      objectPassages: 0,
      words: 0,
      objectWords: 0,
      presence: {},
      hits: {},
      portrait: blankPortrait,
    };
    database.index(
      {
        passages: digest(`p${place}`),
        tags: digest(`t${place}`),
        mentions: digest(`m${place}`),
        lexicon: digest('lexicon'),
      },
      { ...reading, ...counts, document, sketch: blank },
      {
        passages: { passages, removals: [], act: noAct, reading, labels: [], sketch: blank },
        tags: { tags, totals: [totals], mentions: [] },
      },
    );
    rows.push({
      ...unknownMetadata,
      ...reading,
      ...counts,
      file: `documents/${hash.slice(0, 12)}.txt`,
      institution: `Institution ${place % 40}`,
      voice: voices[place % voices.length] ?? null,
      date: `${1990 + draw.whole(0, 29)}-0${draw.whole(1, 9)}`,
      hash,
      document,
      bytes: 1,
      status: 'ok',
      same: [],
    });
  }
  database.setCorpus(rows);
  database.close();
}

/** Invented words that few passages have. */
export function rareWords(): readonly string[] {
  return invented(dice(1, 'words')).slice(3_000, 20_000);
}

/** Words by rank: the most frequent first, the invented ones behind. */
function vocabulary(draw: Dice): readonly string[] {
  const rare = invented(draw);
  // Words of the field stand among the hundred most frequent, as they do in such corpora.
  return [
    ...common,
    ...known.flatMap((word, at) => [word, ...rare.slice(at * 4, at * 4 + 4)]),
    ...rare.slice(60),
  ];
}

function invented(draw: Dice): readonly string[] {
  const syllables = 'ba ce di fo gu la me ni po ru sa te vi xo zu ca des tra con mos'.split(' ');
  const made = new Set<string>();
  while (made.size < 30_000) {
    made.add(Array.from({ length: draw.whole(2, 4) }, () => draw.pick(syllables)).join(''));
  }
  return [...made];
}

function passagesOf(document: Passage['document'], draw: Dice, words: readonly string[]): Passage[] {
  const main = draw.pick(languages);
  return Array.from({ length: perDocument }, (_, ordinal) => {
    const length = draw.whole(15, 75);
    const text = Array.from({ length }, () => words[zipf(draw.share(), words.length)]).join(' ');
    return {
      id: passageId(`${document}-${digest(`${ordinal}`).slice(0, 12)}`),
      document,
      ordinal,
      form: 'paragraph',
      level: null,
      section: [],
      zone: zones[Math.floor((ordinal * zones.length) / perDocument)] ?? 'body',
      speaker: null,
      quotations: [],
      confidence: null,
      language: draw.chance(0.95) ? main : draw.pick(languages),
      text,
      words: length,
      runs: [
        { at: offset(0), length: text.length, page: pageIndex(Math.floor(ordinal / 5)), start: offset(0) },
      ],
    };
  });
}

/** A rank with probability in proportion to its inverse, drawn by inverting the integral. */
function zipf(share: number, count: number): number {
  return Math.min(count - 1, Math.floor((count + 1) ** share) - 1);
}

function tagsOf(passage: Passage, draw: Dice): Tag[] {
  const found = draw.chance(0.5) ? draw.whole(1, 3) : 0;
  return Array.from({ length: found }, () => {
    const theme = draw.pick(themes);
    const category = `${theme}/category_${draw.whole(1, 5)}`;
    const start = draw.whole(0, passage.text.length - 8);
    const isDenied = draw.chance(0.02);
    const place = { start: offset(start), end: offset(start + 8) };
    return {
      ...place,
      document: passage.document,
      passage: passage.id,
      page: pageIndex(0),
      pageStart: place.start,
      endPage: pageIndex(0),
      pageEnd: place.end,
      zone: passage.zone,
      surface: passage.text.slice(start, start + 8),
      term: `${category}.es.00000${draw.whole(1, 8)}`,
      category,
      theme,
      layer: theme === 'objects' ? 'object' : 'frame',
      lexicon,
      blocked: isDenied ? 'negated' : draw.chance(0.1) ? 'no_object' : null,
      polarity: isDenied ? 'negated' : draw.chance(0.1) ? 'hedged' : 'affirmed',
      voice: 'own',
      because: [],
    };
  });
}

const lexicon = digest('lexicon');

function digest(text: string): Sha256 {
  return sha256(createHash('sha256').update(text).digest('hex'));
}
