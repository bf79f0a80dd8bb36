import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { relabel, relabellings } from '../../src/stats/relabel.ts';

const units = fc
  .array(fc.record({ label: fc.integer({ min: 0, max: 3 }), stratum: fc.integer({ min: 0, max: 1 }) }), {
    maxLength: 7,
  })
  .map((list) => ({ labels: list.map(({ label }) => label), strata: list.map(({ stratum }) => stratum) }));

/** All ways by brute force: every permutation of every unit, kept if no unit left its stratum. */
function bruteForce(labels: readonly number[], strata: readonly number[]): readonly string[] {
  const found = new Set<string>();
  const go = (taken: readonly number[]) => {
    if (taken.length === labels.length) {
      found.add(taken.map((unit) => labels[unit]).join());
      return;
    }
    for (const unit of labels.keys()) {
      if (!taken.includes(unit) && strata[unit] === strata[taken.length]) go([...taken, unit]);
    }
  };
  go([]);
  return [...found].toSorted();
}

const nothing = { seed: 1, name: 'x', from: 0, to: 0 };

describe('relabelling', () => {
  it('goes through every way once, as brute force finds them', () => {
    fc.assert(
      fc.property(units, ({ labels, strata }) => {
        const seen: string[] = [];
        const result = relabel(labels, strata, { most: 1e6, replicates: nothing }, (now) => {
          seen.push(now.join());
        });
        const expected = bruteForce(labels, strata);
        expect(seen.toSorted()).toEqual(expected);
        expect(result).toEqual({ all: expected.length, exact: true });
        expect(relabellings(labels, strata)).toBe(expected.length);
      }),
      { numRuns: 60 },
    );
  });

  it('counts only up to a billion', () => {
    expect(relabellings([])).toBe(1);
    expect(relabellings([1, 1, 1, 1])).toBe(1);
    const halves = Array.from({ length: 30 }, (_, at) => at % 2);
    expect(relabellings(halves)).toBe(155_117_520);
    expect(relabellings([...halves, ...halves])).toBeNull();
  });

  it('keeps labels within strata when it draws, and parts of a range make the whole', () => {
    const labels = Array.from({ length: 40 }, (_, at) => at % 3);
    const strata = Array.from({ length: 40 }, (_, at) => (at < 13 ? 5 : 9));
    const drawn = (from: number, to: number) => {
      const seen: string[] = [];
      const replicates = { seed: 3, name: 'split', from, to };
      const result = relabel(labels, strata, { most: 100, replicates }, (now) => {
        for (const stratum of [5, 9]) {
          const inside = (all: ArrayLike<number>) =>
            [...labels.keys()].filter((at) => strata[at] === stratum).map((at) => all[at] ?? -1);
          expect(inside(now).toSorted()).toEqual(inside(labels).toSorted());
        }
        seen.push(now.join());
      });
      expect(result).toEqual({ all: to - from, exact: false });
      return seen;
    };
    const whole = drawn(0, 60);
    expect([...drawn(0, 17), ...drawn(17, 60)]).toEqual(whole);
    expect(new Set(whole).size).toBe(60);
  });

  it('draws every way about equally often', () => {
    const counts = new Map<string, number>();
    const replicates = { seed: 2, name: 'fair', from: 0, to: 12_000 };
    relabel([0, 0, 1, 2], undefined, { most: 0, replicates }, (now) => {
      counts.set(now.join(), (counts.get(now.join()) ?? 0) + 1);
    });
    expect(counts.size).toBe(12);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});
