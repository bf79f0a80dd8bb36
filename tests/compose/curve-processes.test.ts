import { describe, expect, it } from 'vitest';
import { drawn } from '../../src/app/curve-draws.ts';
import { curveProcesses } from '../../src/compose/curve-processes.ts';
import { substream } from '../../src/stats/substream.ts';

const random = substream(11, 'made up', 0);
const labels = Array.from({ length: 40 }, (_, at) => at % 4);
const counts = () => Float64Array.from(labels, (label) => random.below(5 + label));
const draws = {
  columns: Array.from({ length: 12 }, () => ({ a: counts(), b: counts() })),
  labels,
  weights: [0.5, 0.5, -0.5, -0.5],
  replicates: { seed: 9, name: 'curve', from: 0, to: 101 },
};

describe('curveProcesses', () => {
  it('gives the same in one process, in two and in three', async () => {
    const here = drawn(draws);
    expect(here.all).toBe(101);
    // Some draws beat the observed curve, and some do not: all or none would look the same however they are dealt.
    expect(here.median).toBeGreaterThan(0);
    expect(here.median).toBeLessThan(101);
    for (const processes of [1, 2, 3]) expect(await curveProcesses(processes, 0)(draws)).toEqual(here);
  }, 60_000);
});
