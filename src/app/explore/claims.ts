import type { ClaimsView } from '../../model/api/claims.ts';
import type { KeptResults } from '../../model/results.ts';
import { verdictWords } from '../../model/words.ts';
import { sentence } from '../../report/sentence.ts';
import { hypothesisViews } from './overview.ts';

/** Claims with all their hypotheses on one scale, and what no text can settle. */
export function claimsView(results: KeptResults): ClaimsView {
  return {
    claims: results.claims.map((claim) => {
      const own = results.findings.filter((one) => one.claim === claim.id && one.role === 'primary');
      const whole = own.find((one) => one.kind === 'overall');
      return {
        id: claim.id,
        title: claim.title,
        statement: claim.statement,
        source: claim.source,
        hypotheses: hypothesisViews(
          results,
          own.filter(({ kind }) => kind !== 'overall'),
        ),
        whole:
          whole === undefined
            ? null
            : {
                verdict: verdictWords(whole.verdict),
                ways: whole.ways.map(({ title, verdict, parts }) =>
                  sentence(
                    `${title}: ${verdictWords(verdict)} (${parts.map((part) => `${part.hypothesis} ${verdictWords(part.verdict)}`).join(', ')})`,
                  ),
                ),
              },
        untestable: [...claim.not_testable],
      };
    }),
  };
}
