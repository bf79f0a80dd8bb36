import { describe, expect, it } from 'vitest';
import { expectedContrast } from '../../sample/expected.ts';
import { type Planned, plan } from '../../sample/plan.ts';
import { readPublishers } from '../../sample/texts.ts';

const publishers = readPublishers();
const runs = 400;

/** The contrast of the frames that one plan drew, counted passage by passage. */
function drawn(planned: readonly Planned[]): number {
  const theta = (voice: string) => {
    const own = Map.groupBy(
      planned.filter(({ institution }) => institution.voice === voice),
      ({ institution }) => institution.slug,
    );
    const balances = [...own.values()].map((documents) => {
      let [claimed, diluted] = [0.5, 0.5];
      for (const passage of documents.flatMap(({ passages }) => passages)) {
        if (passage.sort !== 'framed') continue;
        if (passage.frames.includes('NEP')) claimed += 1;
        if (passage.frames.includes('PE') || passage.frames.includes('ADD')) diluted += 1;
      }
      return Math.log(claimed / diluted);
    });
    return balances.reduce((sum, one) => sum + one, 0) / balances.length;
  };
  return theta('civil_society') - theta('regional_body');
}

describe('the expected contrast', () => {
  it('is what plans of other seeds scatter around', () => {
    const values = Array.from({ length: runs }, (_, seed) => drawn(plan(publishers, 1000 + seed)));
    const centre = values.reduce((sum, one) => sum + one, 0) / runs;
    const spread = Math.sqrt(values.reduce((sum, one) => sum + (one - centre) ** 2, 0) / runs);
    const expected = expectedContrast(plan(publishers, 0), 'civil_society', 'regional_body');
    expect(Math.abs(centre - expected)).toBeLessThan((3.5 * spread) / Math.sqrt(runs));
    expect(Math.exp(expected)).toBeCloseTo(5.29, 2);
  });

  it('depends on no seed, turns with its sides, and is nothing where all speak alike', () => {
    const of = (seed: number) => expectedContrast(plan(publishers, seed), 'civil_society', 'regional_body');
    expect(of(1)).toBeCloseTo(of(2), 12);
    expect(expectedContrast(plan(publishers, 1), 'regional_body', 'civil_society')).toBeCloseTo(-of(1), 12);
    const alike = {
      ...publishers,
      institutions: publishers.institutions.map((one) => ({ ...one, nep: 0.4, trend: 0 })),
    };
    expect(expectedContrast(plan(alike, 1), 'civil_society', 'regional_body')).toBeCloseTo(0, 1);
  });
});
