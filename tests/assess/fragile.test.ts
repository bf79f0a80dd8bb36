import { describe, expect, it } from 'vitest';
import { overall } from '../../src/assess/decide.ts';
import { withFragility } from '../../src/assess/fragile.ts';
import { Claim } from '../../src/model/claim.ts';
import type { Finding, Fragility, OverallFinding, Verdict } from '../../src/model/finding.ts';
import { overallSentence } from '../../src/model/outcome.ts';
import { standingWords } from '../../src/model/words.ts';
import { verdictReason } from '../../src/report/verdict.ts';
import { finding } from '../support/contrast.ts';
import { robustOf } from '../support/framings.ts';
import { buildResults } from '../support/results.ts';
import { dilution, plainStudy } from '../support/study.ts';

const base = finding([...buildResults().evidence], 'DIL');
const held = (hypothesis: string, verdict: Verdict, fragile: readonly Fragility[] = []): Finding => ({
  ...base,
  hypothesis,
  corrected: true,
  verdict,
  reasons: [],
  fragile,
});
const claim = Claim.parse({
  ...dilution,
  overall: { title: 'whole', all: ['H1'], ways: [{ id: 'way', title: 'Way', all: ['H2a', 'H3'] }] },
});
const whole = (findings: readonly Finding[]): OverallFinding => {
  const found = overall(findings, claim, plainStudy);
  if (found === null) throw new Error('expected a whole');
  return found;
};
const robust = robustOf([]);

describe('what other choices overturn', () => {
  it('is marked on what speaks for a claim or against it, and on nothing else', () => {
    expect(standingWords(held('H1', 'SUPPORTED_DIRECTION', ['term']))).toBe(
      'supported in direction (fragile)',
    );
    expect(standingWords(held('H1', 'CONTRADICTED_REVERSED', ['sign']))).toBe(
      'contradicted, reversed (fragile)',
    );
    expect(standingWords(held('H1', 'SUPPORTED_DIRECTION'))).toBe('supported in direction');
    for (const verdict of ['INCONCLUSIVE', 'NOT_TESTABLE', 'DESCRIBED'] as const)
      expect(standingWords(held('H1', verdict, ['sign', 'term']))).not.toContain('fragile');
    expect(verdictReason(held('H1', 'SUPPORTED_DIRECTION', ['sign', 'term']))).toMatch(
      /Fragile: fewer than 80 % of the ways of counting .*, and leaving out a single term .*\.$/,
    );
    expect(verdictReason(held('H1', 'SUPPORTED_DIRECTION'))).not.toContain('Fragile');
  });

  it('comes from the curve and from terms left out, of the hypothesis that was varied alone', () => {
    const findings = [held('H1', 'SUPPORTED_DIRECTION'), held('H4', 'SUPPORTED_DIRECTION')];
    const companion = { ...held('H1', 'SUPPORTED_DIRECTION'), role: 'companion' as const };
    const varied = { ...robust, claim: 'dilution', hypothesis: 'H1', fragile: ['sign', 'term'] as const };
    const told = withFragility([...findings, companion], [varied], [claim], plainStudy);
    expect(told.map(({ fragile }) => fragile)).toEqual([['sign', 'term'], [], []]);
    const elsewhere = withFragility(findings, [{ ...varied, claim: 'other' }], [claim], plainStudy);
    expect(elsewhere).toEqual(findings);
  });

  it('makes a claim as a whole fragile where a part of it is, once it is supported', () => {
    const parts = [
      held('H1', 'SUPPORTED_DIRECTION'),
      held('H2a', 'SUPPORTED'),
      held('H3', 'SUPPORTED', ['reading']),
    ];
    const one = whole(parts);
    expect(one).toMatchObject({ verdict: 'SUPPORTED', fragile: ['reading'] });
    expect(one.ways.map(({ fragile }) => fragile)).toEqual([[], ['reading']]);
    expect(standingWords(one)).toBe('supported (fragile)');
    expect(overallSentence(one)).toContain('Way (H2a and H3): supported (fragile)');
    const told = withFragility(
      [...parts, one],
      [{ ...robust, claim: 'dilution', hypothesis: 'H1', fragile: ['term'] }],
      [claim],
      plainStudy,
    );
    expect(told.at(-1)).toMatchObject({
      fragile: ['term', 'reading'],
      ways: [{ fragile: ['term'] }, { fragile: ['reading'] }],
    });
  });

  it('leaves a claim contradicted that one firm part contradicts, and an open one open', () => {
    const fragile = held('H1', 'CONTRADICTED_REVERSED', ['sign']);
    expect(whole([fragile, held('H2a', 'SUPPORTED'), held('H3', 'SUPPORTED')])).toMatchObject({
      verdict: 'CONTRADICTED',
      fragile: ['sign'],
    });
    expect(whole([fragile, held('H2a', 'CONTRADICTED'), held('H3', 'SUPPORTED')]).fragile).toEqual([]);
    expect(
      whole([held('H1', 'INCONCLUSIVE', ['sign']), held('H2a', 'SUPPORTED'), held('H3', 'SUPPORTED')]),
    ).toMatchObject({
      verdict: 'INCONCLUSIVE',
      fragile: [],
    });
  });
});
