import { describe, expect, it } from 'vitest';
import type { Institution } from '../../../src/assess/robust/compare.ts';
import { shrunken } from '../../../src/assess/robust/shrunken.ts';

/** An institution whose documents have these totals. */
function institution(
  name: string,
  side: Institution['side'],
  pairs: readonly (readonly [number, number])[],
): Institution {
  const document = { file: '', institution: name, side, kind: null, rows: [] };
  return { name, side, units: pairs.map(([a, b]) => ({ a, b, document, stratum: 's' })) };
}

describe('shares drawn towards each other', () => {
  it('lie between what an institution has and what all have, and leave out a total below 0', () => {
    const [few, many] = [
      institution('F', 'source', [
        [1, 0],
        [1, 1],
      ]),
      institution('P', 'policy', [
        [5, 40],
        [6, 50],
      ]),
    ];
    const below = institution('B', 'policy', [
      [-2, 4],
      [1, 3],
    ]);
    const shares = shrunken([few, many, below]);
    expect(shares.map((row) => row.institution)).toEqual(['F', 'P']);
    const [own, other] = shares;
    expect(own?.share).toBeCloseTo(2 / 3, 12);
    expect(own?.shrunken).toBeLessThan(own?.share ?? 0);
    expect(Math.abs((other?.shrunken ?? 0) - (other?.share ?? 1))).toBeLessThan(
      (own?.share ?? 0) - (own?.shrunken ?? 0),
    );
  });
});
