import { describe, expect, it } from 'vitest';
import { testedOf } from '../../src/model/claim.ts';
import {
  type FieldQuality,
  fieldLabel,
  fieldSentence,
  fieldsAsked,
  profileFields,
  standing,
} from '../../src/model/field.ts';
import { dilution } from '../support/study.ts';

const fieldsIn = (id: string) => {
  const found = dilution.hypotheses.find((one) => one.id === id);
  const tested = found === undefined ? null : testedOf(found);
  return tested === null ? null : fieldsAsked(tested.measure, tested.comparison);
};

describe('fieldsAsked', () => {
  it.each([
    ['H1', []],
    ['H2b', ['implementing', 'objectives', 'amounts']],
    ['H3', ['implementing']],
    ['H4', ['beneficiaries']],
    ['H5', ['funding']],
    ['H6', []],
    ['H7', []],
    ['H8c', ['implementing']],
    ['H8d', ['programmes', 'amounts', 'implementing']],
    ['H11', ['objectives', 'implementing']],
  ])('names the fields that %s rests on', (id, fields) => {
    expect(fieldsIn(id)).toEqual(fields);
  });

  it('is of hypotheses that ask for the gate', () => {
    for (const { id, gates } of dilution.hypotheses) {
      if ((fieldsIn(id) ?? []).length > 0) expect(gates, id).toContain('extraction');
    }
  });
});

describe('a field in words', () => {
  const quality: FieldQuality = {
    field: 'funding',
    codes: ['H5_A', 'H5_B'],
    passages: 300,
    seen: 30,
    documents: 12,
    right: 25,
    wrong: 3,
    missed: 2,
    precision: 0.9,
    recall: 0.92,
    f1: 0.91,
    interval: { lower: 0.7, upper: 0.97 },
    isSimulated: false,
  };

  it('says what it may carry', () => {
    expect(fieldSentence(quality)).toBe(
      'financial resources: F1 0.910 (0.700 to 0.970) against the codes of 300 passages; it may carry a hypothesis',
    );
    const poor = { ...quality, interval: { lower: 0.69, upper: 0.97 }, isSimulated: true };
    expect(standing(poor)).toBe('poor');
    expect(fieldSentence(poor)).toMatch(/codes of simulated coders of 300 passages; it may not carry/);
    const unknown = { ...quality, seen: 2, f1: 1, interval: null };
    expect(standing(unknown)).toBe('unknown');
    expect(fieldSentence(unknown)).toMatch(/seen in 2 coded passages, too few to tell .* may not/);
  });

  it('has a label of its own for every field', () => {
    expect(new Set(profileFields.map(fieldLabel)).size).toBe(profileFields.length);
  });
});
