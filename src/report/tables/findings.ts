import {
  type ContrastFinding,
  type Finding,
  fragilities,
  type ThresholdFinding,
} from '../../model/finding.ts';
import type { Robustness } from '../../model/robustness.ts';
import { corrected, named, resting } from './finding-columns.ts';
import { type Column, listed, type Table, table } from './table.ts';

function contrast(row: Finding): ContrastFinding | null {
  return row.kind === 'contrast' ? row : null;
}

function threshold(row: Finding): ThresholdFinding | null {
  return row.kind === 'threshold' ? row : null;
}

/** One row a finding. */
export function findingsTable(findings: readonly Finding[], robustness: readonly Robustness[]): Table {
  const influenceOf = (row: Finding) => robustness.find((one) => isOf(one, row))?.mostInfluential ?? null;
  const columns: readonly Column<Finding>[] = [
    ...named,
    {
      name: 'kind',
      type: 'text',
      unit: 'contrast, threshold, minimum, paired, diversity, activities, untested, overall',
      meaning: 'How it is tested',
      value: (row) => row.kind,
    },
    {
      name: 'family',
      type: 'text',
      unit: 'primary, secondary',
      meaning: 'Whether its p-values are adjusted with those of its claim',
      value: (row) => row.family,
    },
    { name: 'verdict', type: 'text', meaning: 'Verdict', value: (row) => row.verdict },
    {
      name: 'reasons',
      type: 'codes',
      meaning: 'Why the verdict is not more than it is',
      value: (row) => listed(row.reasons),
    },
    {
      name: 'fragile',
      type: 'codes',
      unit: fragilities.join(', '),
      meaning: 'What overturns it; a verdict for or against with any of these is fragile',
      value: (row) => listed(row.fragile),
    },
    {
      name: 'interval_verdict',
      type: 'text',
      meaning: 'What the interval alone would say, were the lexicon without error',
      value: (row) => row.intervalVerdict,
    },
    corrected,
    {
      name: 'estimate',
      type: 'number',
      unit: 'log odds',
      meaning: 'Contrast, positive as claimed',
      value: (row) => row.estimate?.value ?? null,
    },
    {
      name: 'lower',
      type: 'number',
      unit: 'log odds',
      meaning: 'Lower end of its 95 % interval',
      value: (row) => row.estimate?.lower ?? null,
    },
    {
      name: 'upper',
      type: 'number',
      unit: 'log odds',
      meaning: 'Upper end of its 95 % interval',
      value: (row) => row.estimate?.upper ?? null,
    },
    {
      name: 'standard_error',
      type: 'number',
      unit: 'log odds',
      meaning: 'Its standard error',
      value: (row) => row.estimate?.standardError ?? null,
    },
    {
      name: 'degrees_of_freedom',
      type: 'number',
      meaning: 'Its degrees of freedom',
      value: (row) => row.estimate?.degreesOfFreedom ?? null,
    },
    {
      name: 'dilution',
      type: 'number',
      unit: 'factor',
      meaning: 'Exponential of the estimate',
      value: (row) => contrast(row)?.dilution?.value ?? null,
    },
    {
      name: 'dilution_lower',
      type: 'number',
      unit: 'factor',
      meaning: 'Lower end of its 95 % interval',
      value: (row) => contrast(row)?.dilution?.lower ?? null,
    },
    {
      name: 'dilution_upper',
      type: 'number',
      unit: 'factor',
      meaning: 'Upper end of its 95 % interval',
      value: (row) => contrast(row)?.dilution?.upper ?? null,
    },
    {
      name: 'smallest_effect',
      type: 'number',
      unit: 'log odds',
      meaning: 'Smallest effect that matters',
      value: (row) => ('smallestEffect' in row ? row.smallestEffect : null),
    },
    {
      name: 'stratified',
      type: 'number',
      unit: 'log odds',
      meaning: 'Mantel-Haenszel companion over the compared strata',
      value: (row) => contrast(row)?.stratified?.value ?? null,
    },
    {
      name: 'stratified_lower',
      type: 'number',
      unit: 'log odds',
      meaning: 'Lower end of its 95 % interval',
      value: (row) => contrast(row)?.stratified?.lower ?? null,
    },
    {
      name: 'stratified_upper',
      type: 'number',
      unit: 'log odds',
      meaning: 'Upper end of its 95 % interval',
      value: (row) => contrast(row)?.stratified?.upper ?? null,
    },
    {
      name: 'tipping_to_zero',
      type: 'number',
      unit: 'ratio',
      meaning: 'Relative sensitivity of the lexicon on the policy side at which the contrast is 0',
      value: (row) => contrast(row)?.tippingPoint?.toZero ?? null,
    },
    {
      name: 'tipping_to_smallest',
      type: 'number',
      unit: 'ratio',
      meaning: 'The same for the smallest effect that matters',
      value: (row) => contrast(row)?.tippingPoint?.toSmallestEffect ?? null,
    },
    {
      name: 'share_not_compared',
      type: 'number',
      unit: '0 to 1',
      meaning: 'Framed passages in strata that only one side has',
      value: (row) => contrast(row)?.shareNotCompared ?? null,
    },
    {
      name: 'share',
      type: 'number',
      unit: '0 to 1',
      meaning: 'Share that a threshold is about',
      value: (row) => threshold(row)?.share?.value ?? null,
    },
    {
      name: 'share_lower',
      type: 'number',
      unit: '0 to 1',
      meaning: 'Lower end of its 95 % interval',
      value: (row) => threshold(row)?.share?.lower ?? null,
    },
    {
      name: 'share_upper',
      type: 'number',
      unit: '0 to 1',
      meaning: 'Upper end of its 95 % interval',
      value: (row) => threshold(row)?.share?.upper ?? null,
    },
    {
      name: 'share_uncorrected',
      type: 'number',
      unit: '0 to 1',
      meaning: 'The same share without correction, where codings corrected it; empty elsewhere',
      value: (row) => threshold(row)?.uncorrectedShare?.value ?? null,
    },
    {
      name: 'share_of',
      type: 'number',
      unit: 'units',
      meaning: 'What the share is of: units counted',
      value: (row) => threshold(row)?.share?.n ?? null,
    },
    {
      name: 'threshold',
      type: 'number',
      unit: '0 to 1',
      meaning: 'Share that the claim asks for',
      value: (row) => threshold(row)?.threshold ?? null,
    },
    {
      name: 'direction',
      type: 'text',
      unit: 'above, below',
      meaning: 'Which side of the threshold the claim expects',
      value: (row) => threshold(row)?.direction ?? null,
    },
    {
      name: 'uncorrected',
      type: 'number',
      unit: 'log odds',
      meaning: 'The estimate without correction',
      value: (row) => row.uncorrected?.value ?? null,
    },
    {
      name: 'uncorrected_lower',
      type: 'number',
      unit: 'log odds',
      meaning: 'Lower end of its 95 % interval',
      value: (row) => row.uncorrected?.lower ?? null,
    },
    {
      name: 'uncorrected_upper',
      type: 'number',
      unit: 'log odds',
      meaning: 'Upper end of its 95 % interval',
      value: (row) => row.uncorrected?.upper ?? null,
    },
    {
      name: 'p_claimed',
      type: 'number',
      unit: 'one-sided',
      meaning: 'p of no effect, or of the threshold',
      value: (row) => row.tests.claimed,
    },
    {
      name: 'p_claimed_holm',
      type: 'number',
      unit: 'one-sided',
      meaning: 'The same adjusted over the family of the claim',
      value: (row) => row.tests.claimedAdjusted,
    },
    {
      name: 'p_against',
      type: 'number',
      unit: 'one-sided',
      meaning: 'p of the smallest effect that matters, or of the threshold from the other side',
      value: (row) => row.tests.against,
    },
    {
      name: 'p_against_holm',
      type: 'number',
      unit: 'one-sided',
      meaning: 'The same adjusted over the family of the claim',
      value: (row) => row.tests.againstAdjusted,
    },
    {
      name: 'detectable',
      type: 'number',
      unit: 'log odds',
      meaning: 'Smallest true effect found in 80 of 100 studies with this standard error',
      value: (row) => row.detectable,
    },
    {
      name: 'detectable_share',
      type: 'number',
      unit: '0 to 1',
      meaning: 'The same as a share, for a threshold: empty where no share could be shown',
      value: (row) => threshold(row)?.detectableShare ?? null,
    },
    {
      name: 'needed',
      type: 'whole number',
      unit: 'units',
      meaning: 'Units of the same share that would decide a threshold; empty where 500 would not',
      value: (row) => threshold(row)?.needed ?? null,
    },
    {
      name: 'warnings',
      type: 'codes',
      meaning: 'What to read it with',
      value: (row) => listed(row.warnings),
    },
    {
      name: 'most_influential_term',
      type: 'text',
      meaning: 'Term whose removal moves the estimate most; empty where terms were not left out in turn',
      value: (row) => influenceOf(row)?.name ?? null,
    },
    {
      name: 'without_it',
      type: 'number',
      unit: 'log odds',
      meaning: 'The estimate without that term',
      value: (row) => influenceOf(row)?.estimate?.value ?? null,
    },
    ...resting,
  ];
  return table('findings', columns, findings);
}

/** Whether this is how that finding stands up to other choices. */
function isOf({ claim, hypothesis, numerator, denominator }: Robustness, row: Finding): boolean {
  const own = contrast(row);
  return (
    own !== null &&
    own.claim === claim &&
    own.hypothesis === hypothesis &&
    own.numerator === numerator &&
    own.denominator === denominator
  );
}
