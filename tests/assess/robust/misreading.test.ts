import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibrate } from '../../../src/assess/robust/calibrate.ts';
import { type Misreading, misreadingsOf, readAs } from '../../../src/assess/robust/misreading.ts';
import { substream } from '../../../src/stats/substream.ts';

const passage = (
  side: 'source' | 'policy',
  truth: 0 | 1,
  predicted: 0 | 1,
  probability = 0.5,
  other: 0 | 1 = 0,
) => ({
  side,
  truth: { A: truth, B: other },
  predicted: { A: predicted, B: other },
  probability,
});
const times = <T>(n: number, one: T): readonly T[] => Array.from({ length: n }, () => one);

const well: Misreading = { sensitivity: 0.85, falsely: 0.03, hit: 0.6, missed: 0.4 };
const ill: Misreading = { ...well, sensitivity: 0.5 };
/** The lexicon misses more of the claimed pole on the policy side, as in protocol 2.5. */
const errors = { source: { a: well, b: well }, policy: { a: ill, b: well } };
const size = {
  source: [20, 20, 20],
  policy: [20, 20, 20],
  passages: 12,
  variation: 0.6,
  correlation: 0.1,
  deviation: 0,
  share: 0.5,
};

describe('how a lexicon misreads', () => {
  it('is what people saw of it, by how many passages each stands for', () => {
    const found = misreadingsOf(
      [
        ...times(6, passage('source', 1, 1, 0.5)),
        ...times(2, passage('source', 0, 1, 0.5)),
        // Of those without a hit one in ten was coded.
        ...times(1, passage('source', 1, 0, 0.1)),
        ...times(9, passage('source', 0, 0, 0.1)),
        passage('policy', 1, 1, 1, 1),
      ],
      'A',
      'B',
    );
    // 12 found and 10 missed; 4 false hits for 22 passages with a pole.
    expect(found?.source.a.sensitivity).toBeCloseTo(12 / 22, 12);
    expect(found?.source.a.falsely).toBeCloseTo(4 / 22, 12);
    expect(found?.source.a.hit).toBeCloseTo(0.5, 12);
    expect(found?.source.a.missed).toBeCloseTo(0.1, 12);
    expect(found?.policy.b).toEqual({ sensitivity: 1, falsely: 0, hit: 1, missed: 1 });
    expect(misreadingsOf([passage('source', 1, 1)], 'A', 'B')).toBeNull();
    expect(misreadingsOf([], 'A', 'B')).toBeNull();
  });

  it('is undone on average by the correction, whatever it is', () => {
    const share = fc.constantFrom(0.3, 0.6, 0.9, 1);
    const any = fc.record({
      sensitivity: share,
      falsely: fc.constantFrom(0, 0.05, 0.2),
      hit: share,
      missed: share,
    });
    fc.assert(
      fc.property(any, any, fc.nat(1000), (a, b, seed) => {
        const random = substream(seed, 'misreading', 0);
        const [truth, runs] = [{ a: 14, b: 9 }, 4000];
        let [one, other, lexicon] = [0, 0, 0];
        for (let run = 0; run < runs; run++) {
          const read = readAs(truth, { a, b }, random);
          one += read.corrected.a / runs;
          other += read.corrected.b / runs;
          lexicon += read.lexicon.a / runs;
        }
        // Five standard errors of the noisiest of these.
        expect(Math.abs(one - truth.a)).toBeLessThan(0.6);
        expect(Math.abs(other - truth.b)).toBeLessThan(0.6);
        expect(Math.abs(lexicon - (14 * a.sensitivity + 23 * a.falsely))).toBeLessThan(0.4);
      }),
      { numRuns: 20 },
    );
  });

  it('makes a difference out of none, which the correction takes away again', () => {
    const at = (by: 'lexicon' | 'corrected') => calibrate(size, 200, 3, { errors, by })[0];
    const [lexicon, corrected] = [at('lexicon'), at('corrected')];
    expect(lexicon?.named).toBeGreaterThan(0.3);
    expect(lexicon?.coverage).toBeLessThan(0.8);
    expect(corrected?.named).toBeLessThan(0.07);
    expect(corrected?.coverage).toBeGreaterThan(0.9);
    // It pays with power.
    const exact = calibrate(size, 200, 3)[2];
    const paid = calibrate(size, 200, 3, { errors, by: 'corrected' })[2];
    expect(paid?.named).toBeLessThan(exact?.named ?? 0);
    expect(paid?.named).toBeGreaterThan(corrected?.named ?? 1);
  });
});
