import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distance, overlaps, sentencesOf, sightsOf, within } from '../../../src/profile/mention/sight.ts';
import { noActors } from '../../support/actors.ts';
import { passageOf } from '../../support/mentions.ts';
import { wordsAt } from './make.ts';

describe('sights', () => {
  it('are pieces that make the text again, each within its bound', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('casa', 'a. ', 'b; ', '😀', ' '), { maxLength: 40 }),
        fc.integer({ min: 1, max: 2000 }),
        (parts, times) => {
          const text = `x${parts.join('').repeat(times)}`;
          const pieces = sightsOf(
            passageOf({ id: 'x', language: 'es', zone: 'body', text }),
            [],
            noActors.near,
          );
          expect(pieces.map((piece) => piece.text).join('')).toBe(text);
          for (const piece of pieces) {
            expect(piece.text.length).toBeLessThanOrEqual(20_000);
            expect(text.startsWith(piece.text, piece.shift)).toBe(true);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('have sentences that end at stops but not behind abbreviations', () => {
    const text = 'El art. 5 sigue. Gs. 300 quedan; no más. ¿Y el resto?';
    expect(wordsAt(text, sentencesOf(text)).map((one) => one.trim())).toEqual([
      'El art. 5 sigue',
      'Gs. 300 quedan',
      'no más',
      '¿Y el resto?',
    ]);
  });

  it('measure spans', () => {
    expect(overlaps({ start: 0, end: 2 }, { start: 2, end: 3 })).toBe(false);
    expect(distance({ start: 0, end: 2 }, { start: 5, end: 6 })).toBe(3);
    expect(
      within(
        [
          { start: 1, end: 2 },
          { start: 1, end: 9 },
        ],
        { start: 0, end: 5 },
      ),
    ).toEqual([{ start: 1, end: 2 }]);
  });
});
