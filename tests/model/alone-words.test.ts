import { describe, expect, it } from 'vitest';
import { aloneWords } from '../../src/model/alone-words.ts';

describe('what an interval alone would say', () => {
  it('says why it decides nothing', () => {
    expect(aloneWords({ verdict: 'DESCRIBED', intervalVerdict: 'SUPPORTED', reasons: ['secondary'] })).toBe(
      'its interval alone would say supported; secondary, in no family of tests, so it decides nothing',
    );
    expect(
      aloneWords({
        verdict: 'INCONCLUSIVE',
        intervalVerdict: 'CONTRADICTED_REVERSED',
        reasons: ['uncorrected'],
      }),
    ).toMatch(/; not corrected, so it decides nothing$/);
    expect(
      aloneWords({ verdict: 'INCONCLUSIVE', intervalVerdict: 'SUPPORTED', reasons: ['multiplicity'] }),
    ).toMatch(/; other conditions are not met, so it decides nothing$/);
  });

  it('is nothing where it is the verdict, leaves it open, or cannot be told', () => {
    for (const [verdict, intervalVerdict] of [
      ['SUPPORTED', 'SUPPORTED'],
      ['DESCRIBED', 'INCONCLUSIVE'],
      ['INCONCLUSIVE', null],
      ['NOT_TESTABLE', 'SUPPORTED'],
    ] as const)
      expect(aloneWords({ verdict, intervalVerdict, reasons: [] })).toBeNull();
  });
});
