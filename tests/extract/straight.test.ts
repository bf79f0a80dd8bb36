import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slopeOf, straightened } from '../../src/extract/straight.ts';
import type { SeenLine, SeenWord } from '../../src/model/recognition.ts';

const [width, height] = [1654, 2339];

/** A line of equal words at a height, turned by a slope about the middle of the page. */
function line(y: number, words: number, slope: number): SeenLine {
  const angle = Math.atan(slope);
  return Array.from({ length: words }, (_, index): SeenWord => {
    const [dx, dy] = [100 + 130 * index + 50 - width / 2, y - height / 2];
    const x = dx * Math.cos(angle) - dy * Math.sin(angle) + width / 2;
    const middle = dx * Math.sin(angle) + dy * Math.cos(angle) + height / 2;
    const tall = 24 + 100 * Math.abs(slope);
    return {
      text: 'palabra',
      confidence: 90,
      box: { left: x - 50, right: x + 50, top: middle - tall / 2, bottom: middle + tall / 2 },
    };
  });
}

describe('a page that lies askew', () => {
  it('is straightened to where its lines were', () => {
    const slopes = fc.double({ min: -0.05, max: 0.05, noNaN: true });
    fc.assert(
      fc.property(slopes, fc.integer({ min: 1, max: 40 }), (slope, count) => {
        const lines = Array.from({ length: count }, (_, index) => line(200 + 50 * index, 10, slope));
        const found = slopeOf(lines);
        expect(found).toBeCloseTo(slope, 3);
        for (const [index, words] of lines.entries()) {
          for (const word of words) {
            const box = straightened(word, found, width, height);
            expect((box.top + box.bottom) / 2).toBeCloseTo(200 + 50 * index, 0);
            expect(box.bottom - box.top).toBeLessThan(25);
            expect(box.bottom - box.top).toBeGreaterThan(15);
          }
        }
      }),
    );
  });

  it('is not told by short lines, by lines that run up the page, or without any', () => {
    expect(slopeOf([])).toBe(0);
    expect(slopeOf([line(200, 3, 0.03)])).toBe(0);
    expect(slopeOf([line(200, 10, 0.5)])).toBe(0);
    const stamped = [...[1, 2, 3, 4, 5].map((row) => line(100 * row, 10, 0.01)), line(900, 10, -0.09)];
    expect(slopeOf(stamped)).toBeCloseTo(0.01, 3);
  });
});
