import { describe, expect, it } from 'vitest';
import { designEffect, detectable, expectedError, minimalDetectable } from '../../src/stats/power.ts';

const design = { documents: [20, 20], passages: 12, variation: 0.8, correlation: 0.15, share: 0.5 } as const;

describe('planning', () => {
  it('is a plain comparison of shares without clustering', () => {
    const plain = { ...design, correlation: 0 };
    expect(designEffect(plain)).toBe(1);
    expect(expectedError(plain)).toBeCloseTo(Math.sqrt(2 / (240 * 0.25)), 12);
  });

  it('wants larger contrasts with fewer documents, more clustering and fewer institutions', () => {
    const base = minimalDetectable(design) ?? Number.NaN;
    expect(minimalDetectable({ ...design, documents: [10, 20] })).toBeGreaterThan(base);
    expect(minimalDetectable({ ...design, correlation: 0.3 })).toBeGreaterThan(base);
    const typed = (numbers: readonly [number, number]) =>
      minimalDetectable({ ...design, institutions: { numbers, deviation: 0.2 } });
    expect(typed([6, 6])).toBeGreaterThan(base);
    expect(typed([3, 3])).toBeGreaterThan(typed([6, 6]) ?? Number.NaN);
    expect(detectable(1, null)).toBeCloseTo(1.6448536269514722 + 0.8416212335729143, 12);
  });

  it('is null where nothing can be compared', () => {
    expect(minimalDetectable({ ...design, documents: [0, 9] })).toBeNull();
    expect(minimalDetectable({ ...design, share: 1 })).toBeNull();
    expect(minimalDetectable({ ...design, passages: 0 })).toBeNull();
    expect(minimalDetectable({ ...design, institutions: { numbers: [1, 1], deviation: 0.2 } })).toBeNull();
    expect(minimalDetectable({ ...design, institutions: { numbers: [0, 3], deviation: 0.2 } })).toBeNull();
  });
});
