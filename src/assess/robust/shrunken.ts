import type { ShrunkenShare } from '../../model/robustness.ts';
import { gridBayes } from '../../stats/gridbayes.ts';
import { totalOf } from '../../stats/logratio.ts';
import { designEffectOf, type Institution } from './compare.ts';

/** Above this many institutions a grid over what they have in common is slow and shows nothing. */
const MOST_SHRUNKEN = 50;

/**
 * Institutions' shares drawn towards what they have in common, by effective counts; none above 50 institutions. One whose
 * corrected total is below 0 is left out: it is no count.
 */
export function shrunken(all: readonly Institution[]): readonly ShrunkenShare[] {
  if (all.length > MOST_SHRUNKEN) return [];
  const institutions = all.filter(({ units }) => {
    const { a, b } = totalOf(units);
    return a >= 0 && b >= 0;
  });
  const counts = institutions.map(({ units }) => {
    const { a, b } = totalOf(units);
    const effect = designEffectOf(units);
    return { successes: a / effect, total: (a + b) / effect };
  });
  const pooled = gridBayes(counts);
  return institutions.flatMap(({ name, side }, at) => {
    const [own, count] = [pooled?.groups[at], counts[at]];
    if (own === undefined || count === undefined || count.total === 0) return [];
    return [
      {
        institution: name,
        side,
        share: count.successes / count.total,
        effective: count.total,
        shrunken: own.mean,
        ...own.interval,
      },
    ];
  });
}
