import { witnesses } from '../../src/assess/witness/witnesses.ts';
import { noAct } from '../../src/model/act.ts';
import type { Claim } from '../../src/model/claim.ts';
import { type Grouping, groupings, type Profile } from '../../src/model/profile.ts';
import type { Evidence, IngestRow, Results } from '../../src/model/results.ts';
import { periodOf, StudyFile } from '../../src/model/study.ts';
import type { Tag } from '../../src/model/tag.ts';
import { documentId, offset, pageIndex, passageId, perThousandWords, sha256 } from '../../src/model/units.ts';
import { codePointLength } from '../../src/text/codepoints.ts';
import { carries, finding } from './contrast.ts';
import { exploratory } from './exploratory.ts';
import { plainPassage } from './parts.ts';
import { categories, generator, hash, passage, type Speaker, speakers, termOf, terms } from './speech.ts';

export type BuildOptions = {
  readonly speakers?: readonly Speaker[];
  /** Put into every title, text and file name. */
  readonly suffix?: string;
  readonly url?: string | null;
  readonly synthetic?: boolean;
  readonly seed?: number;
};

const lexicon = sha256(hash('lexicon'));

type Meeting = {
  readonly speaker: Speaker;
  readonly file: string;
  readonly title: string;
  readonly date: string;
};

/** A complete, consistent, made-up result: counts in profiles and findings follow from the evidence. */
export function buildResults(options: BuildOptions = {}): Results {
  const people = options.speakers ?? speakers;
  const suffix = options.suffix ?? '';
  const random = generator(options.seed ?? 7);
  const meetings = people.flatMap((speaker) =>
    speaker.years.map((year): Meeting => {
      const name = speaker.institution ?? 'unsigned';
      return {
        speaker,
        file: `documents/${name}/${year}${suffix}.pdf`,
        title: `Acta ${year} · ${name}${suffix}`,
        date: speaker.voice === 'donor' ? String(year) : `${year}-0${1 + random(9)}`,
      };
    }),
  );
  const evidence = meetings.flatMap((meeting) =>
    Array.from({ length: meeting.speaker.passages }, (_, ordinal) =>
      evidenceOf(meeting, ordinal, random, suffix),
    ),
  );
  const ingest = meetings.map((meeting) => ingestOf(meeting, options.url ?? null));
  if (people.length > 0) ingest.push(...lost(suffix));
  const study = StudyFile.parse({
    title: `Diluted or not${suffix}`,
    ...(options.synthetic === false
      ? {}
      : { synthetic: { statement: 'Every document in this study is made up; nobody said any of this.' } }),
    events: [
      { date: '2001-10', name: 'the council is founded' },
      { date: '2007', name: 'the social institute opens' },
      { date: '2012-06-22', name: 'one member is suspended' },
    ],
  });
  const sorted = evidence.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  const findings = people.length === 0 ? [] : ['DIL', 'PE'].map((against) => finding(evidence, against));
  return {
    run: {
      run: '2026-11-23T18-04',
      startedAt: '2026-11-23T18:04:05Z',
      finishedAt: '2026-11-23T18:04:13Z',
      study: hash('study').slice(0, 16),
      engines: { titrate: '0.1.0', node: '24.21.0', icu: '77.1', pdfium: '2.15.1' },
      stages: { extract: hash('extract'), tag: hash('tag') },
      lexicon,
      claims: { dilution: hash('dilution') },
      settings: study.settings,
      seed: study.settings.seed,
      inputs: ingest.map((row) => ({ file: row.file, sha256: row.hash })),
      freezing: { state: 'not_frozen' },
      reproducible: true,
      limited: [],
    },
    study,
    claims: [claim],
    categories,
    terms,
    ingest: ingest.toSorted((a, b) => (a.file < b.file ? -1 : 1)),
    problems: [],
    profiles: groupings.flatMap((by) => profilesBy(by, evidence, ingest)),
    findings,
    appendix: [],
    measures: { mixes: [], contrasts: [], money: [], held: [] },
    fields: [],
    places: [],
    institutionPlaces: [],
    ...exploratory(evidence, study),
    robustness: [],
    witnesses: witnesses(
      sorted.map((item) => ({ item, mentions: [] })),
      people.length === 0 ? [] : [claim],
      findings,
      study,
      { measured: categories, object: study.object, above: () => [] },
    ),
    evidence: sorted,
    mentions: [],
    removals: ingest
      .toSorted((a, b) => (a.file < b.file ? -1 : 1))
      .flatMap(({ file, removals }) =>
        Array.from({ length: removals }, (_, page) => ({
          file,
          cited: String(page + 1),
          removal: { page: pageIndex(page), start: offset(0), end: offset(9), reason: 'header' as const },
          text: 'Acta 😀, p.',
        })),
      ),
    planted:
      people.length === 0 || options.synthetic === false
        ? []
        : [
            {
              numerator: 'NEP',
              denominator: 'DIL',
              planted: Math.log(3.3),
              recovered: findings[0]?.estimate?.value ?? null,
              uncorrected: null,
            },
            {
              numerator: 'NEP',
              denominator: 'PE',
              planted: Math.log(2.9),
              recovered: findings[1]?.estimate?.value ?? null,
              uncorrected: null,
            },
          ],
  };
}

function evidenceOf(
  { speaker, file, title, date }: Meeting,
  ordinal: number,
  random: (n: number) => number,
  suffix: string,
): Evidence {
  const document = documentId(sha256(hash(file)));
  const made = passage(speaker, random, suffix);
  const id = passageId(`${document}-${hash(`${made.text}${ordinal}`).slice(0, 12)}`);
  const page = pageIndex(Math.floor(ordinal / 3));
  const tags = made.marks.map(
    ({ phrase, start, end }): Tag => ({
      document,
      passage: id,
      start: offset(start),
      end: offset(end),
      page,
      pageStart: offset(start),
      endPage: page,
      pageEnd: offset(end),
      zone: 'body',
      surface: phrase[speaker.language],
      term: termOf(phrase, speaker.language).id,
      category: phrase.category,
      theme: phrase.category.split('/')[0] ?? '',
      layer: phrase.layer,
      blocked: null,
      polarity: null,
      voice: null,
      because: [],
    }),
  );
  return {
    file,
    title,
    institution: speaker.institution,
    voice: speaker.voice,
    date,
    page: String(page + 1),
    passage: {
      id,
      document,
      ordinal,
      ...plainPassage,
      language: speaker.language,
      text: made.text,
      words: made.text.split(' ').length,
      runs: [{ at: offset(0), length: codePointLength(made.text), page, start: offset(0) }],
    },
    tags,
    lexicon,
    longest: 700,
  };
}

function ingestOf({ speaker, file, title, date }: Meeting, url: string | null): IngestRow {
  const digest = sha256(hash(file));
  const pages = Math.ceil(speaker.passages / 3);
  return {
    ...unknown,
    file,
    title,
    institution: speaker.institution,
    voice: speaker.voice,
    kind: 'minutes',
    date,
    date_precision: date.length === 4 ? 'year' : 'month',
    language: speaker.language,
    url,
    hash: digest,
    document: documentId(digest),
    bytes: 41_000 + file.length,
    status: 'ok',
    format: 'pdf',
    reader: 'pdfium',
    pages,
    sources: { text: pages, ocr: 0, blank: 0, unread: 0 },
    characters: 230 * speaker.passages,
    passages: speaker.passages + 4,
    objectPassages: speaker.passages,
    removals: 2,
    act: {
      ...noAct,
      kind: 'minutes',
      number: String(speaker.passages),
      agenda: ['Apertura', 'Asuntos varios'],
      persons: 3,
    },
    problems: [],
    same: [],
  };
}

const claim: Claim = {
  id: 'dilution',
  title: 'A new economy becomes an add-on',
  statement:
    'Movements speak of the solidarity economy as a new economic paradigm; regional bodies turn it into an add-on to the economy as it is, or into a remedy for poverty.',
  source: 'Made up for the tests, after a debate in the literature.',
  hypotheses: [
    {
      id: 'H1',
      title: 'The new paradigm gives way to the add-on',
      anchor: 'The frame that movements use gives way on the way into policy.',
      family: 'primary',
      unit: 'passages about the object',
      having: 'frame it as a new paradigm',
      measure: { count: 'passages', of: 'claimed', against: 'diluted' },
      comparison: { by: 'contrast', more: 'source' },
      companions: ['companion'],
      scope: 'A',
      gates: ['documents', 'framed_passages', 'overlap', 'validation'],
      falsifier: 'The interval lies within a factor of 1.5 of no difference, or on the other side of it.',
    },
  ],
  institutions: {},
  not_testable: [
    'Whether the money comes from the industries that the movements oppose: no text of this corpus says so.',
    'What the authors of a policy intended.',
  ],
};

const unknown = {
  title: null,
  institution: null,
  voice: null,
  kind: null,
  date: null,
  date_precision: null,
  language: null,
  translation_of: null,
  version_of: null,
  body: null,
  lead_ministry: null,
  url: null,
  rights: null,
  format: null,
  reader: null,
  hash: null,
  document: null,
  bytes: 0,
  pages: 0,
  sources: { text: 0, ocr: 0, blank: 0, unread: 0 },
  characters: 0,
  passages: 0,
  objectPassages: 0,
  removals: 0,
  act: null,
  same: [],
} as const;

/** Files that did not make it into the numbers, or not wholly. */
function lost(suffix: string): IngestRow[] {
  const scan = `documents/scan${suffix}.pdf`;
  const part = `documents/minutes-2011${suffix}.pdf`;
  return [
    {
      ...unknown,
      file: `documents/annex${suffix}.pdf`,
      status: 'failed',
      problems: [{ code: 'encrypted', file: `documents/annex${suffix}.pdf` }],
    },
    {
      ...unknown,
      file: part,
      institution: 'Consejo Regional de Cooperativas',
      voice: 'regional_body',
      date: '2011',
      status: 'partial',
      pages: 9,
      sources: { text: 8, ocr: 0, blank: 0, unread: 1 },
      problems: [
        { code: 'page_unread', file: part, page: 3, why: 'picture' },
        {
          code: 'metadata_contradiction',
          file: part,
          field: 'date',
          kept: { from: 'manifest', value: '2011' },
          other: { from: 'file name', value: '2010' },
        },
      ],
    },
    {
      ...unknown,
      file: scan,
      status: 'failed',
      pages: 12,
      sources: { text: 0, ocr: 0, blank: 0, unread: 12 },
      problems: [{ code: 'no_text', file: scan }],
    },
  ];
}

/** Profiles counted straight from the evidence. */
export function profilesBy(
  by: Grouping,
  evidence: readonly Evidence[],
  ingest: readonly IngestRow[],
): Profile[] {
  const keyOf = (item: Evidence): string => {
    switch (by) {
      case 'document':
        return item.file;
      case 'institution':
        return item.institution ?? '(none)';
      case 'voice':
        return item.voice ?? '(none)';
      case 'period':
        return periodOf(item.date, 5);
      case 'language':
        return item.passage.language;
    }
  };
  const groups = Map.groupBy(evidence, keyOf);
  return [...groups.keys()].toSorted().map((key) => {
    const items = groups.get(key) ?? [];
    const files = new Set(items.map((item) => item.file));
    const words = items.reduce((sum, item) => sum + item.passage.words, 0);
    return {
      by,
      key,
      documents: files.size,
      passages: ingest.filter((row) => files.has(row.file)).reduce((sum, row) => sum + row.passages, 0),
      objectPassages: items.length,
      words,
      frames: categories.map(({ code, categories: of }) => {
        const presence = items.filter((item) => carries(item, code)).length;
        const hits = items.flatMap((item) => item.tags).filter((tag) => of.includes(tag.category)).length;
        return { code, presence, share: presence / items.length, hits, rate: perThousandWords(hits, words) };
      }),
    };
  });
}
