import type { Claim } from '../model/claim.ts';
import { documentCode } from '../model/document-codes.ts';
import type { Finding } from '../model/finding.ts';
import type { Problem } from '../model/problem.ts';

/** Whether the corpus is another than the one that passages, or whole documents, were drawn from. */
export type Changed = { readonly passages: boolean; readonly documents: boolean };

/** Whether a sample speaks for another corpus than this one, by what is wrong with its codings. */
export function isChanged(problems: readonly Problem[]): boolean {
  return problems.some(({ code }) => code === 'population_changed');
}

/** Findings that stay uncorrected because their sample was drawn from another corpus, with that as a reason beside it. */
export function namingChange(
  findings: readonly Finding[],
  claim: Claim,
  changed: Changed,
): readonly Finding[] {
  return findings.map((finding): Finding => {
    const measure = claim.hypotheses.find(({ id }) => id === finding.hypothesis)?.measure;
    if (measure === undefined || !finding.reasons.includes('uncorrected')) return finding;
    const isOfDocuments = documentCode(finding.hypothesis, measure) !== null;
    if (!(isOfDocuments ? changed.documents : changed.passages)) return finding;
    return {
      ...finding,
      reasons: finding.reasons.flatMap((one) =>
        one === 'uncorrected' ? ['uncorrected', 'population_changed'] : [one],
      ),
    };
  });
}
