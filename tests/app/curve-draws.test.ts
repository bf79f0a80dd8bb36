import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawn, joined, partsOf } from '../../src/app/curve-draws.ts';
import type { CurveDraws } from '../../src/assess/robust/curve.ts';

const column = (values: readonly number[]) => Float64Array.from(values);
const drawsOf = (from: number, to: number, columns: CurveDraws['columns'] = []): CurveDraws => ({
  columns,
  labels: [0, 0, 0, 1, 1, 1],
  weights: [1, -1],
  replicates: { seed: 5, name: 'curve', from, to },
});

describe('partsOf', () => {
  it('hands out every draw once, in parts that differ by one draw at most', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(200), fc.integer({ min: 1, max: 9 }), (from, number, processes) => {
        const parts = partsOf(drawsOf(from, from + number), processes, 0);
        const numbers = parts.flatMap(({ replicates }) =>
          Array.from({ length: replicates.to - replicates.from }, (_, at) => replicates.from + at),
        );
        expect(numbers).toEqual(Array.from({ length: number }, (_, at) => from + at));
        expect(parts.length).toBe(Math.max(1, Math.min(processes, number)));
        const sizes = parts.map(({ replicates }) => replicates.to - replicates.from);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('leaves in one what is soon done', () => {
    const columns = Array.from({ length: 10 }, () => ({ a: column([1]), b: column([1]) }));
    // 10 specifications, 6 clusters, 5 draws.
    expect(partsOf(drawsOf(0, 5, columns), 4, 301)).toHaveLength(1);
    expect(partsOf(drawsOf(0, 5, columns), 4, 300)).toHaveLength(4);
    expect(partsOf(drawsOf(0, 5, columns), 4)).toHaveLength(1);
  });

  it('gives in whatever parts what the whole gives', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 6, maxLength: 6 }).map(column);
    const columns = fc.array(fc.record({ a: counts, b: counts }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(columns, fc.integer({ min: 1, max: 7 }), (made, processes) => {
        const whole = drawsOf(0, 20, made);
        expect(joined(partsOf(whole, processes, 0).map(drawn))).toEqual(drawn(whole));
      }),
      { numRuns: 40 },
    );
  });
});
