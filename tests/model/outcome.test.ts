import { describe, expect, it } from 'vitest';
import type { ThresholdFinding } from '../../src/model/finding.ts';
import { numberSentence, powerWords, uncorrectedNumber } from '../../src/model/outcome.ts';
import { logOdds } from '../../src/model/units.ts';
import { assessed } from '../support/assessed.ts';

const finding = assessed().find(({ hypothesis }) => hypothesis === 'H3');
if (finding?.kind !== 'threshold') throw new Error('expected a threshold');
const open: ThresholdFinding = {
  ...finding,
  verdict: 'INCONCLUSIVE',
  intervalVerdict: 'INCONCLUSIVE',
  share: { value: 0.79, lower: 0.6, upper: 0.9, x: 19, n: 24 },
  threshold: 0.8,
  direction: 'above',
  detectableShare: 0.961,
  needed: null,
};

describe('powerWords', () => {
  it('says what share a study of this size would show, and that no realistic number decides what is too near', () => {
    expect(powerWords(open)).toBe(
      'would find a share of 96 % or more; too near 80 % for any realistic number to decide',
    );
    expect(numberSentence(open)).toMatch(
      /; it is so near that no realistic number, up to 500, would decide it$/,
    );
  });

  it('rounds how many would decide it, upwards', () => {
    expect(powerWords({ ...open, needed: 132 })).toBe(
      'would find a share of 96 % or more; about 140 with this share would decide it',
    );
    expect(powerWords({ ...open, needed: 37 })).toContain('about 37 with');
    expect(powerWords({ ...open, needed: 24 })).toBe('would find a share of 96 % or more');
  });

  it('looks at the side of the claim', () => {
    expect(powerWords({ ...open, direction: 'below', threshold: 0.05, detectableShare: 0.004 })).toContain(
      'would find a share of 0.4 % or less',
    );
    expect(powerWords({ ...open, detectableShare: null })).toContain(
      'too few to show any share of more than 80 %',
    );
  });

  it('tells of a share of passages no number of units', () => {
    expect(powerWords({ ...open, interval: 'jackknife' })).toBe('would find a share of 96 % or more');
  });

  it('tells of a contrast a factor, and nothing of what is decided', () => {
    const contrast = assessed().find(({ kind }) => kind === 'contrast');
    if (contrast?.kind !== 'contrast') throw new Error('expected a contrast');
    const detectable = logOdds(Math.log(1.59));
    expect(powerWords({ ...contrast, verdict: 'INCONCLUSIVE', detectable })).toBe(
      'would find 1.59 times or more',
    );
    expect(
      powerWords({ ...contrast, verdict: 'DESCRIBED', intervalVerdict: 'SUPPORTED', detectable }),
    ).toBeNull();
  });
});

describe('uncorrectedNumber', () => {
  it('is the number of the lexicon alone where codings correct one, in the measure of the finding', () => {
    const before = { value: 0.5, lower: 0.4, upper: 0.6, x: 10, n: 20 };
    expect(uncorrectedNumber({ ...open, corrected: true, uncorrectedShare: before })).toBe('50 % (40 to 60)');
    expect(uncorrectedNumber({ ...open, corrected: false, uncorrectedShare: before })).toBeNull();
    expect(uncorrectedNumber({ ...open, corrected: true, uncorrectedShare: null })).toBeNull();
    const contrast = assessed().find(({ hypothesis }) => hypothesis === 'H4');
    if (contrast?.kind !== 'contrast') throw new Error('expected a contrast');
    const uncorrected = {
      value: logOdds(1),
      lower: logOdds(0),
      upper: logOdds(Math.log(3)),
      standardError: 0.5,
      degreesOfFreedom: 9,
    };
    expect(uncorrectedNumber({ ...contrast, verdict: 'INCONCLUSIVE', corrected: true, uncorrected })).toBe(
      '2.7 × (1.00 to 3.0)',
    );
    expect(
      uncorrectedNumber({ ...open, verdict: 'NOT_TESTABLE', corrected: true, uncorrectedShare: before }),
    ).toBeNull();
  });
});
