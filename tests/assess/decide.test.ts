import { describe, expect, it } from 'vitest';
import { decide } from '../../src/assess/decide.ts';
import type { Finding } from '../../src/model/finding.ts';
import { finding } from '../support/contrast.ts';
import { buildResults } from '../support/results.ts';
import { dilution } from '../support/study.ts';

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

  it('leaves what cannot be tested in its place', () => {
    const gone: Finding = { ...held('H4', 0.5), verdict: 'NOT_TESTABLE', reasons: ['no_documents'] };
    expect(decide([held('H1', 0.002), gone], dilution)[1]).toBe(gone);
  });
});
