import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CodingAct } from '../../src/model/coding.ts';
import { lineWords, withoutStrays } from '../../src/validate/strays.ts';
import { act, keyOf, sampleOf } from '../support/codings.ts';

const keys = ['I1', 'I2', 'I3'].map((item) => keyOf(item));
const sample = sampleOf(keys);
const strays = (acts: readonly CodingAct[], samples = [sample]) =>
  withoutStrays(
    'codings/codings.jsonl',
    acts.map((value, at) => ({ line: at + 1, value })),
    samples,
  );

describe('codings of nothing that was drawn', () => {
  it('are Problems by what is wrong with them, with their lines, and left out', () => {
    const other = { passage: keyOf('I3').passage };
    const found = strays([
      act('I1', 'ana', '1100'),
      act('I9', 'ana', '1100'),
      act('I8', 'ana', '1100'),
      act('I2', 'ana', '1100', other),
      act('I3', 'ana', '1100', { sample: 'sample-7' }),
      act('I7', 'ana', '1100'),
      act('I2', 'ben', '1100'),
    ]);
    expect(found.log.map(({ line }) => line)).toEqual([1, 7]);
    const file = 'codings/codings.jsonl';
    expect(found.problems).toEqual([
      { code: 'coding_item_unknown', file, sample: 'sample-1', lines: 'lines 2 to 3, 6' },
      { code: 'coding_passage_changed', file, sample: 'sample-1', lines: 'line 4' },
      { code: 'coding_sample_unknown', file, sample: 'sample-7', lines: 'line 5' },
    ]);
    expect(strays([act('I1', 'ana', '1100')], []).problems).toMatchObject([
      { code: 'coding_sample_unknown', sample: 'sample-1' },
    ]);
  });

  it('name a few of many lines', () => {
    const odd = Array.from({ length: 500 }, (_, at) => 2 * at + 1);
    expect(lineWords(odd)).toMatch(/^lines 1, 3, 5, .*, 39, … \(500 lines\)$/);
    expect(lineWords([...odd.keys()])).toBe('lines 0 to 499');
  });

  it('are those alone whose item does not stand for their passage', () => {
    const items = fc.constantFrom('I1', 'I2', 'I3', 'I4', '__proto__');
    fc.assert(
      fc.property(fc.array(fc.tuple(items, items)), (pairs) => {
        const acts = pairs.map(([item, own]) => act(item, 'ana', '1', { passage: keyOf(own).passage }));
        const right = keys.map(({ item, passage }) => `${item} ${passage}`);
        const kept = acts.filter(({ item, passage }) => right.includes(`${item} ${passage}`));
        expect(strays(acts).log.map(({ value }) => value)).toEqual(kept);
      }),
    );
  });
});
