import type { ClaimsView } from '../../model/api/claims.ts';
import type { KeptResults } from '../../model/results.ts';
import { hypothesisViews, wholeView } from './overview.ts';

/** Claims with all their hypotheses on one scale, and what no text can settle. */
export function claimsView(results: KeptResults): ClaimsView {
  return {
    claims: results.claims.map((claim) => {
      const own = results.findings.filter((one) => one.claim === claim.id && one.role === 'primary');
      return {
        id: claim.id,
        title: claim.title,
        statement: claim.statement,
        source: claim.source,
        hypotheses: hypothesisViews(
          results,
          own.filter(({ kind }) => kind !== 'overall'),
        ),
        whole: wholeView(own),
        untestable: [...claim.not_testable],
      };
    }),
  };
}
