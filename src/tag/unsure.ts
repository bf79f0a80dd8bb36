import type { Passage } from '../model/passage.ts';
import type { Problem } from '../model/problem.ts';
import type { OcrPlan } from '../model/recognition.ts';
import type { PassageId } from '../model/units.ts';

/** The passages that OCR read with a mean confidence of their words below `limit`. */
export function unsure(passages: readonly Passage[], limit: number): ReadonlySet<PassageId> {
  return new Set(
    passages.filter(({ confidence }) => confidence !== null && confidence < limit).map(({ id }) => id),
  );
}

/** What a reader of the numbers has to know of the doubtful passages of a file; nothing where there are none. */
export function unsureProblems(
  passages: number,
  { confidence: limit, low }: Pick<OcrPlan, 'confidence' | 'low'>,
  file: string,
): readonly Problem[] {
  if (passages === 0) return [];
  const code = low === 'exclude' ? 'low_confidence_excluded' : 'low_confidence';
  return [{ code, file, passages, limit }];
}
