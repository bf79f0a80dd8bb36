import { assess } from '../../src/assess/assess.ts';
import type { Setting } from '../../src/assess/question.ts';
import type { Claim } from '../../src/model/claim.ts';
import type { Corrections } from '../../src/model/correction.ts';
import { type ContrastFinding, isBalance } from '../../src/model/finding.ts';
import type { Observation } from '../../src/model/profile.ts';

/** The findings of a claim that weigh two framings against each other. */
export function balances(
  observations: Iterable<Observation>,
  claim: Claim,
  study: Setting,
  corrections: Corrections | null = null,
): readonly ContrastFinding[] {
  return assess(observations, claim, study, corrections).filter(isBalance);
}
