import type { Framing } from '../../model/framing.ts';
import type { MeasuredCategory } from '../../model/lexicon.ts';
import type { StudySize } from '../../model/robustness.ts';
import { sizeOf } from './calibrate.ts';
import { placeOf, polesOf, primaryPlace } from './choices.ts';
import { compared } from './compare.ts';
import { matrix } from './matrix.ts';

/** Size and spread of the documents that one contrast of a study rests on; null where nothing can be compared. */
export function studySize(
  framings: Iterable<Framing>,
  { numerator, denominator }: { readonly numerator: string; readonly denominator: string },
  source: readonly string[],
  measured: readonly MeasuredCategory[],
): StudySize | null {
  const { poles, primary } = polesOf(denominator, measured);
  if (poles.length === 0) return null;
  const claimed = new Set(measured.find(({ code }) => code === numerator)?.categories);
  const most = Number.POSITIVE_INFINITY;
  const documents = matrix(framings, { claimed, poles, primary, source, termSets: [], most }) ?? [];
  const place = 2 * placeOf(primaryPlace(primary), poles.length);
  const { institutions } = compared(documents, ({ counts }) => ({
    a: counts[place] ?? 0,
    b: counts[place + 1] ?? 0,
  }));
  return sizeOf(institutions);
}
