import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeLines } from '../../src/segment/layout.ts';
import { read } from '../../src/segment/read.ts';
import { split } from '../../src/segment/split.ts';
import { countWords } from '../../src/segment/words.ts';
import { bare, documentOf } from './print.ts';

function pieces(text: string): string[] {
  const lines = placeLines(documentOf([[bare(text)]]))[0]?.lines ?? [];
  return split(read(lines, () => 'space')).map((piece) => piece.text);
}

const sentence = (words: number) => `Una ${Array.from({ length: words - 1 }, () => 'palabra').join(' ')}.`;

describe('split', () => {
  it('leaves a text of up to 400 words whole', () => {
    const text = Array.from({ length: 20 }, () => sentence(20)).join(' ');
    expect(pieces(text)).toEqual([text]);
  });

  it('splits longer ones at sentence ends into pieces of 110 to 200 words', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 3, max: 40 }), { minLength: 60, maxLength: 200 }), (lengths) => {
        const text = lengths.map(sentence).join(' ');
        const found = pieces(text);
        expect(found.join(' ')).toBe(text);
        if (countWords(text) <= 400) return;
        for (const piece of found) {
          expect(piece).toMatch(/^Una .*\.$/);
          expect(countWords(piece)).toBeLessThanOrEqual(200);
        }
        for (const piece of found.slice(0, -1)) expect(countWords(piece)).toBeGreaterThanOrEqual(110);
      }),
      { numRuns: 40 },
    );
  });

  it('does not take an abbreviation for a sentence end', () => {
    const text = Array.from(
      { length: 60 },
      () => 'Así lo dijo el Sr. Pérez en la sesión de ayer según el Art. 5 de la ley.',
    ).join(' ');
    for (const piece of pieces(text)) expect(piece).toMatch(/^Así .* ley\.$/);
  });

  it('cuts a sentence without end after clauses, or between words', () => {
    const clauses = Array.from({ length: 60 }, () => 'unas cuantas palabras que llegan hasta la coma,').join(
      ' ',
    );
    for (const piece of pieces(clauses)) expect(piece).toMatch(/,$/);
    const endless = Array.from({ length: 1000 }, () => 'palabra').join(' ');
    expect(pieces(endless).join(' ')).toBe(endless);
    for (const piece of pieces(endless)) expect(countWords(piece)).toBeLessThanOrEqual(200);
  });
});
