import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unseenIn } from '../../src/extract/unseen.ts';

const placement = { visible: { left: 0, top: 800, right: 600, bottom: 0 }, quarterTurns: 0 };
const line = (left: number, top: number, text = 'Acta') => ({
  text,
  box: { left, top, right: left + 40, bottom: top - 10 },
  size: 10,
  hidden: false,
});

describe('unseenIn', () => {
  it('tells what is not drawn, far too small, or outside the page', () => {
    const unseen = unseenIn(placement);
    expect(unseen({ ...line(50, 700), hidden: true })).toBe('hidden');
    expect(
      unseen({ ...line(50, 700), size: 0.1, box: { left: 50, right: 54, top: 700, bottom: 699.9 } }),
    ).toBe('hidden');
    expect(unseen(line(620, 700))).toBe('outside');
    expect(unseen(line(50, -20))).toBe('outside');
    expect(unseen(line(50, 700))).toBeNull();
    expect(unseen({ ...line(50, 700), box: null })).toBeNull();
  });

  it('tells the same text drawn again a little off, but not the same text elsewhere or another text', () => {
    const unseen = unseenIn(placement);
    expect(unseen(line(50, 700))).toBeNull();
    expect(unseen(line(50.4, 699.8))).toBe('duplicate');
    expect(unseen(line(50, 680))).toBeNull();
    expect(unseen(line(50.4, 700, 'Otra'))).toBeNull();
  });

  it('keeps a line that was drawn once, whatever is drawn again and however often', () => {
    const place = fc.record({ left: fc.integer({ min: 0, max: 20 }), top: fc.integer({ min: 5, max: 20 }) });
    fc.assert(
      fc.property(fc.array(place), (places) => {
        const unseen = unseenIn(placement);
        const kept = places.filter(({ left, top }) => unseen(line(25 * left, 30 * top)) === null);
        expect(new Set(kept.map(({ left, top }) => `${left} ${top}`)).size).toBe(kept.length);
        expect(kept.length).toBe(new Set(places.map(({ left, top }) => `${left} ${top}`)).size);
      }),
    );
  });
});
