import type { KeptResults } from '../../model/results.ts';
import { claimDrawings } from './claims.ts';
import { courseDrawings } from './courses.ts';
import { curveDrawing } from './curves.ts';
import { type Drawing, noLinks } from './drawing.ts';
import { institutionGroups } from './institutions.ts';
import { saidDrawings } from './said.ts';
import { timeDrawings } from './time.ts';
import { wordsDrawings } from './words.ts';

/** All figures of a run in the order of the report, each with its words and numbers. */
export function drawings(results: KeptResults): readonly Drawing[] {
  const { policy } = results.study.contrast;
  return [
    ...results.claims.flatMap((claim) => claimDrawings(results, claim)),
    ...institutionGroups(results, noLinks).flatMap(({ members }) => members),
    ...timeDrawings(results).drawings,
    ...saidDrawings(
      results,
      results.places.filter(({ voice }) => policy.includes(voice)),
    ).drawings,
    ...courseDrawings(results).drawings,
    ...results.robustness.flatMap((one) => curveDrawing(results, one) ?? []),
    ...wordsDrawings(results).values(),
  ];
}
