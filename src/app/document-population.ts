import { documentsOf, type Parts } from '../assess/gather.ts';
import { isOfKind } from '../assess/measure.ts';
import { isNamed } from '../assess/on.ts';
import type { SampleStratum } from '../model/coding.ts';
import { documentQuestions } from '../model/document-codes.ts';
import type { StudyDatabase } from '../model/ports.ts';
import type { DocumentId } from '../model/units.ts';
import { sideOf } from '../validate/codes.ts';
import { observed } from './observed.ts';
import type { StudyInput } from './study.ts';

/** A document that can be drawn whole, with what it is drawn by and its passages. */
export type WholeCandidate = Pick<SampleStratum, 'side' | 'pattern' | 'language'> & {
  readonly document: DocumentId;
  readonly file: string;
  readonly passages: number;
};

type Of = Pick<StudyInput, 'file' | 'claims'>;

/**
 * The documents of both sides that have a passage to code, in the order of files, about the object or not: what the
 * lexicon misses is found in the others alone.
 */
export function* wholeDocuments(
  { file, claims }: Of,
  database: Pick<StudyDatabase, 'eachTotals'>,
): Generator<WholeCandidate> {
  const questions = documentQuestions(claims).map((question) => ({
    holds: (parts: Parts) => isOfKind(parts, question.measure),
    isOf: question.institutions === null ? null : isNamed(question.institutions),
  }));
  for (const parts of documentsOf(observed(file, database))) {
    const [{ document, file: path, voice, institution }] = parts;
    const side = sideOf(voice, file.contrast);
    const passages = parts.reduce((sum, one) => sum + one.passages, 0);
    if (side === null || passages === 0) continue;
    const named = questions.filter(({ isOf }) => isOf?.(institution) === true);
    const asked = named.length > 0 ? named : questions.filter(({ isOf }) => isOf === null);
    const isHit = asked.some((one) => one.holds(parts));
    const main = parts.reduce((most, part) => (part.passages > most.passages ? part : most));
    const pattern = named.length > 0 ? (isHit ? 'both' : 'anchor') : isHit ? 'claimed' : 'neither';
    yield { document, file: path, side, pattern, language: main.language, passages };
  }
}
