import { describe, expect, it } from 'vitest';
import { isBalance } from '../../src/model/finding.ts';
import {
  estimateSentence,
  factorWords,
  findingSentence,
  tippingWords,
} from '../../src/model/finding-words.ts';
import { labelsOf } from '../../src/model/words.ts';
import { notTestable } from '../support/contrast.ts';
import { buildResults } from '../support/results.ts';
import { categories } from '../support/speech.ts';

const [finding] = buildResults().findings.filter(isBalance);
if (finding === undefined) throw new Error('expected a finding');
const labels = labelsOf(categories);
const said = (value: number, lower: number, upper: number) =>
  estimateSentence({ ...finding, dilution: { value, lower, upper } }, labels);

const scope = 'in these 6 institutions (scope A): ';

describe('estimateSentence', () => {
  it('reads forwards above 1', () => {
    expect(said(6.2, 3.9, 9.8)).toBe(
      `${scope}for each add-on or poverty passage, regional bodies have 6.2 times fewer new paradigm passages than civil society, 95 % interval 3.9 to 9.8`,
    );
  });

  it('turns round below 1', () => {
    expect(said(0.25, 0.1, 0.5)).toBe(
      `${scope}for each add-on or poverty passage, regional bodies have 4.0 times more new paradigm passages than civil society, 95 % interval 2.0 to 10.0`,
    );
  });

  it('names both directions of an interval that includes no difference', () => {
    expect(said(1.3, 0.8, 2.1)).toMatch(
      /1\.30 times fewer .* 95 % interval from 1\.25 times more to 2\.1 times fewer$/,
    );
    expect(said(0.8, 0.4, 1.25)).toMatch(
      /1\.25 times more .* 95 % interval from 1\.25 times fewer to 2\.5 times more$/,
    );
  });

  it('calls no difference by its name', () => {
    expect(said(1.001, 0.5, 2)).toMatch(/have as many new paradigm passages as civil society/);
  });

  it('agrees with a singular voice', () => {
    const [source, policy] = finding.sides;
    const turned = { ...finding, sides: [policy, source] as const };
    expect(estimateSentence(turned, labels)).toContain('civil society has');
  });
});

describe('findingSentence', () => {
  it('adds that an uncorrected estimate decides nothing', () => {
    expect(findingSentence(finding, labels)).toMatch(
      /; uncorrected for the lexicon's errors, therefore inconclusive until passages are coded$/,
    );
    expect(findingSentence({ ...finding, corrected: true }, labels)).not.toContain('uncorrected');
  });

  it('says what was expected, what was found and what to do where nothing can be tested', () => {
    expect(findingSentence(notTestable(finding), labels)).toBe(
      'not testable: too few documents on one side (expected at least 5 documents and 4 effective documents a side, found 15 and 3): add documents of that side',
    );
  });
});

describe('factorWords', () => {
  it('gives a number more decimals the nearer it is to a threshold', () => {
    expect(factorWords({ value: 7.12, lower: 3.94, upper: 12.81 })).toEqual({
      value: '7.1',
      lower: '3.9',
      upper: '12.8',
    });
    expect(factorWords({ value: 42.4, lower: 16.8, upper: 107.5 })).toEqual({
      value: '42',
      lower: '16.8',
      upper: '108',
    });
    expect(factorWords({ value: 1.7, lower: 1.03, upper: 2.81 })).toEqual({
      value: '1.70',
      lower: '1.03',
      upper: '2.8',
    });
  });
});

describe('tippingWords', () => {
  it('says how much worse the lexicon would have to read the policy side', () => {
    const tipping = { ...finding, tippingPoint: { toZero: 0.327, toSmallestEffect: 0.49 } };
    expect(tippingWords(tipping, labels)).toBe(
      'the difference would vanish if the lexicon recognised new paradigm passages of regional bodies only 33 % as well as those of civil society; at 49 % it would fall to the smallest effect that matters',
    );
    expect(tippingWords({ ...finding, tippingPoint: null }, labels)).toBeNull();
  });
});
