import { type Reliability, worst } from '../model/correction.ts';
import type { Agreement } from '../validate/agree.ts';

/** Of alpha as drawn and alpha weighed for the corpus the one with the lower bound; null where one is not known. */
export function reliabilityOf({
  alpha,
  alphaWeighted,
}: Pick<Agreement, 'alpha' | 'alphaWeighted'>): Reliability | null {
  return worst(
    [alpha, alphaWeighted].map(({ value, interval }) =>
      value === null || interval === null ? null : { alpha: value, ...interval },
    ),
  );
}
