import { describe, expect, it } from 'vitest';
import { type Document, type Line, pageText } from '../../src/model/document.ts';
import { takeFurniture } from '../../src/segment/furniture.ts';
import { placeLines } from '../../src/segment/layout.ts';
import { bare, documentOf, printed } from './print.ts';

function taken(document: Document): string[] {
  return takeFurniture(placeLines(document)).removals.map(({ page, start, end, reason }) => {
    const source = document.pages[page];
    const text = source === undefined ? '' : Array.from(pageText(source)).slice(start, end).join('');
    return `${page} ${reason}: ${text}`;
  });
}

/** A page of text that is like no other, with more lines above and below. */
function page(n: number, more: readonly Line[]): Line[] {
  const body = [0, 1, 2, 3].map((i) =>
    printed(`Página de texto corrido ${'abcd'.charAt(i)}${'xyzuvw'.charAt(n)}`, { top: 120 + 150 * i }),
  );
  return [...more, ...body];
}

describe('takeFurniture', () => {
  it('takes out headers and footers that repeat at one place, with their numbers levelled', () => {
    const pages = [0, 1, 2, 3].map((n) =>
      page(n, [
        printed('Plan de desarrollo', { top: 30 }),
        printed(`Acta ${n + 3}, hoja ${n + 1}`, { top: 770 }),
      ]),
    );
    expect(taken(documentOf(pages))).toEqual(
      [0, 1, 2, 3].flatMap((n) => [
        `${n} header: Plan de desarrollo`,
        `${n} footer: Acta ${n + 3}, hoja ${n + 1}`,
      ]),
    );
  });

  it('takes out a header that stands among repeated ones at the same place but says something else', () => {
    const heads = ['Título I', 'Título I', 'Título I', 'Disposiciones', 'Título I'];
    const pages = heads.map((head, n) => page(n, [printed(head, { top: 30 })]));
    expect(taken(documentOf(pages))).toHaveLength(5);
  });

  it('leaves text that repeats at ever different places, and text in the middle of the page', () => {
    const pages = [0, 1, 2, 3].map((n) =>
      page(n, [printed('Considerando', { top: 20 + 25 * n }), printed('Artículo', { top: 400 })]),
    );
    expect(taken(documentOf(pages))).toEqual([]);
  });

  it('leaves the headings that happen to begin a few of many pages', () => {
    const pages = Array.from({ length: 30 }, (_, n) => [
      printed(
        n % 8 === 0 ? `Artículo ${n}` : `Renglón que sigue ${'abcdefghijklmnopqrstuvwxyzáéíó'.charAt(n)}`,
        { top: 60 },
      ),
      printed('Más texto', { top: 300 + n }),
    ]);
    expect(taken(documentOf(pages))).toEqual([]);
  });

  it('asks for half the pages of a short document and for three of a longer one', () => {
    const twice = (pages: number) =>
      documentOf(
        Array.from({ length: pages }, (_, n) => page(n, n < 2 ? [printed('Borrador', { top: 30 })] : [])),
      );
    expect(taken(twice(2))).toHaveLength(2);
    expect(taken(twice(4))).toHaveLength(2);
    expect(taken(twice(6))).toHaveLength(0);
    expect(taken(documentOf([page(0, [printed('Borrador', { top: 30 })])]))).toHaveLength(0);
  });

  it('takes out text along the side of the page, however the reader divided it', () => {
    const side = (text: string, left: number) =>
      printed(text, { left, top: 500, right: left + 6, size: 6, height: 140 });
    const pages = [0, 1, 2, 3].map((n) =>
      page(
        n,
        n === 3 ? [side('Firmado por Código AB1', 560)] : [side('Firmado por', 560), side('Código AB1', 566)],
      ),
    );
    expect(taken(documentOf(pages))).toHaveLength(7);
  });

  it('takes out what the format marks as navigation or metadata, and no blank line', () => {
    const lines = [
      bare('title: Plan', 'metadata'),
      bare('Inicio', 'navigation'),
      bare(' ', 'navigation'),
      bare('Texto.', 'paragraph'),
    ];
    expect(taken(documentOf([lines]))).toEqual(['0 metadata: title: Plan', '0 navigation: Inicio']);
  });

  it('knows the place of lines without measures by their rank on the page', () => {
    const pages = ['uno', 'dos', 'tres', 'cuatro'].map((word) => [
      bare('Gaceta oficial'),
      bare(word),
      bare(`y ${word}`),
      bare(`más ${word}`),
    ]);
    expect(taken(documentOf(pages))).toEqual([0, 1, 2, 3].map((n) => `${n} header: Gaceta oficial`));
  });
});
