import { describe, expect, it } from 'vitest';
import { Claim } from '../../src/model/claim.ts';
import { StudyFile } from '../../src/model/study.ts';
import { balances } from '../support/balances.ts';
import { observation } from '../support/observation.ts';
import { dilution, plainStudy } from '../support/study.ts';

const rows = ['civil_society', 'regional_body'].flatMap((voice) =>
  [4, 7, 3, 6, 5, 8].map((NEP, at) =>
    observation({
      file: `${voice}/${at}`,
      voice,
      institution: voice,
      presence: { NEP, DIL: 4 + (at % 2), PE: 2, XX: 3 },
    }),
  ),
);

describe('assess', () => {
  it('gives the primary contrast and its companion of the shipped claim', () => {
    const findings = balances(rows, dilution, plainStudy);
    expect(
      findings.map(({ hypothesis, role, numerator, denominator }) => [
        hypothesis,
        role,
        numerator,
        denominator,
      ]),
    ).toEqual([
      ['H1', 'primary', 'NEP', 'DIL'],
      ['H1', 'companion', 'NEP', 'PE'],
    ]);
    expect(findings.every(({ estimate }) => estimate !== null)).toBe(true);
  });

  it('follows the poles of the study and takes a code for itself', () => {
    const [hypothesis] = dilution.hypotheses;
    const claim = Claim.parse({
      ...dilution,
      overall: undefined,
      hypotheses: [{ ...hypothesis, companions: ['XX', 'companion'] }],
    });
    const study = StudyFile.parse({ title: 's', poles: { claimed: 'PE', diluted: 'NEP' } });
    const pairs = balances(rows, claim, study).map(
      ({ numerator, denominator }) => `${numerator}/${denominator}`,
    );
    expect(pairs).toEqual(['PE/NEP', 'PE/XX']);
  });

  it('refuses a primary pole that the study does not have', () => {
    const [hypothesis] = dilution.hypotheses;
    const claim = Claim.parse({
      ...dilution,
      overall: undefined,
      hypotheses: [
        {
          ...hypothesis,
          companions: [],
          measure: { count: 'passages', of: 'claimed', against: 'companion' },
        },
      ],
    });
    const study = StudyFile.parse({ title: 's', poles: { claimed: 'PE', diluted: 'NEP' } });
    expect(() => balances(rows, claim, study)).toThrow(/`H1`.*pole `companion`.*study\.yaml/);
  });

  it('makes only the checks that the hypothesis asks for, but never tests what cannot be computed', () => {
    const [hypothesis] = dilution.hypotheses;
    const claim = Claim.parse({
      ...dilution,
      overall: undefined,
      hypotheses: [{ ...hypothesis, companions: [], gates: ['overlap'] }],
    });
    const few = rows.filter(({ file }) => /[01]$/.test(file));
    expect(balances(few, claim, plainStudy)[0]).toMatchObject({
      gates: [{ gate: 'overlap', passed: true }],
      verdict: 'INCONCLUSIVE',
    });
    const lone = rows.filter(({ file }) => /0$/.test(file));
    expect(balances(lone, claim, plainStudy)[0]).toMatchObject({ verdict: 'NOT_TESTABLE' });
  });

  it('uses the smallest effect and the voices of the study', () => {
    const study = StudyFile.parse({
      title: 's',
      contrast: { source: ['regional_body'], policy: ['civil_society', 'donor'] },
      settings: { smallest_effect: 2, seed: 7 },
    });
    const [finding] = balances(rows, dilution, study);
    expect(finding).toMatchObject({ smallestEffect: Math.log(2), seed: 7 });
    expect(finding?.sides.map(({ voices }) => voices)).toEqual([
      ['regional_body'],
      ['civil_society', 'donor'],
    ]);
  });
});
