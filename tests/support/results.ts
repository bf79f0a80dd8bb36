import { createHash } from 'node:crypto';
import type { Claim } from '../../src/model/claim.ts';
import type { Balance, Finding, Side } from '../../src/model/finding.ts';
import type { Layer, MeasuredCategory, Term } from '../../src/model/lexicon.ts';
import type { LexiconLanguage } from '../../src/model/passage.ts';
import { type Grouping, groupings, type Profile } from '../../src/model/profile.ts';
import type { Evidence, IngestRow, Results } from '../../src/model/results.ts';
import { periodOf, StudyFile } from '../../src/model/study.ts';
import type { Tag } from '../../src/model/tag.ts';
import {
  documentId,
  type LogOdds,
  logOdds,
  offset,
  pageIndex,
  passageId,
  perThousandWords,
  sha256,
} from '../../src/model/units.ts';
import { codePointLength } from '../../src/text/codepoints.ts';

/** Who speaks in the made-up corpus, in which language, how often, and how often in which frame. */
export type Speaker = {
  readonly institution: string | null;
  readonly voice: string | null;
  readonly language: LexiconLanguage;
  readonly years: readonly number[];
  readonly passages: number;
  /** Of 100 passages, how many carry the new paradigm, the add-on, the poverty and the integration frame. */
  readonly frames: readonly [number, number, number, number];
};

export type BuildOptions = {
  readonly speakers?: readonly Speaker[];
  /** Put into every title, text and file name. */
  readonly suffix?: string;
  readonly url?: string | null;
  readonly synthetic?: boolean;
  readonly seed?: number;
};

const years = (...list: number[]) => list;
export const speakers: readonly Speaker[] = [
  {
    institution: 'Red Austral de Economía Solidaria',
    voice: 'civil_society',
    language: 'es',
    years: years(1998, 1999, 2001, 2004, 2006, 2009, 2012),
    passages: 9,
    frames: [38, 14, 12, 14],
  },
  {
    institution: 'Fórum das Águas',
    voice: 'civil_society',
    language: 'pt',
    years: years(2003, 2005, 2006, 2010, 2013),
    passages: 7,
    frames: [34, 14, 18, 10],
  },
  {
    institution: 'Encuentro de Saberes',
    voice: 'civil_society',
    language: 'es',
    years: years(2002, 2008, 2011),
    passages: 6,
    frames: [44, 12, 16, 8],
  },
  {
    institution: 'Consejo Regional de Cooperativas',
    voice: 'regional_body',
    language: 'es',
    years: years(2002, 2003, 2004, 2006, 2007, 2009, 2012, 2013),
    passages: 8,
    frames: [20, 34, 22, 40],
  },
  {
    institution: 'Instituto Social del Sur',
    voice: 'regional_body',
    language: 'es',
    years: years(2007, 2009, 2010, 2012, 2013),
    passages: 7,
    frames: [14, 18, 46, 22],
  },
  {
    institution: 'Secretaria do Bloco',
    voice: 'regional_body',
    language: 'pt',
    years: years(2004, 2006, 2010, 2013),
    passages: 7,
    frames: [16, 30, 30, 28],
  },
  {
    institution: 'Ministerio de Asuntos Sociales',
    voice: 'national_government',
    language: 'es',
    years: years(2005, 2008, 2010, 2014),
    passages: 6,
    frames: [5, 20, 60, 6],
  },
  {
    institution: 'Agencia del Norte',
    voice: 'donor',
    language: 'es',
    years: years(2008, 2011),
    passages: 5,
    frames: [0, 40, 44, 10],
  },
];

/** Categories of the made-up claim; `DIL` is the union of two others. */
export const categories: readonly MeasuredCategory[] = [
  measured('NEP', 'New paradigm', ['new_paradigm/alternative', 'new_paradigm/self_management']),
  measured('ADD', 'Add-on', ['add_on/complement']),
  measured('PE', 'Poverty eradication', ['poverty_eradication/vulnerability']),
  measured('DIL', 'Add-on or poverty', ['add_on/complement', 'poverty_eradication/vulnerability']),
  measured('INT', 'Integration', ['integration/region']),
  measured('SSE', 'Social and solidarity economy', ['sse/terms']),
];

function measured(code: string, label: string, of: readonly string[]): MeasuredCategory {
  return { code, label, definition: `What counts as ${label}`, categories: of };
}

type Phrase = {
  readonly category: string;
  readonly layer: Layer;
  readonly es: string;
  readonly pt: string;
  readonly en: string;
};
const phrases: Readonly<Record<string, readonly Phrase[]>> = {
  object: [
    {
      category: 'sse/terms',
      layer: 'object',
      es: 'La economía solidaria',
      pt: 'A economia solidária',
      en: 'The solidarity economy',
    },
    {
      category: 'sse/terms',
      layer: 'object',
      es: 'El cooperativismo',
      pt: 'O cooperativismo',
      en: 'The cooperative movement',
    },
  ],
  NEP: [
    {
      category: 'new_paradigm/alternative',
      layer: 'frame',
      es: 'otra economía',
      pt: 'outra economia',
      en: 'another economy',
    },
    {
      category: 'new_paradigm/self_management',
      layer: 'frame',
      es: 'la autogestión',
      pt: 'a autogestão',
      en: 'self-management',
    },
    {
      category: 'new_paradigm/alternative',
      layer: 'frame',
      es: 'un nuevo paradigma',
      pt: 'um novo paradigma',
      en: 'a new paradigm',
    },
  ],
  ADD: [
    {
      category: 'add_on/complement',
      layer: 'frame',
      es: 'un complemento del mercado',
      pt: 'um complemento do mercado',
      en: 'a complement to the market',
    },
    {
      category: 'add_on/complement',
      layer: 'frame',
      es: 'una herramienta de apoyo',
      pt: 'uma ferramenta de apoio',
      en: 'a supporting tool',
    },
  ],
  PE: [
    {
      category: 'poverty_eradication/vulnerability',
      layer: 'frame',
      es: 'la superación de la pobreza',
      pt: 'a superação da pobreza',
      en: 'the end of poverty',
    },
    {
      category: 'poverty_eradication/vulnerability',
      layer: 'frame',
      es: 'los grupos vulnerables',
      pt: 'os grupos vulneráveis',
      en: 'vulnerable groups',
    },
  ],
  INT: [
    {
      category: 'integration/region',
      layer: 'frame',
      es: 'la integración regional',
      pt: 'a integração regional',
      en: 'regional integration',
    },
  ],
};

const joints: Readonly<Record<LexiconLanguage, readonly string[]>> = {
  es: [
    ' es, en esta etapa, parte de ',
    ', según lo acordado por las delegaciones, se vincula con ',
    ' y también con ',
    '. Las organizaciones presentes piden plazos y recursos propios.',
  ],
  pt: [
    ' é, nesta etapa, parte de ',
    ', conforme o acordo das delegações, liga-se a ',
    ' e também a ',
    '. As organizações presentes pedem prazos e recursos próprios.',
  ],
  en: [
    ' is, at this stage, part of ',
    ', as the delegations agreed, is tied to ',
    ' and also to ',
    '. The organisations present ask for time and funds of their own.',
  ],
};

const lexicon = sha256(hash('lexicon'));

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The term that a phrase of the made-up lexicon comes from. */
function termOf(phrase: Phrase, language: LexiconLanguage): Term {
  const [theme = '', category = ''] = phrase.category.split('/');
  return {
    id: `${phrase.category}.${language}.${hash(phrase[language]).slice(0, 6)}`,
    theme,
    category,
    layer: phrase.layer,
    language,
    pattern: phrase[language].toLowerCase(),
    why: 'names the category in so many words',
    evidence: 'invented for the tests',
    status: 'proposed',
    exactCase: false,
    exactAccents: false,
    blocks: [],
  };
}

/** A generator of whole numbers below `n`; its only virtue is to be the same everywhere. */
function generator(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return Math.floor((state / 0x7fffffff) * n) % n;
  };
}

/** A complete, consistent, made-up result: counts in profiles and findings follow from the evidence. */
export function buildResults(options: BuildOptions = {}): Results {
  const people = options.speakers ?? speakers;
  const suffix = options.suffix ?? '';
  const random = generator(options.seed ?? 7);
  const evidence: Evidence[] = [];
  const ingest: IngestRow[] = [];
  for (const speaker of people) {
    for (const year of speaker.years) {
      const name = speaker.institution ?? 'unsigned';
      const file = `documents/${name}/${year}${suffix}.pdf`;
      const digest = sha256(hash(file));
      const document = documentId(digest);
      const title = `Acta ${year} · ${name}${suffix}`;
      const date = speaker.voice === 'donor' ? String(year) : `${year}-0${1 + random(9)}`;
      for (let ordinal = 0; ordinal < speaker.passages; ordinal++) {
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
            lexicon,
            blocked: null,
          }),
        );
        evidence.push({
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
            zone: 'body',
            language: speaker.language,
            text: made.text,
            words: made.text.split(' ').length,
            runs: [{ at: offset(0), length: codePointLength(made.text), page, start: offset(0) }],
          },
          tags,
        });
      }
      ingest.push({
        file,
        title,
        institution: speaker.institution,
        voice: speaker.voice,
        kind: 'minutes',
        date,
        date_precision: date.length === 4 ? 'year' : 'month',
        language: speaker.language,
        translation_of: null,
        version_of: null,
        body: null,
        lead_ministry: null,
        url: options.url ?? null,
        rights: null,
        hash: digest,
        document,
        bytes: 40_000 + random(9_000),
        status: 'ok',
        format: 'pdf',
        reader: 'pdfium',
        pages: Math.ceil(speaker.passages / 3),
        pagesWithText: Math.ceil(speaker.passages / 3),
        characters: 2_000 + random(900),
        passages: speaker.passages + 4,
        objectPassages: speaker.passages,
        removals: 2,
        problems: [],
      });
    }
  }
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
      reproducible: true,
      limited: [],
    },
    study,
    claims: [claim],
    categories,
    terms: Object.values(phrases)
      .flat()
      .flatMap((phrase) => (['es', 'pt', 'en'] as const).map((language) => termOf(phrase, language))),
    ingest: ingest.toSorted((a, b) => (a.file < b.file ? -1 : 1)),
    problems: [],
    profiles: groupings.flatMap((by) => profilesBy(by, evidence, ingest)),
    findings,
    evidence: evidence.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0)),
    planted:
      people.length === 0 || options.synthetic === false
        ? []
        : [
            {
              numerator: 'NEP',
              denominator: 'DIL',
              planted: Math.log(3.3),
              recovered: findings[0]?.estimate?.value ?? null,
            },
            {
              numerator: 'NEP',
              denominator: 'PE',
              planted: Math.log(2.9),
              recovered: findings[1]?.estimate?.value ?? null,
            },
          ],
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
      estimand: 'frame_balance_contrast',
      of: 'claimed',
      against: 'diluted',
      companions: ['companion'],
      unit: 'passage',
      scope: 'A',
      gates: ['documents', 'framed_passages', 'overlap', 'validation'],
      falsifier: 'The interval lies within a factor of 1.5 of no difference, or on the other side of it.',
    },
  ],
  not_testable: [
    'Whether the money comes from the industries that the movements oppose: no text of this corpus says so.',
    'What the authors of a policy intended.',
  ],
};

function passage(
  speaker: Speaker,
  random: (n: number) => number,
  suffix: string,
): { text: string; marks: { phrase: Phrase; start: number; end: number }[] } {
  const objects = phrases['object'] ?? [];
  const chosen: Phrase[] = [objects[random(objects.length)] ?? never()];
  ['NEP', 'ADD', 'PE', 'INT'].forEach((code, index) => {
    const list = phrases[code] ?? [];
    if (random(100) >= (speaker.frames[index] ?? 0)) return;
    chosen.push(list[random(list.length)] ?? never());
  });
  const joint = joints[speaker.language];
  const marks: { phrase: Phrase; start: number; end: number }[] = [];
  let text = '';
  chosen.forEach((phrase, index) => {
    if (index > 0) text += joint[index === 1 ? random(2) : 2] ?? ' ';
    const start = codePointLength(text);
    text += phrase[speaker.language];
    marks.push({ phrase, start, end: codePointLength(text) });
  });
  return { text: `${text}${joint[3] ?? ''}${suffix}`, marks };
}

function never(): never {
  throw new Error('expected a phrase');
}

/** Files that did not make it into the numbers, or not wholly. */
function lost(suffix: string): IngestRow[] {
  const base = {
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
    pagesWithText: 0,
    characters: 0,
    passages: 0,
    objectPassages: 0,
    removals: 0,
  } as const;
  const scan = `documents/scan${suffix}.pdf`;
  const part = `documents/minutes-2011${suffix}.pdf`;
  return [
    {
      ...base,
      file: `documents/annex${suffix}.pdf`,
      status: 'failed',
      problems: [{ code: 'encrypted', file: `documents/annex${suffix}.pdf` }],
    },
    {
      ...base,
      file: part,
      institution: 'Consejo Regional de Cooperativas',
      voice: 'regional_body',
      date: '2011',
      status: 'partial',
      pages: 9,
      pagesWithText: 8,
      problems: [
        { code: 'page_without_text', file: part, page: 3 },
        {
          code: 'metadata_contradiction',
          file: part,
          field: 'date',
          kept: { from: 'manifest', value: '2011' },
          other: { from: 'file name', value: '2010' },
        },
      ],
    },
    { ...base, file: scan, status: 'failed', pages: 12, problems: [{ code: 'no_text', file: scan }] },
  ];
}

function carries(item: Evidence, code: string): boolean {
  const of = categories.find((category) => category.code === code)?.categories ?? [];
  return item.tags.some((tag) => tag.blocked === null && of.includes(tag.category));
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

function balanceOf(institution: string, items: readonly Evidence[], against: string): Balance {
  const totals = [...Map.groupBy(items, (item) => item.file).values()].map((of) => ({
    a: of.filter((item) => carries(item, 'NEP')).length,
    b: of.filter((item) => carries(item, against)).length,
  }));
  const a = totals.reduce((sum, total) => sum + total.a, 0);
  const b = totals.reduce((sum, total) => sum + total.b, 0);
  const theta = (x: number, y: number) => Math.log((x + 0.5) / (y + 0.5));
  const without = totals.map((total) => theta(a - total.a, b - total.b));
  const mean = without.reduce((sum, value) => sum + value, 0) / without.length;
  const n = totals.length;
  const framed = items.filter((item) => carries(item, 'NEP') || carries(item, against)).length;
  return {
    institution,
    documents: n,
    passages: items.length,
    framedDocuments: totals.filter((total) => total.a + total.b > 0).length,
    numerator: a,
    denominator: b,
    theta: framed === 0 ? null : logOdds(theta(a, b)),
    variance: n < 2 ? null : ((n - 1) / n) * without.reduce((sum, value) => sum + (value - mean) ** 2, 0),
    leftOut: framed === 0 ? 'no_framed_passage' : n < 2 ? 'one_document' : null,
  };
}

function sideOf(role: Side['role'], voice: string, evidence: readonly Evidence[], against: string): Side {
  const own = Map.groupBy(
    evidence.filter((item) => item.voice === voice),
    (item) => item.institution ?? '(none)',
  );
  const institutions = [...own].map(([name, items]) => balanceOf(name, items, against));
  const inside = institutions.flatMap((one) =>
    one.leftOut === null && one.theta !== null ? [one.theta] : [],
  );
  return {
    role,
    voices: [voice],
    institutions,
    documents: institutions.reduce((sum, one) => sum + one.documents, 0),
    passages: [...own.values()].flat().length,
    framedDocuments: institutions.reduce((sum, one) => sum + one.framedDocuments, 0),
    framedPassages: [...own.values()].flat().filter((item) => carries(item, 'NEP') || carries(item, against))
      .length,
    effectiveDocuments: institutions.reduce((sum, one) => sum + one.documents, 0) * 0.83,
    theta:
      inside.length === 0
        ? null
        : logOdds(inside.reduce<number>((sum, value) => sum + value, 0) / inside.length),
  };
}

/** A finding whose balances follow from the evidence; the interval is a plain normal one. */
export function finding(evidence: readonly Evidence[], against: string): Finding {
  const sides = [
    sideOf('source', 'civil_society', evidence, against),
    sideOf('policy', 'regional_body', evidence, against),
  ] as const;
  const value = (sides[0].theta ?? 0) - (sides[1].theta ?? 0);
  const spread = (side: Side) =>
    side.institutions.reduce((sum, one) => sum + (one.variance ?? 0), 0) /
    Math.max(1, side.institutions.length) ** 2;
  const error = Math.sqrt(spread(sides[0]) + spread(sides[1]));
  const estimate = {
    value: logOdds(value),
    lower: logOdds(value - 2.05 * error),
    upper: logOdds(value + 2.05 * error),
    standardError: error,
    degreesOfFreedom: 21.4,
  };
  const smallest: LogOdds = logOdds(Math.log(1.5));
  return {
    claim: 'dilution',
    hypothesis: 'H1',
    title: 'The new paradigm gives way to the add-on',
    role: against === 'DIL' ? 'primary' : 'companion',
    estimand: 'frame_balance_contrast',
    numerator: 'NEP',
    denominator: against,
    scope: 'A',
    corrected: false,
    smallestEffect: smallest,
    verdict: 'INCONCLUSIVE',
    reasons: ['uncorrected'],
    intervalVerdict: 'SUPPORTED_SUBSTANTIAL',
    gates: [
      {
        gate: 'documents',
        passed: true,
        expected: 'at least 5 documents and 4 effective documents a side',
        found: '15 and 17',
        reason: null,
      },
      {
        gate: 'framed_passages',
        passed: true,
        expected: 'at least 20 a side',
        found: '81 and 92',
        reason: null,
      },
      {
        gate: 'overlap',
        passed: true,
        expected: 'at least 50 % in languages and periods of both sides',
        found: '87 %',
        reason: null,
      },
      {
        gate: 'validation',
        passed: null,
        expected: 'at least 100 coded passages a side, 30 of them without a hit',
        found: 'no passage is coded',
        reason: 'uncorrected',
      },
    ],
    estimate,
    dilution: {
      value: Math.exp(estimate.value),
      lower: Math.exp(estimate.lower),
      upper: Math.exp(estimate.upper),
    },
    stratified: { ...estimate, value: logOdds(value * 0.94) },
    tippingPoint: { toZero: Math.exp(-value), toSmallestEffect: Math.exp(Math.log(1.5) - value) },
    sides,
    strata: [
      { language: 'es', period: '1995-1999', source: 11, policy: 0, compared: false },
      { language: 'es', period: '2000-2004', source: 14, policy: 15, compared: true },
      { language: 'es', period: '2005-2009', source: 12, policy: 27, compared: true },
      { language: 'es', period: '2010-2014', source: 13, policy: 22, compared: true },
      { language: 'pt', period: '2000-2004', source: 4, policy: 4, compared: true },
      { language: 'pt', period: '2005-2009', source: 9, policy: 5, compared: true },
    ],
    shareNotCompared: 0.13,
    warnings: ['one_institution_a_side'],
    documents: sides[0].documents + sides[1].documents,
    passages: sides[0].passages + sides[1].passages,
    institutions: sides[0].institutions.length + sides[1].institutions.length,
    falsifier: 'The interval lies within a factor of 1.5 of no difference, or on the other side of it.',
    seed: 20140601,
  };
}

/** A finding for which the corpus does not suffice. */
export function notTestable(from: Finding): Finding {
  return {
    ...from,
    verdict: 'NOT_TESTABLE',
    reasons: ['too_few_documents'],
    intervalVerdict: null,
    estimate: null,
    dilution: null,
    stratified: null,
    tippingPoint: null,
    shareNotCompared: null,
    gates: from.gates.map((gate) =>
      gate.gate === 'documents'
        ? { ...gate, passed: false, found: '15 and 3', reason: 'too_few_documents' }
        : gate,
    ),
  };
}
