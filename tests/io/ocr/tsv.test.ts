import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesInTsv } from '../../../src/io/ocr/tsv.ts';

const row = (...cells: (string | number)[]) => cells.join('\t');
const head = row('level', 'page_num', 'block_num', 'par_num', 'line_num', 'word_num', 'left', 'top');

describe("Tesseract's TSV", () => {
  it('gives the words of each line with their boxes and confidence', () => {
    const tsv = [
      `${head}\twidth\theight\tconf\ttext`,
      row(1, 1, 0, 0, 0, 0, 0, 0, 1654, 2339, -1, ''),
      row(4, 1, 1, 1, 1, 0, 116, 99, 127, 46, -1, ''),
      row(5, 1, 1, 1, 1, 1, 116, 99, 127, 46, '95.000000', '     '),
      row(4, 1, 2, 1, 1, 0, 118, 160, 504, 48, -1, ''),
      row(5, 1, 2, 1, 1, 1, 118, 161, 121, 47, '32.005722', 'Acta'),
      row(5, 1, 2, 1, 1, 2, 255, 160, 302, 42, '95.809433', 'final'),
      row(4, 1, 2, 1, 2, 0, 118, 220, 504, 48, -1, ''),
      row(5, 1, 2, 1, 2, 1, 118, 221, 20, 40, '88', 'y'),
      '',
    ].join('\n');
    expect(linesInTsv(tsv).map((line) => line.map(({ text }) => text))).toEqual([['Acta', 'final'], ['y']]);
    expect(linesInTsv(tsv)[0]?.[0]).toEqual({
      text: 'Acta',
      confidence: 32.005722,
      box: { left: 118, top: 161, right: 239, bottom: 208 },
    });
  });

  it('is read without trouble whatever it holds', () => {
    const cell = fc.oneof(
      fc.integer(),
      fc.constantFrom('', 'NaN', '4', '5', 'a\tb', '-1', '1e999'),
      fc.string(),
    );
    const rows = fc.array(fc.array(cell, { maxLength: 14 }).map((cells) => cells.join('\t')));
    fc.assert(
      fc.property(rows, (all) => {
        for (const { text, confidence, box } of linesInTsv(all.join('\n')).flat()) {
          expect(text.trim()).not.toBe('');
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(100);
          expect(box.right).toBeGreaterThan(box.left);
          expect(box.bottom).toBeGreaterThan(box.top);
        }
      }),
    );
  });
});
