import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { codes, lines, read } from './make.ts';

const acta = readFileSync(new URL('../fixtures/doc/acta.doc', import.meta.url));

describe('Word before 2007', () => {
  it('gives paragraphs, rows of tables and notes', async () => {
    const outcome = await read('acta.doc', acta);
    expect(outcome.value?.reader).toBe('word-extractor');
    expect(lines(outcome).map(({ role, text }) => `${role}: ${text}`)).toEqual([
      'paragraph: Acta de la reunión',
      'paragraph: La economía solidaria, “ñandú” — €uro sigue aquí.',
      'paragraph: Orden del día',
      'paragraph: Primer punto',
      'paragraph: Segundo punto',
      'table_row: Rubro\tMonto',
      'table_row: Semillas\t120',
      'paragraph: Se acuerda seguir. Ж greek λ',
      'footnote: Según el acta anterior.',
    ]);
  });

  it.each([512, 1000, 4096, 9000])('ends in a problem when cut off after %i bytes', async (length) => {
    const outcome = await read('acta.doc', acta.subarray(0, length));
    expect(outcome.value === null || codes(outcome).length > 0 || lines(outcome).length > 0).toBe(true);
  });
});
