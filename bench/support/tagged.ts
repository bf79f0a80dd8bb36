import { createHash } from 'node:crypto';
import {
  codesBySimulation,
  codesByTruth,
  simulatedAdjudicator,
  simulatedCoders,
  type Told,
} from '../../sample/coders.ts';
import { type Dice, dice } from '../../sample/dice.ts';
import { expectedContrast } from '../../sample/expected.ts';
import { type Planned, plan } from '../../sample/plan.ts';
import { type Publishers, readPublishers } from '../../sample/texts.ts';
import { adjudicationSheets, takeIn, trusted } from '../../src/app/codings.ts';
import { correctionsOf } from '../../src/app/corrections.ts';
import { drawSample } from '../../src/app/sample.ts';
import type { StudyInput } from '../../src/app/study.ts';
import { plantedObservations } from '../../src/app/truth.ts';
import { assess } from '../../src/assess/assess.ts';
import { inputOf } from '../../src/compose/open.ts';
import { openStudy } from '../../src/io/study.ts';
import type { CodingAct, CodingSheet } from '../../src/model/coding.ts';
import type { ContrastFinding, Estimate, Verdict } from '../../src/model/finding.ts';
import type { LexiconSource } from '../../src/model/lexicon.ts';
import type { Passage } from '../../src/model/passage.ts';
import type { Found, StudyDatabase } from '../../src/model/ports.ts';
import type { Observation } from '../../src/model/profile.ts';
import type { IngestRow } from '../../src/model/results.ts';
import type { Tag } from '../../src/model/tag.ts';
import { documentId, offset, pageIndex, passageId, sha256 } from '../../src/model/units.ts';
import { count } from '../../src/profile/count.ts';
import { observe } from '../../src/profile/observe.ts';
import { plainPassage } from '../../tests/support/parts.ts';

/** The sample study as far as its documents do not matter. */
export type Bundled = {
  readonly input: StudyInput;
  readonly codebook: LexiconSource;
  readonly publishers: Publishers;
};

/** What one regenerated sample gave. */
export type Regenerated = {
  /** The contrast of the claim's first hypothesis, corrected by simulated coders and not; null where it is not testable. */
  readonly corrected: Estimate | null;
  readonly uncorrected: Estimate | null;
  /** The same estimator on the planted frames of these documents. */
  readonly planted: Estimate | null;
  /** By the interval alone, and after tests of all hypotheses were adjusted together. */
  readonly alone: Verdict | null;
  readonly verdict: Verdict;
  readonly coded: number;
};

/**
 * What the program makes of the bundled documents beside the planted truth: frames in the words of somebody else count for
 * nobody, and these are the shares of passages whose frame is lost so; passages without a row in the truth (titles, lists,
 * footnotes) for each document, and the chance that one of these names the object. `tests/sample/code.test.ts` holds them
 * against the bundled sample.
 */
export const reading = {
  attributed: {
    civil_society: { minutes: 0.7, programme: 0.2, article: 0.08, declaration: 0, decision: 0 },
    regional_body: { minutes: 0.9, programme: 0.1, article: 0, declaration: 0, decision: 0.08 },
  },
  extra: { civil_society: 12, regional_body: 14 },
  named: { civil_society: 0.8, regional_body: 0.07 },
} as const;

const [source, policy] = ['civil_society', 'regional_body'] as const;

/** Opens the sample study that lies in a folder. */
export async function bundled(folder: string): Promise<Bundled> {
  const place = await openStudy(folder);
  return { input: await inputOf(place), codebook: place.lexicon, publishers: readPublishers() };
}

/** Publishers who all speak of the new paradigm alike, and differ as before in how much of it a lexicon misses. */
export function alike(publishers: Publishers, share: number): Publishers {
  return {
    ...publishers,
    institutions: publishers.institutions.map((one) => ({ ...one, nep: share, trend: 0 })),
  };
}

/** The contrast that estimates of regenerated samples should scatter around, in log odds. */
export function target(publishers: Publishers): number {
  return expectedContrast(plan(publishers, 0), source, policy);
}

/**
 * Regenerates the sample as tagged passages and takes it through draw, simulated coding, correction and assessment.
 * The same seed gives the same, in whatever process.
 */
export function regenerate(
  { input, codebook, publishers }: Bundled,
  seed: number,
  perSide: number,
): Regenerated {
  const documents = plan(publishers, seed)
    .filter(({ institution }) => institution.voice === source || institution.voice === policy)
    .map((planned) => written(planned, seed, input));
  const told = new Map<string, Told>(
    documents.flatMap(({ passages }) => passages.map(({ found, truth }) => [found.passage.id, truth])),
  );
  const database = indexOf(documents);
  const from = { study: input, codebook, database, pseudonym: null };
  const drawn = drawSample(
    {
      sample: 'sample-1',
      extends: null,
      budget: { perSide },
      coders: simulatedCoders,
      codes: [],
      seed,
    },
    { ...from, earlier: [], now: new Date(0) },
  );
  const samples = [drawn.sample];
  const { columns, object } = drawn.sample.design;
  const passageOf = new Map<string, string>(drawn.sample.keys.map(({ item, passage }) => [item, passage]));
  const toldOf = (item: string) => told.get(passageOf.get(item) ?? '') ?? { object: false, frames: [] };
  const log: CodingAct[] = [];
  for (const sheet of drawn.sheets) {
    const draw = dice(seed, `codes/${sheet.coder}`);
    take(sheet, (item) => codesBySimulation(toldOf(item), columns, object, draw));
  }
  for (const sheet of adjudicationSheets(simulatedAdjudicator, log, trusted(input), { ...from, samples })) {
    take(sheet, (item) => codesByTruth(toldOf(item), columns, object));
  }
  const study = { ...input, codings: { samples, log } };
  const observations = documents.flatMap(({ observations: own }) => own);
  const { corrections } = correctionsOf(study, observations, database);
  const [finding] = input.claims.flatMap((claim) => assess(observations, claim, input.file, corrections));
  const truth = plantedObservations(
    documents.flatMap(({ planned, passages }) =>
      passages.map(({ truth: { object: isAbout, frames } }) => ({
        file: planned.file,
        language: planned.language,
        object: isAbout,
        frames: [...frames],
      })),
    ),
    documents.map(({ row }) => row),
    input.lexicon.measured,
    input.file.settings.period_years,
  );
  const [planted] = input.claims.flatMap((claim) => assess(truth, claim, input.file));
  const main = contrastOf(finding);
  return {
    corrected: main.corrected ? main.estimate : null,
    uncorrected: main.uncorrected,
    planted: contrastOf(planted).estimate,
    alone: main.intervalVerdict,
    verdict: main.verdict,
    coded: drawn.sample.keys.length,
  };

  function take(sheet: CodingSheet, codesOf: (item: string) => Readonly<Record<string, string>>): void {
    const rows = sheet.rows.map(({ item, text }, at) => {
      const codes = Object.entries(codesOf(item)).map(
        ([code, value]) => [code.toLowerCase(), value] as const,
      );
      const empty = columns.map(({ code }) => [code.toLowerCase(), ''] as const);
      const { coder, role, sample } = sheet;
      return {
        row: at + 2,
        cells: { ...Object.fromEntries([...empty, ...codes]), item, text, coder, role, sample },
      };
    });
    const { acts, refused } = takeIn([{ file: `${sheet.coder}.csv`, rows }], log, {
      study: input,
      samples,
      origin: 'simulated',
      revise: false,
      now: new Date(0),
    });
    if (refused.length > 0) throw new Error(`expected a sheet that is taken whole, got: ${refused[0]}`);
    log.push(...acts);
  }
}

function contrastOf(finding: ReturnType<typeof assess>[number] | undefined): ContrastFinding {
  if (finding?.kind !== 'contrast') throw new Error('expected the first hypothesis to be a contrast');
  return finding;
}

type Written = {
  readonly planned: Planned;
  readonly passages: readonly { readonly found: Found; readonly truth: Told }[];
  readonly observations: readonly Observation[];
  readonly row: IngestRow;
};

/** One document as the stages would leave it: passages with their tags and what they truly are. */
function written(planned: Planned, seed: number, { lexicon, file: study }: StudyInput): Written {
  const draw = dice(seed, `read/${planned.file}`);
  const hash = sha256(createHash('sha256').update(`${seed} ${planned.file}`).digest('hex'));
  const document = documentId(hash);
  const { institution, language, kind, date, file } = planned;
  const voice = institution.voice === source ? source : policy;
  const categoryOf = (code: string) =>
    lexicon.measured.find((one) => one.code === code)?.categories[0] ?? code;
  const said = planned.passages.map((one) => heard(one, reading.attributed[voice][kind], draw));
  const isNamed = draw.chance(reading.named[voice]);
  const extra = Array.from({ length: reading.extra[voice] }, (_, at) => ({
    truth: { object: false, frames: [] },
    codes: at === 0 && isNamed ? [study.object] : [],
  }));
  const base = {
    file,
    title: null,
    institution: institution.names[institution.first],
    voice: institution.voice,
    date,
    page: '1',
    rights: null,
    persons: [],
  };
  const passages = [...said, ...extra].map(({ truth, codes }, ordinal) => {
    const passage: Passage = {
      ...plainPassage,
      id: passageId(`${document}-${ordinal.toString(16).padStart(12, '0')}`),
      document,
      ordinal,
      language,
      text: `${document} ${ordinal}`,
      words: 50,
      runs: [],
    };
    const tags = codes.map((code) => tagOf(passage, categoryOf(code)));
    return { found: { ...base, passage, tags, lexicon: lexicon.hash }, truth };
  });
  const row = {
    ...base,
    document,
    hash,
    kind,
    language,
    status: 'ok',
    passages: passages.length,
    body: null,
    lead_ministry: null,
    act: null,
  } as unknown as IngestRow;
  const totals = count(
    document,
    passages.map(({ found }) => found.passage),
    passages.flatMap(({ found }) => found.tags),
    lexicon.measured,
    study.object,
  );
  return {
    planned,
    passages,
    row,
    observations: totals.map((one) => observe(one, row, study.settings.period_years)),
  };
}

/** What a passage truly is, and the codes that a lexicon sees in it. */
function heard(
  one: Planned['passages'][number],
  attributed: number,
  draw: Dice,
): { readonly truth: Told; readonly codes: readonly string[] } {
  const isLost = draw.chance(attributed);
  switch (one.sort) {
    case 'plain':
    case 'trap':
      return { truth: { object: false, frames: [] }, codes: [] };
    case 'neutral':
      return { truth: { object: true, frames: [] }, codes: ['SSE'] };
    case 'decoy':
      return { truth: { object: true, frames: [] }, codes: isLost ? ['SSE'] : ['SSE', one.decoy] };
    case 'framed': {
      const isSeen = one.expressed === 'term' && !isLost;
      return {
        truth: { object: true, frames: one.frames },
        codes: isSeen ? ['SSE', ...one.frames] : ['SSE'],
      };
    }
  }
}

function tagOf(passage: Passage, category: string): Tag {
  const [theme = category] = category.split('/');
  return {
    document: passage.document,
    passage: passage.id,
    start: offset(0),
    end: offset(1),
    page: pageIndex(0),
    pageStart: offset(0),
    endPage: pageIndex(0),
    pageEnd: offset(1),
    zone: passage.zone,
    surface: passage.text.slice(0, 1),
    term: category,
    category,
    theme,
    layer: 'frame',
    blocked: null,
    polarity: null,
    voice: null,
    because: [],
  };
}

/** Nobody is asked about mentions here, so that there are none. */
function indexOf(
  documents: readonly Written[],
): Pick<StudyDatabase, 'passages' | 'corpus' | 'mentions' | 'eachTotals'> {
  const all = documents.flatMap(({ passages }) => passages.map(({ found }) => found));
  const byId = new Map(all.map((found) => [found.passage.id, found]));
  return {
    corpus: () => documents.map(({ row }) => row),
    passages: (ids) => (ids === undefined ? all : ids.flatMap((id) => byId.get(id) ?? [])),
    mentions: () => [],
    eachTotals: () => [],
  };
}
