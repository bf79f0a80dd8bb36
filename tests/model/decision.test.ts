import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { verdictOf } from '../../src/assess/verdict.ts';
import { decisionWords, scopeWords } from '../../src/model/decision.ts';
import type { Finding } from '../../src/model/finding.ts';
import { findingSentence } from '../../src/model/finding-words.ts';
import { labelsOf } from '../../src/model/words.ts';
import { observation } from '../support/observation.ts';
import { dilution, plainStudy } from '../support/study.ts';

const observations = ['civil_society', 'regional_body'].flatMap((voice) =>
  ['UNASUR', 'RECM', 'ISM'].flatMap((name) =>
    [9, 12, 10, 11, 9, 12].map((count, at) =>
      observation({
        file: `${voice}/${name}/${at}`,
        voice,
        institution: voice === 'regional_body' ? name : `${name} of the people`,
        objectPassages: 30,
        presence:
          voice === 'civil_society'
            ? { NEP: count, DIL: 2, PE: 2, INT: 1, DEF: 1, DOM: 4 }
            : { NEP: 2, DIL: count, PE: count, INT: 9, DOM: 1 },
        portrait: {
          doings: [
            {
              actor: `m${at}`,
              role: 'implementing',
              programme: null,
              category: 'actors/social_ministries',
              above: [],
            },
          ],
        },
      }),
    ),
  ),
);
const findings = assess(observations, dilution, plainStudy);
const labels = labelsOf([]);

describe('scopeWords', () => {
  it('tell the institutions at hand from their types', () => {
    expect(scopeWords('A', 6)).toBe('in these 6 institutions (scope A)');
    expect(scopeWords('A', 1)).toBe('in this one institution (scope A)');
    expect(scopeWords('A', 0)).toBe('in no institution (scope A)');
    expect(scopeWords('B', 6)).toMatch(/types of institutions.*\(scope B\)/);
  });
});

describe('the sentence of a finding', () => {
  const told = findings.map((finding) => ({ finding, said: findingSentence(finding, labels) }));

  it('speaks at the scope at which it was tested and at no other', () => {
    const tested = told.filter(
      ({ finding, said }) => finding.verdict !== 'NOT_TESTABLE' && said !== 'no estimate could be made',
    );
    expect(tested.length).toBeGreaterThan(8);
    expect(new Set(tested.map(({ finding }) => finding.kind)).size).toBeGreaterThan(3);
    for (const { finding, said } of tested) {
      expect(said, finding.hypothesis).toContain(`(scope ${finding.scope})`);
      expect(said, finding.hypothesis).not.toContain(`(scope ${finding.scope === 'A' ? 'B' : 'A'})`);
      if (finding.scope === 'A') expect(said).not.toMatch(/\b(type|types|in general)\b/);
    }
  });

  it('claims no scope where nothing was tested, and says what is missing once', () => {
    const untested = told.filter(({ finding }) => finding.verdict === 'NOT_TESTABLE');
    expect(untested.length).toBeGreaterThan(0);
    for (const { said } of untested) {
      expect(said).not.toMatch(/scope [AB]/);
      expect(said.match(/not testable/g)).toHaveLength(1);
    }
  });

  it('names as many institutions as the number rests on', () => {
    const first = told.find(({ finding }) => finding.hypothesis === 'H1');
    expect(first?.said).toMatch(/^in these 6 institutions \(scope A\): /);
    expect(told.find(({ finding }) => finding.hypothesis === 'H1a')?.said).toMatch(
      /^in these 3 institutions/,
    );
  });
});

describe('decisionWords', () => {
  const rule = (hypothesis: string) => decisionWords(one(hypothesis));
  const one = (hypothesis: string): Finding => {
    const found = findings.find((finding) => finding.hypothesis === hypothesis && finding.role === 'primary');
    if (found === undefined) throw new Error(`expected ${hypothesis}`);
    return found;
  };

  it('give the smallest effect of a contrast and the threshold of a share, with its direction', () => {
    expect(rule('H1')).toMatch(
      /^contradicted where the whole 95 % interval lies below 1\.5 times as claimed/,
    );
    expect(rule('H7')).toContain('below 2 times as claimed');
    expect(rule('H2a')).toMatch(/contradicted where .* lies below 10 %; supported where it lies above 10 %/);
    expect(rule('H2b')).toMatch(/contradicted where .* lies above 5 %; supported where it lies below 5 %/);
    expect(rule('H11')).toContain('below 1.5 times as claimed');
  });

  it('promise no verdict on a companion, which is in no family', () => {
    const companion = findings.find(({ role }) => role === 'companion');
    expect(companion?.tests.claimedAdjusted).toBeNull();
    expect(companion === undefined ? '' : decisionWords(companion)).toMatch(
      /speaks against it where .*; it is a companion outside of the family of tests, described, and no verdict rests on it$/,
    );
    expect(rule('H1')).toContain('adjusted with the other hypotheses');
  });

  it('promise no verdict on what is only described or not measured', () => {
    expect(rule('H1a')).toMatch(/described and decides nothing$/);
    expect(rule('H8c')).toContain('described and not tested');
    expect(rule('H9')).toContain('not measured');
    const whole = findings.find(({ kind }) => kind === 'overall');
    expect(whole === undefined ? '' : decisionWords(whole)).toMatch(/only where all of them are$/);
  });

  it('say of every interval what the table of verdicts says', () => {
    const smallest = Math.log(1.5);
    fc.assert(
      fc.property(
        fc.double({ min: -2, max: 2, noNaN: true }),
        fc.double({ min: 0.01, max: 3, noNaN: true }),
        (lower, width) => {
          const upper = lower + width;
          const near = [lower, upper].some((end) => [0, smallest].some((at) => Math.abs(end - at) < 1e-6));
          fc.pre(!near);
          const verdict = verdictOf(lower, upper, smallest);
          expect(verdict.startsWith('CONTRADICTED')).toBe(upper < smallest);
          expect(verdict.startsWith('SUPPORTED')).toBe(lower > 0 && upper > smallest);
        },
      ),
    );
  });
});
