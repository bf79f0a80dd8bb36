import { describe, expect, it } from 'vitest';
import { isChanged, namingChange } from '../../src/app/changed.ts';
import type { Finding } from '../../src/model/finding.ts';
import { finding } from '../support/contrast.ts';
import { buildResults } from '../support/results.ts';
import { dilution } from '../support/study.ts';

const base = finding([...buildResults().evidence], 'DIL');
const held = (hypothesis: string, reasons: Finding['reasons']): Finding => ({ ...base, hypothesis, reasons });

describe('a corpus that changed after the draw', () => {
  it('is told by the problem of the sample alone', () => {
    expect(isChanged([{ code: 'population_changed', file: 'codings/sample-1' }])).toBe(true);
    expect(isChanged([{ code: 'codings_simulated', file: 'codings/sample-1', items: 4 }])).toBe(false);
    expect(isChanged([])).toBe(false);
  });

  it('is named on what its own sample would correct, and on nothing else', () => {
    const findings = [
      held('H1', ['uncorrected', 'interval_includes_zero']),
      held('H7', ['uncorrected']),
      held('H10', ['multiplicity']),
      held('overall', ['part_undecided']),
    ];
    const reasons = (passages: boolean, documents: boolean) =>
      namingChange(findings, dilution, { passages, documents }).map((one) => one.reasons);
    const [h1, h7, ...others] = findings.map((one) => one.reasons);
    const named = ['uncorrected', 'population_changed'];
    expect(reasons(true, false)).toEqual([[...named, 'interval_includes_zero'], h7, ...others]);
    expect(reasons(false, true)).toEqual([h1, named, ...others]);
    expect(reasons(false, false)).toEqual(findings.map((one) => one.reasons));
  });
});
