import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shown } from '../../src/extract/placement.ts';

const visible = { left: 10, bottom: 20, right: 610, top: 820 };
/** Near the upper left corner of the unrotated page, wider than high. */
const box = { left: 20, right: 60, top: 800, bottom: 790 };

describe('shown', () => {
  it.each([
    [0, { left: 10, right: 50, top: 20, bottom: 30 }],
    [1, { left: 770, right: 780, top: 10, bottom: 50 }],
    [2, { left: 550, right: 590, top: 770, bottom: 780 }],
    [3, { left: 20, right: 30, top: 550, bottom: 590 }],
  ])('places a box on a page turned %i quarter turns', (quarterTurns, expected) => {
    expect(shown(box, { visible, quarterTurns })).toEqual(expected);
  });

  it('keeps every box of the visible part on the page, the right way round', () => {
    const across = fc.tuple(fc.integer({ min: 10, max: 610 }), fc.integer({ min: 10, max: 610 }));
    const down = fc.tuple(fc.integer({ min: 20, max: 820 }), fc.integer({ min: 20, max: 820 }));
    fc.assert(
      fc.property(across, down, fc.nat({ max: 3 }), (xs, ys, quarterTurns) => {
        const [left = 0, right = 0] = xs.toSorted((a, b) => a - b);
        const [bottom = 0, top = 0] = ys.toSorted((a, b) => a - b);
        const [width, height] = quarterTurns % 2 === 0 ? [600, 800] : [800, 600];
        const found = shown({ left, right, bottom, top }, { visible, quarterTurns });
        expect(0 <= found.left && found.left <= found.right && found.right <= width).toBe(true);
        expect(0 <= found.top && found.top <= found.bottom && found.bottom <= height).toBe(true);
        const area = (right - left) * (top - bottom);
        expect((found.right - found.left) * (found.bottom - found.top)).toBe(area);
      }),
    );
  });
});
