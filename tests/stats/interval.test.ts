import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tInterval } from '../../src/stats/interval.ts';

const component = fc.record({
  variance: fc.double({ min: 0, max: 50, noNaN: true }),
  degreesOfFreedom: fc.integer({ min: 1, max: 500 }),
});

describe('t interval', () => {
  it('is that of Student for one component', () => {
    const interval = tInterval(1, [{ variance: 4, degreesOfFreedom: 10 }]);
    expect(interval?.degreesOfFreedom).toBeCloseTo(10, 12);
    expect(interval?.standardError).toBe(2);
    expect(interval?.upper).toBeCloseTo(1 + 2 * 2.228138851986274, 9);
    expect(interval?.lower).toBeCloseTo(1 - 2 * 2.228138851986274, 9);
  });

  it('adds the degrees of freedom of equal components, as Welch does', () => {
    const same = { variance: 0.3, degreesOfFreedom: 7 };
    expect(tInterval(0, [same, same])?.degreesOfFreedom).toBeCloseTo(14, 12);
  });

  it('is null without any spread', () => {
    expect(tInterval(1, [])).toBeNull();
    expect(tInterval(1, [{ variance: 0, degreesOfFreedom: 3 }])).toBeNull();
  });

  it('has degrees of freedom between the smallest component and their sum, and lies round the estimate', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -20, max: 20, noNaN: true }),
        fc.array(component, { minLength: 1, maxLength: 6 }),
        (estimate, components) => {
          const interval = tInterval(estimate, components);
          if (interval === null) {
            expect(components.every(({ variance }) => variance === 0)).toBe(true);
            return;
          }
          const freedoms = components.map(({ degreesOfFreedom }) => degreesOfFreedom);
          expect(interval.degreesOfFreedom).toBeGreaterThanOrEqual(Math.min(...freedoms) * (1 - 1e-9));
          expect(interval.degreesOfFreedom).toBeLessThanOrEqual(
            freedoms.reduce((sum, freedom) => sum + freedom, 0) * (1 + 1e-9),
          );
          expect(interval.lower).toBeLessThanOrEqual(estimate);
          expect(interval.upper).toBeGreaterThanOrEqual(estimate);
        },
      ),
    );
  });
});
