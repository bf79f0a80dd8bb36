import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/model/document.ts';
import { placeLines } from '../../src/segment/layout.ts';
import { pageNumbers } from '../../src/segment/page-numbers.ts';
import { bare, documentOf, printed } from './print.ts';

const found = (document: Document) => pageNumbers(placeLines(document)).map(({ text }) => text);
const numbered = (numbers: readonly string[], top = 770) =>
  documentOf(
    numbers.map((number, i) => [
      printed(`Texto ${'abcdef'.charAt(i)}`, { top: 300 }),
      printed(number, { top, left: 100 + 300 * (i % 2) }),
    ]),
  );

describe('pageNumbers', () => {
  it('finds numbers that rise with the pages, on whichever side they stand', () => {
    expect(found(numbered(['7', '8', '9', '10']))).toEqual(['7', '8', '9', '10']);
    expect(found(numbered(['Página 1 de 4', 'Página 2 de 4', 'Página 3 de 4']))).toHaveLength(3);
    expect(found(numbered(['- iii -', '- iv -', '- v -']))).toHaveLength(3);
  });

  it('leaves numbers that do not rise with the pages', () => {
    expect(found(numbered(['1990', '1990', '2004', '2019', '7', '81']))).toEqual([]);
    expect(found(numbered(['12', '100']))).toEqual([]);
  });

  it('leaves numbers away from the edge', () => {
    expect(found(numbered(['1', '2', '3', '4'], 400))).toEqual([]);
  });

  it('finds the page number that the label names', () => {
    const pages = ['xii', '1', '44'].map((label, i) => [
      printed(label, { top: 780 }),
      printed(`Texto ${'abc'.charAt(i)}`, { top: 300 }),
    ]);
    expect(found(documentOf(pages, ['xii', '1', '44']))).toEqual(['xii', '1', '44']);
  });

  it('finds numbers that rise by one through a text without pages, and leaves a numbered list', () => {
    const text = (distance: number) =>
      documentOf([
        ['1', '2', '3', '4'].flatMap((n) => [
          ...Array.from({ length: distance }, (_, i) => bare(`línea ${i}`)),
          bare(n),
        ]),
      ]);
    expect(found(text(10))).toEqual(['1', '2', '3', '4']);
    expect(found(text(1))).toEqual([]);
  });
});
