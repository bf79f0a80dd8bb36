import { describe, expect, it } from 'vitest';
import type { Document, Line } from '../../src/model/document.ts';
import { besideText } from '../../src/segment/beside.ts';
import { placeLines } from '../../src/segment/layout.ts';
import { documentOf, printed } from './print.ts';

const found = (document: Document) =>
  [...besideText(placeLines(document))].map(([{ text, page }, reason]) => `${page} ${reason}: ${text}`);

/** Lines of running text, the second of every two going on in lower case. */
const prose = (count: number, left = 100, skip = 14): Line[] =>
  Array.from({ length: count }, (_, i) =>
    printed(
      `${i % 2 === 0 ? 'La asamblea de socias y socios' : 'que trabajan en la huerta comunal'} ${'abcdefghijklmnop'.charAt(i)}`,
      {
        left,
        top: 100 + skip * i,
      },
    ),
  );
const side = (text: string, left: number) =>
  printed(text, { left, top: 300, right: left + 8, size: 7, height: 200 });

describe('besideText', () => {
  it('finds text turned on its side along an edge, on a single page too', () => {
    expect(found(documentOf([[...prose(8), side('Firmado con código 12', 560)]]))).toEqual([
      '0 margin: Firmado con código 12',
    ]);
  });

  it('leaves turned text inside a table, and a page that is turned as a whole', () => {
    expect(found(documentOf([[...prose(8), side('Cabeza de columna', 250)]]))).toEqual([]);
    const turned = [0, 1, 2, 3, 4, 5].map((i) => side(`Renglón ${i} de un plano`, 40 + 12 * i));
    expect(found(documentOf([turned]))).toEqual([]);
  });

  it('finds numbers that count lines of text, by ones or by fives, flush left or right', () => {
    const by = (step: number, right: boolean) =>
      Array.from({ length: 12 }, (_, i) => i + 1)
        .filter((n) => n % step === 0)
        .map((n) =>
          printed(
            String(n),
            right ? { left: 60 - 5 * String(n).length, top: 86 + 14 * n } : { left: 60, top: 86 + 14 * n },
          ),
        );
    expect(found(documentOf([[...by(1, true), ...prose(12)]])).length).toBe(12);
    expect(found(documentOf([[...by(2, false), ...prose(12)]])).length).toBe(6);
  });

  it('leaves the numbers of the rows of a table, and those of paragraphs', () => {
    const numbers = [1, 2, 3, 4, 5, 6].map((n) => printed(String(n), { left: 60, top: 86 + 14 * n }));
    const cells = numbers.map((_, i) =>
      printed(`Cooperativa ${'abcdef'.charAt(i)}`, { left: 100, top: 100 + 14 * i }),
    );
    expect(found(documentOf([[...numbers, ...cells]]))).toEqual([]);
    const far = [0, 1, 2, 4, 7, 11].map((line, n) =>
      printed(String(n + 1), { left: 60, top: 100 + 14 * line }),
    );
    expect(found(documentOf([[...far, ...prose(12)]]))).toEqual([]);
  });

  it('finds what is stamped aslant, stamped in huge letters, or repeated in large ones in the middle', () => {
    const aslant = printed('COPIA FIEL', { left: 150, top: 200, right: 450, size: 40, height: 300 });
    expect(found(documentOf([[...prose(8), aslant]]))).toEqual(['0 watermark: COPIA FIEL']);
    const huge = printed('Borrador', { left: 100, top: 400, size: 70 });
    expect(found(documentOf([[...prose(8), huge]]))).toEqual(['0 watermark: Borrador']);
    const large = printed('Mesa Sur', { left: 200, top: 420, size: 24 });
    expect(found(documentOf([0, 1, 2, 3].map(() => [...prose(8), large]))).length).toBe(4);
    expect(found(documentOf([[...prose(8), large], prose(8), prose(8), prose(8)]))).toEqual([]);
  });
});
