import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { curveBootstrap, curveOf, curvePermutation } from '../../src/stats/specificationcurve.ts';
import { substream } from '../../src/stats/substream.ts';

const specification = fc.record({
  value: fc.option(fc.double({ min: -3, max: 3, noNaN: true })),
  standardError: fc.option(fc.double({ min: 0.1, max: 2, noNaN: true })),
});

/** Documents of two groups; the first has `shift` times as many of what is counted. */
function corpus(size: number, shift: number, seed: number) {
  const random = substream(seed, 'corpus', 0);
  const labels = Array.from({ length: size }, (_, at) => at % 2);
  const a = Float64Array.from(labels, (label) => random.below(label === 0 ? 4 * shift : 4));
  const b = Float64Array.from(labels, () => random.below(4));
  const other = a.map((value) => value + random.below(2));
  return {
    columns: [
      { a, b },
      { a: other, b },
    ],
    labels,
  };
}

describe('specification curve', () => {
  it('leaves out specifications without an estimate, and is nothing of none', () => {
    expect(curveOf([])).toEqual({ median: null, shareSignificant: null, stouffer: null });
    fc.assert(
      fc.property(fc.array(specification, { maxLength: 9 }), (list) => {
        const zs = list.flatMap(({ value, standardError }) =>
          value === null || standardError === null ? [] : [value / standardError],
        );
        const found = curveOf(list);
        if (zs.length === 0) expect(found.stouffer).toBeNull();
        else {
          expect(found.stouffer).toBeCloseTo(zs.reduce((sum, z) => sum + z, 0) / Math.sqrt(zs.length), 12);
          expect(found.shareSignificant).toBe(zs.filter((z) => z > 1.6448536269514722).length / zs.length);
        }
      }),
    );
  });

  it('has a small p where one group has far more, under both nulls, and none to speak of where it has not', () => {
    const replicates = { seed: 3, name: 'curve', from: 0, to: 199 };
    const clear = corpus(80, 3, 1);
    const boot = curveBootstrap(clear.columns, clear.labels, [1, -1], replicates);
    expect(boot.median).toBeLessThanOrEqual(0.02);
    expect(boot.stouffer).toBeLessThanOrEqual(0.02);
    // Two specifications that are nearly the same are both significant about as often as one.
    expect(boot.shareSignificant).toBeLessThanOrEqual(0.1);
    const permuted = curvePermutation(clear.columns, clear.labels, undefined, [1, -1], replicates);
    expect(permuted.median?.pGreater).toBeLessThanOrEqual(0.02);
    expect(permuted.stouffer?.pGreater).toBeLessThanOrEqual(0.02);
    expect(permuted.shareSignificant?.pGreater).toBeLessThanOrEqual(0.1);
    const reversed = curveBootstrap(clear.columns, clear.labels, [-1, 1], replicates);
    for (const p of Object.values(reversed)) expect(p).toBeGreaterThan(0.9);
  });

  it('rejects a true null about as often as it says', () => {
    const replicates = { seed: 5, name: 'null', from: 0, to: 99 };
    const rejected = Array.from({ length: 200 }, (_, seed) => {
      const { columns, labels } = corpus(60, 1, seed);
      return (curveBootstrap(columns, labels, [1, -1], replicates).stouffer ?? 0) <= 0.1;
    }).filter(Boolean).length;
    expect(rejected).toBeGreaterThan(6);
    expect(rejected).toBeLessThan(36);
  });

  it('is null where nothing can be compared', () => {
    const columns = [{ a: Float64Array.from([1, 2]), b: Float64Array.from([1, 0]) }];
    const replicates = { seed: 5, name: 'x', from: 0, to: 9 };
    expect(curveBootstrap(columns, [0, 1], [1, -1], replicates).stouffer).toBeNull();
    expect(curvePermutation(columns, [0, 1], undefined, [1, -1], replicates).stouffer).toBeNull();
    expect(curveBootstrap([], [0, 1], [1, -1], replicates).median).toBeNull();
    expect(curveBootstrap(columns, [0, 1], [1, -1], { ...replicates, to: 0 }).median).toBeNull();
  });
});
