import { describe, expect, it } from 'vitest';
import type { Institution } from '../../../src/assess/robust/compare.ts';
import { effects, shrunken } from '../../../src/assess/robust/effects.ts';
import { notFinite } from '../../support/finite.ts';

const draws = { seed: 5, replicates: 200, permutations: 20 };

/** An institution whose documents have these corrected totals. */
function institution(
  name: string,
  side: Institution['side'],
  pairs: readonly (readonly [number, number])[],
): Institution {
  const document = { file: '', institution: name, side, kind: null, rows: [] };
  return { name, side, units: pairs.map(([a, b]) => ({ a, b, document, stratum: 's' })) };
}

const plain = institution('M', 'source', [
  [3, 1],
  [2, 2],
  [4, 1],
  [3, 2],
  [5, 1],
]);

describe('effect sizes from corrected totals', () => {
  it('have no interval where draws often have no number, and none of single documents', () => {
    // One document carries the correction: drawn twice or more, the total falls below nothing.
    const shaky = institution('P', 'policy', [
      [-5, 4],
      [3, 3],
      [3, 2],
      [2, 4],
      [2, 3],
    ]);
    const found = effects([plain, shaky], draws, true);
    expect(found.points).toMatchObject({ lower: null, upper: null });
    expect(found.oddsRatio).toMatchObject({ lower: null, upper: null });
    expect(found.oddsRatio?.value).toBeCloseTo(17.5 / 7.5 / (5.5 / 16.5), 9);
    expect([found.cliff, found.commonLanguage]).toEqual([null, null]);
    expect(notFinite(found)).toEqual([]);
  });

  it('have no difference of shares where a total is below 0, nor that institution a share', () => {
    const below = institution('P', 'policy', [
      [-2, 4],
      [1, 3],
      [0.7, 2],
      [0, 4],
      [0, 3],
    ]);
    expect(effects([plain, below], draws, true).points).toBeNull();
    expect(shrunken([plain, below]).map((row) => row.institution)).toEqual(['M']);
  });

  it('have an interval where nothing is shaky', () => {
    const calm = institution('P', 'policy', [
      [1, 4],
      [1.5, 3],
      [0.8, 2],
      [1, 4],
      [1.2, 3],
    ]);
    const { points } = effects([plain, calm], draws, true);
    expect(points?.lower).toBeLessThan(points?.value ?? 0);
    expect(points?.upper).toBeGreaterThan(points?.value ?? 0);
  });
});
