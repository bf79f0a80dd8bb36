import type { CodingColumn } from '../model/coding.ts';
import type { FieldQuality } from '../model/field.ts';
import type { StudyDatabase } from '../model/ports.ts';
import type { Problem } from '../model/problem.ts';
import { type Agreement, agreement, agreementUnits, alphas } from '../validate/agree.ts';
import { latestChain } from '../validate/coded.ts';
import { documentUnits } from '../validate/coded-documents.ts';
import { frameQuality, type Quality, termQuality } from '../validate/measure.ts';
import { type LoadedCodings, loadCodings } from './coded.ts';
import { loadDocuments } from './coded-documents.ts';
import { trusted } from './codings.ts';
import { fieldQualities } from './fields.ts';
import type { StudyInput } from './study.ts';

/** How far coders agree, and how far the lexicon agrees with them. */
export type Validation = {
  readonly agreements: readonly Agreement[];
  readonly frames: readonly Quality[];
  readonly terms: readonly Quality[];
  /** Fields of the profile of institutions that people were asked about. */
  readonly fields: readonly FieldQuality[];
  /** The same of documents that were coded whole: agreement by document, those with final codes, and those drawn. */
  readonly documents: {
    readonly agreements: readonly Agreement[];
    readonly coded: number;
    readonly drawn: number;
  };
  /** Passages with final codes, and those drawn. */
  readonly coded: number;
  readonly drawn: number;
  readonly problems: readonly Problem[];
};

/** Replicates of the bootstraps. */
export const replicates = 2000;

/** What the latest sample asks of its coders. */
export function codedColumns({ codings }: Pick<StudyInput, 'codings'>): readonly CodingColumn[] {
  return latestChain(codings.samples, codings.log).at(-1)?.design.columns ?? [];
}

/** How far coders of the latest sample, and of those that it extends, agree on one column. */
export function agreementOn(study: Pick<StudyInput, 'file' | 'codings'>, column: CodingColumn): Agreement {
  const { samples, log } = study.codings;
  const { units, coders } = agreementUnits(latestChain(samples, log), log, column, trusted(study));
  const drawing = { seed: study.file.settings.seed, replicates };
  return agreement(column.code, column.values.length, units, coders.length, drawing);
}

/** Alpha of those coders on one column, and of how many passages: all that a verdict asks for. */
export function alphasOn(
  study: Pick<StudyInput, 'file' | 'codings'>,
  column: CodingColumn,
): Pick<Agreement, 'alpha' | 'alphaWeighted' | 'passages'> {
  const { samples, log } = study.codings;
  const { units } = agreementUnits(latestChain(samples, log), log, column, trusted(study));
  const drawing = { seed: study.file.settings.seed, replicates };
  return { ...alphas(column.code, column.values.length, units, drawing), passages: units.length };
}

/** Everything that the codings of the latest sample say of coders and lexicon. */
export function validation(
  study: Pick<StudyInput, 'file' | 'lexicon' | 'claims' | 'codings'>,
  database: Pick<StudyDatabase, 'passages' | 'corpus' | 'mentions' | 'eachTotals'>,
): Validation {
  const loaded = loadCodings(study, database);
  const { measured } = loaded;
  const { agreements, frames, ...rest } = agreementAndFrames(study, database, loaded);
  const drawing = { seed: study.file.settings.seed, replicates };
  return {
    agreements,
    frames,
    terms:
      measured.length === 0
        ? []
        : termQuality(measured, framesIn(study, loaded), study.lexicon.terms, drawing),
    fields: fieldQualities(study, database, loaded, replicates),
    ...rest,
  };
}

/** The categories that are measured and coded. */
function framesIn({ lexicon }: Pick<StudyInput, 'lexicon'>, { codes }: Pick<LoadedCodings, 'codes'>) {
  return lexicon.measured.filter(({ code }) => codes.includes(code));
}

/** How far coders agree, and how far the lexicon agrees with them on each frame. */
export function agreementAndFrames(
  study: Pick<StudyInput, 'file' | 'lexicon' | 'codings'>,
  database: Pick<StudyDatabase, 'passages' | 'corpus'>,
  loaded: LoadedCodings = loadCodings(study, database),
): Omit<Validation, 'terms' | 'fields'> {
  const { samples, log } = study.codings;
  const chain = latestChain(samples, log);
  const { passages, measured, problems } = loaded;
  const whole = latestChain(samples, log, 'documents');
  const documents = loadDocuments(study, database);
  const drawing = { seed: study.file.settings.seed, replicates };
  const agreements = codedColumns(study).map((column) => agreementOn(study, column));
  const frames = framesIn(study, loaded).map(({ code }) => code);
  return {
    agreements,
    frames: measured.length === 0 ? [] : frameQuality(measured, frames, drawing),
    documents: {
      agreements: (whole.at(-1)?.design.columns ?? []).map((column) => {
        const { units, coders } = documentUnits(whole, study.codings.log, column, trusted(study));
        return agreement(column.code, column.values.length, units, coders.length, drawing);
      }),
      coded: documents.documents.length,
      drawn: new Set(whole.flatMap(({ keys }) => keys.map(({ document }) => document))).size,
    },
    coded: passages.length,
    drawn: chain.reduce((total, { keys }) => total + keys.length, 0),
    problems: [...problems, ...documents.problems],
  };
}
