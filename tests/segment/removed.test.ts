import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/model/document.ts';
import { offset, pageIndex } from '../../src/model/units.ts';
import { removed } from '../../src/segment/removed.ts';

/** A document of these pages, of which only the text is looked at. */
function documentOf(...pages: readonly string[]): Document {
  const made = pages.map((text, index) => ({
    index,
    lines: text.split('\n').map((line) => ({ text: line })),
  }));
  return { pages: made } as unknown as Document;
}

const removal = (page: number, start: number, end: number) =>
  ({ page: pageIndex(page), start: offset(start), end: offset(end), reason: 'header' }) as const;

describe('removed', () => {
  it('says what was taken out, on one line', () => {
    const list = removed(documentOf('Acta 😀 4\n  del pleno\nTexto', 'Acta 5'), [
      removal(1, 0, 4),
      removal(0, 5, 20),
    ]);
    expect(list.map(({ page, start, end, text }) => [page, start, end, text])).toEqual([
      [0, 5, 20, '😀 4 del pleno'],
      [1, 0, 4, 'Acta'],
    ]);
  });

  it('keeps the beginning of what is long', () => {
    const [one] = removed(documentOf(`${' '.repeat(50)}${'🜍x'.repeat(300)}`), [removal(0, 0, 650)]);
    expect(one?.text).toBe('🜍x'.repeat(60));
  });

  it('agrees with cutting an array of code points, wherever removals lie', () => {
    const character = fc.constantFrom('a', 'é', '😀', ' ', '\n', '\u0301');
    const span = fc.tuple(fc.nat(40), fc.nat(40));
    fc.assert(
      fc.property(
        fc.array(character, { maxLength: 60 }),
        fc.array(span, { maxLength: 6 }),
        (characters, spans) => {
          const list = spans.map(([start, length]) => removal(0, start, start + length));
          const expected = list
            .toSorted((a, b) => a.start - b.start || a.end - b.end)
            .map(({ start, end }) =>
              characters
                .slice(start, end)
                .join('')
                .split(/\s+/)
                .filter((word) => word !== '')
                .join(' '),
            );
          expect(removed(documentOf(characters.join('')), list).map(({ text }) => text)).toEqual(expected);
        },
      ),
    );
  });
});
