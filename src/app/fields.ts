import { cellsOf, measured } from '../assess/measure.ts';
import { testedOf } from '../model/claim.ts';
import { type FieldQuality, type ProfileField, profileFields } from '../model/field.ts';
import type { Mention } from '../model/mention.ts';
import { activityCodes, mentionColumns } from '../model/mention-codes.ts';
import type { StudyDatabase } from '../model/ports.ts';
import type { Observation, Portrait } from '../model/profile.ts';
import type { PassageId } from '../model/units.ts';
import { portrait } from '../profile/portrait.ts';
import { fieldQuality } from '../validate/fields.ts';
import { bodiesAbove } from './bodies.ts';
import type { LoadedCodings } from './coded.ts';
import { population } from './population.ts';
import type { StudyInput } from './study.ts';

/** A question that coders were asked of every passage, and how the program answers it of one passage alone. */
type AskedOf = {
  readonly code: string;
  readonly field: ProfileField;
  readonly holds: (row: Observation) => boolean;
};

/**
 * How well the program fills those fields of the profile of institutions that people were asked about, in the passages
 * that they coded: each passage is read as a document of its own, by the same rules that fill the profile. What several
 * hypotheses ask in the same words counts once.
 */
export function fieldQualities(
  study: Pick<StudyInput, 'file' | 'lexicon' | 'claims'>,
  database: Pick<StudyDatabase, 'passages' | 'mentions' | 'eachTotals'>,
  { passages, codes }: Pick<LoadedCodings, 'passages' | 'codes'>,
  replicates: number,
): readonly FieldQuality[] {
  const asked = askedIn(study).filter(({ code }) => codes.includes(code));
  if (asked.length === 0 || passages.length === 0) return [];
  const ids = passages.map(({ passage }) => passage);
  const rows = rowsOf(study, database, ids);
  const isSimulated = passages.some(({ origin }) => origin === 'simulated');
  const drawing = { seed: study.file.settings.seed, replicates };
  return profileFields.flatMap((field) => {
    const own = asked.filter((one) => one.field === field);
    if (own.length === 0) return [];
    const read = passages.flatMap(({ passage, document, probability, truth }) => {
      const row = rows.get(passage);
      if (row === undefined) return [];
      const kinds = own.map(({ code, holds }) => ({ program: holds(row), people: truth[code] === 1 }));
      return [{ document, probability, kinds }];
    });
    return [fieldQuality({ field, codes: own.map(({ code }) => code), isSimulated }, read, drawing)];
  });
}

/** Each question once, however many hypotheses ask it. */
function askedIn({ file, claims }: Pick<StudyInput, 'file' | 'claims'>): readonly AskedOf[] {
  const columns = mentionColumns(claims);
  const answers = new Map(claims.flatMap((claim) => answersIn(claim.hypotheses, file.poles)));
  const known = new Set<string>();
  return columns.flatMap(({ code, field, definition }): AskedOf[] => {
    const holds = answers.get(code);
    if (field === null || holds === undefined || known.has(definition)) return [];
    known.add(definition);
    return [{ code, field, holds }];
  });
}

type Answers = readonly (readonly [string, AskedOf['holds']])[];

function answersIn(
  hypotheses: StudyInput['claims'][number]['hypotheses'],
  poles: StudyInput['file']['poles'],
): Answers {
  return hypotheses.flatMap((hypothesis): Answers => {
    const tested = testedOf(hypothesis);
    if (tested === null) return [];
    const { id, measure, comparison } = tested;
    if (measure.count === 'activities')
      return activityCodes(id).map(({ code, field }) => [code, ({ portrait: own }) => acts[field](own)]);
    const both = [
      measured(id, measure, poles),
      ...(comparison.by === 'paired' ? [measured(id, comparison.with, poles, true)] : []),
    ];
    return both.flatMap((one): Answers => {
      if (one.codes.length !== 2 || one.measure.count === 'passages') return [];
      const cells = cellsOf(one);
      return one.codes.map((code, at) => [
        code,
        (row) => cells([row]).some(({ a, b }) => (at === 0 ? a : b) > 0),
      ]);
    });
  });
}

const acts = {
  programmes: ({ programmes }: Portrait) => programmes.length > 0,
  amounts: ({ amounts }: Portrait) => amounts > 0,
  implementing: ({ doings }: Portrait) => doings.some(({ role }) => role === 'implementing'),
} as const;

/** Coded passages as documents of their own. */
function rowsOf(
  { file, lexicon }: Pick<StudyInput, 'file' | 'lexicon'>,
  database: Pick<StudyDatabase, 'passages' | 'mentions' | 'eachTotals'>,
  ids: readonly PassageId[],
): ReadonlyMap<string, Observation> {
  const above = bodiesAbove(file, database);
  const setting = {
    measured: lexicon.measured,
    object: file.object,
    above: (actor: string) => above.get(actor) ?? [],
  };
  const wanted = new Set<string>(ids);
  const mentions = new Map<string, Mention[]>();
  for (const { mention } of database.mentions()) {
    if (!wanted.has(mention.passage)) continue;
    const own = mentions.get(mention.passage) ?? [];
    own.push(mention);
    mentions.set(mention.passage, own);
  }
  return new Map(
    [...population({ file, lexicon }, database, ids)].map(({ found, language }) => {
      const { passage, tags, institution, voice, date } = found;
      const row: Observation = {
        document: passage.document,
        language,
        passages: 1,
        objectPassages: 0,
        words: passage.words,
        objectWords: 0,
        presence: {},
        hits: {},
        portrait: portrait([passage], tags, mentions.get(passage.id) ?? [], setting),
        file: found.file,
        institution,
        voice,
        kind: null,
        date,
        period: '',
      };
      return [passage.id, row];
    }),
  );
}
