import type { Claim, Hypothesis } from '../model/claim.ts';
import type { Finding } from '../model/finding.ts';
import type { Observation } from '../model/profile.ts';
import { contrast, type Setting } from './contrast.ts';
import { poleCode } from './poles.ts';

/**
 * Findings on every hypothesis of a claim, in the claim's order, each primary one followed by its
 * companions; a companion pole that the study lacks is left out. The order of a list of observations
 * makes no difference; what can only be gone through, again and again, comes in the order of files.
 */
export function assess(
  observations: Iterable<Observation>,
  claim: Claim,
  study: Setting,
): readonly Finding[] {
  return claim.hypotheses.flatMap((hypothesis) => findingsOn(hypothesis, observations, claim.id, study));
}

function findingsOn(
  hypothesis: Hypothesis,
  observations: Iterable<Observation>,
  claim: string,
  study: Setting,
): readonly Finding[] {
  switch (hypothesis.estimand) {
    case 'frame_balance_contrast': {
      const numerator = required(hypothesis.id, hypothesis.of, study);
      const against = required(hypothesis.id, hypothesis.against, study);
      const primary = { claim, hypothesis, numerator, denominator: against, role: 'primary' } as const;
      const companions = hypothesis.companions
        .flatMap((pole) => poleCode(pole, study.poles) ?? [])
        .map((denominator) => ({ claim, hypothesis, numerator, denominator, role: 'companion' }) as const);
      return [primary, ...companions].map((asked) => contrast(observations, asked, study));
    }
  }
}

function required(hypothesis: string, pole: string, study: Setting): string {
  const code = poleCode(pole, study.poles);
  if (code === null) {
    throw new Error(
      `hypothesis \`${hypothesis}\`: expected the study to have the pole \`${pole}\`, found none: add \`poles.${pole}\` to study.yaml`,
    );
  }
  return code;
}
