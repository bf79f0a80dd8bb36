import { describe, expect, it } from 'vitest';
import { plan } from '../../sample/plan.ts';
import { readPublishers } from '../../sample/texts.ts';

const publishers = readPublishers();
const draws = (seed: number) => plan(publishers, seed).flatMap(({ passages }) => passages);

describe('plan', () => {
  it('draws the same from the same seed and something else from another', () => {
    expect(plan(publishers, 7)).toEqual(plan(publishers, 7));
    expect(draws(7)).not.toEqual(draws(8));
  });

  it('keeps its chances over many seeds', () => {
    const seeds = Array.from({ length: 40 }, (_, i) => i + 1);
    const all = seeds.flatMap((seed) => draws(seed));
    const share = (sort: string) => all.filter((one) => one.sort === sort).length / all.length;
    expect(share('plain')).toBeCloseTo(0.1, 1.5);
    expect(share('neutral')).toBeCloseTo(0.18, 1.5);
    expect(share('decoy')).toBeCloseTo(0.06, 1.5);
    const paradigm = seeds
      .flatMap((seed) => plan(publishers, seed))
      .filter(({ institution }) => institution.voice === 'regional_body')
      .flatMap(({ passages }) => passages)
      .filter((one) => one.sort === 'framed' && one.frames.includes('NEP'));
    const unsaid = paradigm.filter((one) => one.sort === 'framed' && one.expressed === 'paraphrase').length;
    expect(Math.abs(unsaid / paradigm.length - 0.37)).toBeLessThan(0.04);
  });

  it('plants the social market economy once', () => {
    expect(draws(3).filter((one) => one.sort === 'trap')).toHaveLength(1);
  });
});
