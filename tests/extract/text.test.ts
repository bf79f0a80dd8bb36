import { describe, expect, it } from 'vitest';
import { pageText } from '../../src/model/document.ts';
import { codes, lines, read, texts } from './make.ts';

describe('plain text', () => {
  it('keeps lines as they stand, blank ones too, and says nothing of their role', async () => {
    const outcome = await read('acta.txt', '  ACTA N° 1\n\n\tPresentes: 5\n');
    expect(texts(outcome)).toEqual(['  ACTA N° 1', '', '\tPresentes: 5']);
    expect(lines(outcome).map(({ role, box, size }) => [role, box, size])).toEqual(
      Array(3).fill([null, null, null]),
    );
    expect(outcome.value).toMatchObject({ format: 'text', reader: 'text', title: null });
  });

  it('begins a page after every form feed but one at the end', async () => {
    const { value } = await read('acta.txt', 'uno\n\fdos\ndos\f\ftres\n\f\n');
    expect(value?.pages.map(pageText)).toEqual(['uno', 'dos\ndos', '', 'tres']);
    expect(value?.pages.map((page) => page.index)).toEqual([0, 1, 2, 3]);
  });

  it('reports a text of blanks only', async () => {
    expect(codes(await read('acta.txt', ' \n\t\n'))).toEqual(['no_text']);
  });
});
