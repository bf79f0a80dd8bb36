import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv } from '../../src/report/csv.ts';

const read = (text: string): string[][] => parse(text, { relax_column_count: false });
const write = (rows: readonly (readonly (string | number | boolean | null)[])[]) =>
  [...csv(['a', 'b'], rows)].join('');

describe('csv', () => {
  it('reads back as written, but for the apostrophe before formulas', () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 12 });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 8 }), (rows) => {
        const back = read(write(rows)).slice(1);
        const harmless = (text: string) =>
          /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) ? `'${text}` : text;
        expect(back).toEqual(rows.map((row) => row.map(harmless)));
      }),
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '=HYPERLINK("http://x","y")'])(
    'puts an apostrophe before the text %j',
    (text) => {
      expect(read(write([[text, 'b']]))[1]?.[0]).toBe(`'${text}`);
    },
  );

  it('keeps numbers numbers, negative ones too', () => {
    expect(write([[-1.5, 0.1 + 0.2]])).toBe('a,b\n-1.5,0.3\n');
  });

  it('writes nothing for null and words for truth', () => {
    expect(write([[null, true]])).toBe('a,b\n,true\n');
  });

  it('keeps line breaks and carriage returns inside quotes', () => {
    expect(read(write([['x\ny', 'x\ry']]))[1]).toEqual(['x\ny', 'x\ry']);
  });

  it('replaces half of a surrogate pair, which UTF-8 cannot hold', () => {
    expect(write([['\ud800', 'b']])).toBe('a,b\n\ufffd,b\n');
  });

  it('can be gone through twice and comes in pieces', () => {
    const rows = Array.from({ length: 2500 }, (_, index) => [index, 'x']);
    const table = csv(['a', 'b'], rows);
    expect([...table]).toHaveLength(3);
    expect([...table].join('')).toBe([...table].join(''));
    expect(read([...table].join(''))).toHaveLength(2501);
  });
});
