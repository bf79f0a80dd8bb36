import { describe, expect, it } from 'vitest';
import { isBalance } from '../../src/model/finding.ts';
import { headline, smallestOf, verdictReason } from '../../src/report/verdict.ts';
import { notTestable } from '../support/contrast.ts';
import { buildResults } from '../support/results.ts';

const [finding] = buildResults().findings.filter(isBalance);
if (finding === undefined) throw new Error('expected a finding');

describe('headline', () => {
  it('turns a reversed factor round and says so', () => {
    const reversed = { ...finding, dilution: { value: 0.25, lower: 0.125, upper: 0.5 } };
    expect(headline(reversed)).toEqual({
      value: '4.0',
      interval: '2.0 to 8.0',
      direction: 'the other way round',
    });
  });

  it('shows nothing that a gate forbids', () => {
    expect(headline(notTestable(finding))).toBeNull();
    expect(headline({ ...finding, verdict: 'NOT_TESTABLE' })).toBeNull();
  });
});

describe('verdictReason', () => {
  it('says what the interval alone would say, where only the correction is missing', () => {
    expect(smallestOf(finding)).toBe(1.5);
    expect(verdictReason(finding)).toBe(
      "The number is uncorrected for the lexicon's errors: have a sample of passages of both sides coded by hand. Were the lexicon without error, the interval would say: supported, substantial.",
    );
  });

  it('explains a verdict by its interval once it is corrected', () => {
    expect(
      verdictReason({ ...finding, corrected: true, reasons: [], verdict: 'CONTRADICTED_NEGLIGIBLE' }),
    ).toBe('The whole interval lies within 1.5 times either way: any difference is too small to matter.');
  });
});
