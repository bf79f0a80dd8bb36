import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide, overall } from '../../src/assess/decide.ts';
import type { Finding } from '../../src/model/finding.ts';
import { finding } from '../support/contrast.ts';
import { buildResults } from '../support/results.ts';
import { dilution, plainStudy } from '../support/study.ts';

const results = buildResults();
const base = finding([...results.evidence], 'DIL');
const held = (
  hypothesis: string,
  p: number,
  verdict: Finding['verdict'] = 'SUPPORTED_DIRECTION',
): Finding => ({
  ...base,
  hypothesis,
  corrected: true,
  verdict,
  reasons: [],
  intervalVerdict: 'SUPPORTED_DIRECTION',
  tests: { claimed: p, against: 1 - p, claimedAdjusted: null, againstAdjusted: null },
});

describe('decide', () => {
  it('keeps a verdict whose p holds over twelve places and withholds one that does not', () => {
    const [one, other] = decide([held('H1', 0.002), held('H4', 0.01)], dilution);
    expect(one).toMatchObject({ verdict: 'SUPPORTED_DIRECTION', tests: { claimedAdjusted: 0.024 } });
    expect(other).toMatchObject({ verdict: 'INCONCLUSIVE', reasons: ['multiplicity'] });
    expect(other?.tests.claimedAdjusted).toBeCloseTo(0.11, 12);
  });

  it('adjusts what contradicts in a family of its own', () => {
    const [finding] = decide([held('H1', 0.999, 'CONTRADICTED_REVERSED')], dilution);
    expect(finding).toMatchObject({ verdict: 'CONTRADICTED_REVERSED' });
    expect(finding?.tests.againstAdjusted).toBeCloseTo(0.012, 12);
    const [weak] = decide([held('H1', 0.99, 'CONTRADICTED_REVERSED')], dilution);
    expect(weak).toMatchObject({ verdict: 'INCONCLUSIVE', reasons: ['multiplicity'] });
  });

  it('lets what is uncorrected or unreliable, however small its p, make way for nothing', () => {
    const barred = (hypothesis: string, reason: 'uncorrected' | 'unreliable_codings'): Finding => ({
      ...held(hypothesis, 0.0001, 'INCONCLUSIVE'),
      corrected: reason !== 'uncorrected',
      reasons: [reason],
    });
    const family = [
      held('H1', 0.0021),
      barred('H4', 'uncorrected'),
      barred('H6', 'unreliable_codings'),
      held('H10', 0.0005),
    ];
    const [h1, h4, h6, h10] = decide(family, dilution);
    // By hand: p .0005 and .0021 in first and second place of twelve, the ten others 1.
    expect(h10?.tests.claimedAdjusted).toBeCloseTo(12 * 0.0005, 12);
    expect(h1?.tests.claimedAdjusted).toBeCloseTo(11 * 0.0021, 12);
    expect(h1).toMatchObject({ verdict: 'SUPPORTED_DIRECTION' });
    expect(h4).toMatchObject({ verdict: 'INCONCLUSIVE', reasons: ['uncorrected'] });
    expect([h4, h6].map((one) => one?.tests)).toEqual(
      [0, 1].map(() => ({ claimed: 0.0001, against: 0.9999, claimedAdjusted: 1, againstAdjusted: 1 })),
    );
    // .0024 holds in the tenth place from the end and not in the eleventh: the barred ones would have made it hold.
    const [weak] = decide([held('H1', 0.0024), ...family.slice(1)], dilution);
    expect(weak).toMatchObject({ verdict: 'INCONCLUSIVE', reasons: ['multiplicity'] });
    expect(weak?.tests.claimedAdjusted).toBeCloseTo(0.0264, 12);
  });

  it('gives every p the place that Holm gives it, against the claim too', () => {
    const ids = ['H1', 'H2a', 'H2b', 'H3', 'H4', 'H5', 'H6', 'H7', 'H8p', 'H9', 'H10', 'H11'];
    const open = fc.constantFrom<Finding['reasons']>([], ['uncorrected'], ['unreliable_codings']);
    const member = fc.tuple(fc.double({ min: 1e-6, max: 1, noNaN: true }), open, fc.boolean());
    fc.assert(
      fc.property(fc.array(member, { minLength: 12, maxLength: 12 }), (members) => {
        const family = members.map(([p, reasons, isTestable], at): Finding => {
          const one = held(ids[at] ?? '', p, isTestable ? 'INCONCLUSIVE' : 'NOT_TESTABLE');
          return { ...one, reasons, tests: { ...one.tests, against: p } };
        });
        const ps = members.map(([p, reasons, isTestable]) => (isTestable && reasons.length === 0 ? p : 1));
        const told = decide(family, dilution);
        for (const [at, finding] of told.entries()) {
          if (finding.verdict === 'NOT_TESTABLE') continue;
          // The largest of what all smaller ones come to, each times the number of those that are not smaller.
          const own = ps[at] ?? 1;
          const adjusted = ps
            .filter((p) => p <= own)
            .map((p) => Math.min(1, p * ps.filter((other) => other >= p).length));
          expect(finding.tests.claimedAdjusted).toBeCloseTo(Math.max(...adjusted), 12);
          expect(finding.tests.againstAdjusted).toBeCloseTo(Math.max(...adjusted), 12);
        }
      }),
    );
  });

  it('says that a p is too large by itself before it blames the other hypotheses', () => {
    // 16 of 16 against .80: the bound of Wilson is .806, the exact p .8 to the 16th.
    const sixteen = held('H3', 0.8 ** 16, 'SUPPORTED');
    const reversed = held('H4', 0.97, 'CONTRADICTED_REVERSED');
    for (const one of decide([sixteen, reversed], dilution))
      expect(one).toMatchObject({ verdict: 'INCONCLUSIVE', reasons: ['p_too_large'] });
  });

  it('takes a part for the whole claim by its interval and its own p', () => {
    const whole = (p: number) => {
      const parts = ['H1', 'H2a', 'H2b', 'H3', 'H5', 'H11'].map((id) => held(id, id === 'H3' ? p : 0.02));
      return overall(decide(parts, dilution), dilution, plainStudy)?.verdict;
    };
    expect(whole(0.025)).toBe('SUPPORTED');
    expect(whole(0.8 ** 16)).toBe('INCONCLUSIVE');
    const marked: Finding = { ...held('H1', 0.03, 'INCONCLUSIVE'), reasons: ['multiplicity'] };
    const parts = overall([marked], dilution, plainStudy)?.ways.flatMap((way) => way.parts) ?? [];
    expect(parts.every(({ supports }) => !supports)).toBe(true);
  });

  it('describes a companion, which has no place in the family and takes none from others', () => {
    const companion: Finding = { ...held('H1', 0.0001), role: 'companion' };
    const [own, beside] = decide([held('H1', 0.002), companion], dilution);
    expect(beside).toMatchObject({
      verdict: 'DESCRIBED',
      reasons: ['secondary'],
      intervalVerdict: 'SUPPORTED_DIRECTION',
      tests: { claimed: 0.0001, claimedAdjusted: null },
    });
    expect(own).toEqual(decide([held('H1', 0.002)], dilution)[0]);
  });

  it('leaves what cannot be tested in its place', () => {
    const gone: Finding = { ...held('H4', 0.5), verdict: 'NOT_TESTABLE', reasons: ['no_documents'] };
    expect(decide([held('H1', 0.002), gone], dilution)[1]).toBe(gone);
  });
});
