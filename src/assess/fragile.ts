import type { Claim } from '../model/claim.ts';
import type { Finding } from '../model/finding.ts';
import type { Robustness } from '../model/robustness.ts';
import { overall } from './decide.ts';
import type { Setting } from './question.ts';

/**
 * The findings with what other choices do to them: those that were varied are fragile where the curve of ways of counting
 * or one term overturns them (docs/method.md 3.7), and claims as a whole where the parts that decide them are.
 */
export function withFragility(
  findings: readonly Finding[],
  robustness: readonly Robustness[],
  claims: readonly Claim[],
  study: Setting,
): readonly Finding[] {
  const told = findings.map((finding): Finding => {
    if (finding.role !== 'primary') return finding;
    const of = robustness.find(
      ({ claim, hypothesis }) => claim === finding.claim && hypothesis === finding.hypothesis,
    );
    return of === undefined ? finding : { ...finding, fragile: [...finding.fragile, ...of.fragile] };
  });
  return told.map((finding): Finding => {
    if (finding.kind !== 'overall') return finding;
    const claim = claims.find(({ id }) => id === finding.claim);
    const own = told.filter((one) => one.claim === finding.claim && one.kind !== 'overall');
    return (claim === undefined ? null : overall(own, claim, study)) ?? finding;
  });
}
