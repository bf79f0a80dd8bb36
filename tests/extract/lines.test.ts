import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Glyph, linesOf, type TextLayer } from '../../src/extract/lines.ts';
import { plainLine } from '../support/parts.ts';

const placement = { visible: { left: 0, top: 800, right: 600, bottom: 0 }, quarterTurns: 0 };

type Run = {
  readonly text: string;
  readonly x?: number;
  readonly y: number;
  readonly size?: number;
  readonly direction?: Glyph['direction'];
};

/** A layer as an engine would give it: every character half its size wide; runs joined as told. */
function layer(runs: readonly Run[], joiner = '\r\n', hyphens = true): TextLayer {
  const glyphs: (Glyph | null)[] = [];
  const text: string[] = [];
  for (const [index, { text: content, x = 50, y, size = 10, direction = 'level' }] of runs.entries()) {
    if (index > 0 && text.at(-1) !== '\uFFFE') {
      text.push(...joiner);
      glyphs.push(...Array(joiner.length).fill(null));
    }
    for (const [at, unit] of content.split('').entries()) {
      const [dx, dy] = direction === 'upright' ? [0, (at * size) / 2] : [(at * size) / 2, 0];
      const box = { left: x + dx, right: x + dx + size / 2, bottom: y + dy - size / 4, top: y + dy + size };
      glyphs.push({ box, size, direction });
      text.push(unit);
    }
  }
  const glyph = (index: number) => glyphs[index] ?? null;
  return {
    text: text.join(''),
    endsHyphenated: () => hyphens,
    glyph,
    left: (index) => glyph(index)?.box.left ?? Number.NaN,
    right: (index) => glyph(index)?.box.right ?? Number.NaN,
    style: () => ({ bold: false, hidden: false }),
  };
}

const textsOf = (runs: readonly Run[], joiner?: string, hyphens?: boolean) =>
  linesOf(layer(runs, joiner, hyphens), placement).map((line) => line.text);

describe('linesOf', () => {
  it('measures a line from the upper left corner', () => {
    const lines = linesOf(
      layer([
        { text: 'Acta', y: 700 },
        { text: 'del pleno', y: 685, x: 60, size: 12 },
      ]),
      placement,
    );
    expect(lines).toEqual([
      { ...plainLine, text: 'Acta', box: { left: 50, right: 70, top: 90, bottom: 102.5 }, size: 10 },
      { ...plainLine, text: 'del pleno', box: { left: 60, right: 114, top: 103, bottom: 118 }, size: 12 },
    ]);
  });

  it('keeps a hyphen at a line end as printed', () => {
    expect(
      textsOf([
        { text: 'coope\uFFFE', y: 700 },
        { text: 'rativa', y: 685 },
      ]),
    ).toEqual(['coope-', 'rativa']);
  });

  it('drops a mark for a character without text, which ends no line', () => {
    expect(textsOf([{ text: 'coope\uFFFErativa', y: 700 }], '\n', false)).toEqual(['cooperativa']);
  });

  it('leaves out lines on which nothing is printed', () => {
    expect(
      textsOf([
        { text: ' ', y: 700 },
        { text: 'a', y: 685 },
        { text: '\u0002 ', y: 670 },
      ]),
    ).toEqual(['a']);
  });

  it('parts a rotated note in the margin from the line it was run into', () => {
    const runs: Run[] = [
      { text: 'competente, de la', y: 60 },
      { text: 'Cód. Validación: 3G', x: 550, y: 40, size: 6, direction: 'upright' },
      { text: 'Página 1 de 7', x: 560, y: 40, size: 6, direction: 'upright' },
    ];
    expect(textsOf(runs, ' ').map((text) => text.trim())).toEqual(runs.map((run) => run.text));
  });

  it('parts two lines that were run into one', () => {
    expect(
      textsOf(
        [
          { text: 'uno dos', y: 700 },
          { text: 'tres cuatro', y: 688 },
        ],
        ' ',
      ),
    ).toEqual(['uno dos ', 'tres cuatro']);
  });

  it('joins a line that was parted at a raised mark', () => {
    const runs: Run[] = [
      { text: 'solidaria', x: 50, y: 700 },
      { text: '1', x: 95, y: 704, size: 6 },
      { text: 'y social', x: 102, y: 700 },
      { text: 'next', x: 50, y: 688 },
    ];
    const raised = layer(runs);
    // The engine parts after the mark only.
    const text = raised.text.replace('\r\n1', '1');
    const glyph = (index: number) => raised.glyph(index < 9 ? index : index + 2);
    expect(linesOf({ ...raised, text, glyph }, placement).map((line) => line.text)).toEqual([
      'solidaria1 y social',
      'next',
    ]);
  });

  it('does not join text of another height or size that follows closely', () => {
    const raised: Run[] = [
      { text: 'solidaria', x: 50, y: 700 },
      { text: 'nota', x: 96, y: 702 },
      { text: 'TITULO', x: 117, y: 702, size: 14 },
    ];
    expect(textsOf(raised)).toEqual(['solidaria', 'nota', 'TITULO']);
  });

  it('asks of the very character whether it ends a line', () => {
    const runs = [
      { text: 'a\uFFFEb\uFFFE', y: 700 },
      { text: 'c', y: 685 },
    ];
    const source = { ...layer(runs), endsHyphenated: (index: number) => index === 3 };
    expect(linesOf(source, placement).map((line) => line.text)).toEqual(['ab-', 'c']);
  });

  it('does not join the columns of a table', () => {
    expect(
      textsOf([
        { text: 'Nombre', y: 700 },
        { text: 'Voto', x: 200, y: 700 },
      ]),
    ).toEqual(['Nombre', 'Voto']);
  });

  it('loses no printed character and invents only blanks and hyphens', () => {
    const run = fc.record({
      text: fc.string({
        unit: fc.constantFrom('a', 'ñ', ' ', '\uFFFE', '\n', '\t', '\u0001'),
        maxLength: 12,
      }),
      x: fc.integer({ min: 0, max: 500 }),
      y: fc.integer({ min: 0, max: 800 }),
      size: fc.integer({ min: 1, max: 30 }),
      direction: fc.constantFrom('level' as const, 'upright' as const, 'slanted' as const),
    });
    const joiner = fc.constantFrom('\r\n', ' ', '');
    fc.assert(
      fc.property(fc.array(run), joiner, fc.boolean(), (runs, between, hyphens) => {
        const source = layer(runs, between, hyphens);
        const expected = source.text.replaceAll('\uFFFE', hyphens ? '-' : '').replace(/[\s\u0001]/g, '');
        const found = linesOf(source, placement).map((line) => line.text);
        expect(found.join('').replace(/\s/g, '')).toBe(expected);
        expect(found.every((text) => text.trim() !== '' && !/[\n\r]/.test(text))).toBe(true);
      }),
      { seed: 4 },
    );
  });
});
