import type { Claim } from '../model/claim.ts';
import { type ContrastFinding, type Finding, isBalance } from '../model/finding.ts';
import type { Observation } from '../model/profile.ts';
import type { Planted } from '../model/results.ts';
import { assess } from './assess.ts';
import type { Setting } from './question.ts';

/**
 * What a synthetic corpus was made to say beside what was recovered from it. `truth` holds the planted
 * frames as counts; the same estimator runs on both, so a difference is the reading's and the lexicon's.
 * Log odds, one row a balance of two framings, in the claim's order: nothing else was planted.
 */
export function planted(
  truth: readonly Observation[],
  recovered: readonly Finding[],
  claim: Claim,
  study: Setting,
): readonly Planted[] {
  return assess(truth, claim, study)
    .filter(isBalance)
    .map((expected) => {
      const found = recovered.filter(isBalance).find((finding) => isSame(finding, expected));
      return {
        numerator: expected.numerator,
        denominator: expected.denominator,
        planted: expected.estimate?.value ?? null,
        recovered: found?.estimate?.value ?? null,
        uncorrected: found?.corrected === true ? (found.uncorrected?.value ?? null) : null,
      };
    });
}

function isSame(one: ContrastFinding, other: ContrastFinding): boolean {
  return (
    one.claim === other.claim &&
    one.hypothesis === other.hypothesis &&
    one.numerator === other.numerator &&
    one.denominator === other.denominator
  );
}
