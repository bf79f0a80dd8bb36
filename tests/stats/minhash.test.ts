import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreement, bandProbability, minHash, mix, overlap } from '../../src/stats/minhash.ts';

/** Two sets of mixed hashes with so many members in both, and in one alone. */
function pair(shared: number, alone: number, salt: number) {
  const hashes = (from: number, count: number) =>
    Array.from({ length: count }, (_, at) => mix(salt * 1_000_003 + from + at));
  const both = hashes(0, shared);
  return [
    new Set([...both, ...hashes(100_000, alone)]),
    new Set([...both, ...hashes(200_000, alone)]),
  ] as const;
}

describe('MinHash', () => {
  it('estimates the Jaccard similarity of any two sets within five standard errors', () => {
    const size = 512;
    fc.assert(
      fc.property(fc.nat(400), fc.nat(400), fc.nat(1e6), (shared, alone, salt) => {
        const [a, b] = pair(shared, alone, salt);
        if (a.size === 0 || b.size === 0) return;
        const exact = overlap(a, b).jaccard;
        const error = Math.sqrt((exact * (1 - exact)) / size) + 1 / size;
        expect(Math.abs(agreement(minHash(a, size), minHash(b, size)) - exact)).toBeLessThan(5 * error);
      }),
      { numRuns: 60, seed: 20140601 },
    );
  });

  it('is unbiased: over many pairs the mean of the estimates is the similarity', () => {
    const estimates = Array.from({ length: 200 }, (_, salt) => {
      const [a, b] = pair(60, 30, salt);
      return agreement(minHash(a, 128), minHash(b, 128));
    });
    const mean = estimates.reduce((sum, one) => sum + one, 0) / estimates.length;
    const deviation = Math.sqrt(estimates.reduce((sum, one) => sum + (one - 0.5) ** 2, 0) / estimates.length);
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.01);
    // As widely spread as 128 independent hash functions would be.
    expect(deviation).toBeGreaterThan(0.8 * Math.sqrt(0.25 / 128));
    expect(deviation).toBeLessThan(1.2 * Math.sqrt(0.25 / 128));
  });

  it('finds a pair by its bands as often as the formula says', () => {
    const bands = (signature: Uint32Array) =>
      Array.from({ length: 32 }, (_, band) => `${band} ${signature.slice(band * 4, band * 4 + 4).join(' ')}`);
    const found = Array.from({ length: 400 }, (_, salt) => {
      // 40 of 100 are shared: similarity 0.4.
      const [a, b] = pair(40, 30, salt);
      const own = new Set(bands(minHash(a, 128)));
      return bands(minHash(b, 128)).some((band) => own.has(band));
    }).filter(Boolean).length;
    const chance = bandProbability(128, 32, 0.4);
    expect(Math.abs(found / 400 - chance)).toBeLessThan(4 * Math.sqrt((chance * (1 - chance)) / 400));
  });

  it('does not depend on order or repetition, and says that nothing resembles nothing in a signature of none', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1 }), (hashes) => {
        const expected = minHash(hashes, 16);
        expect(minHash([...hashes, ...hashes].reverse(), 16)).toEqual(expected);
      }),
    );
    expect(minHash([], 8)).toEqual(new Uint32Array(8).fill(0xffffffff));
    expect(agreement(new Uint32Array(0), new Uint32Array(0))).toBe(0);
    expect(overlap(new Set(), new Set())).toEqual({ jaccard: 0, containment: 0, shared: 0 });
  });
});
