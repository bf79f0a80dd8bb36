import { describe, expect, it } from 'vitest';
import { judge, needsLook } from '../../src/extract/judge.ts';
import { unmeasuredPage, unplacedLine } from '../../src/extract/reading.ts';
import type { Line } from '../../src/model/document.ts';

const line = (text: string): Line => unplacedLine(text, null);
const page = (...lines: Line[]) => unmeasuredPage(0, lines);
const blank = { pictures: 0, dpi: 0, inked: false };
const scan = { pictures: 1, dpi: 200, inked: true };
const noise = 'UHVROXFLyQ GHO FRQVHMR VREUH ODV FRRSHUDWLYDV GH OD UHJLyQ \\ VX ILQDQFLDPLHQWR '.repeat(4);
const said = (lines: Line[], signs: Parameters<typeof judge>[1]) => {
  const { page: judged, why } = judge(page(...lines), signs);
  return [judged.source, judged.lines.length, why];
};

describe('where the text of a page comes from', () => {
  it('is its own text, with or without pictures beside it', () => {
    expect(said([line('Acta de la reunión')], { promised: 16, look: blank })).toEqual(['text', 1, null]);
    const much = line('palabra '.repeat(60));
    expect(said([much], { promised: 420, look: scan })).toEqual(['text', 1, null]);
    expect(said([line('Portada')], { promised: 7, look: { ...scan, pictures: 0.6 } })).toEqual([
      'text',
      1,
      null,
    ]);
  });

  it('is nowhere on a page that shows nothing, and unknown on one that shows something', () => {
    expect(said([], { promised: 0, look: blank })).toEqual(['blank', 0, null]);
    expect(said([], { promised: 0, look: { ...blank, inked: true } })).toEqual(['unread', 0, 'picture']);
    expect(said([], { promised: 0, look: null })).toEqual(['unread', 0, 'picture']);
  });

  it('is unknown of a scan with a stamp, whose words stay', () => {
    expect(said([line('Folio 12')], { promised: 7, look: scan })).toEqual(['unread', 1, 'picture']);
  });

  it('is the invisible text that lies over a scan', () => {
    const hidden = { ...line('texto reconocido antes '.repeat(30)), unseen: 'hidden' as const };
    const { page: judged } = judge(page(hidden), { promised: 600, look: scan });
    expect([judged.source, judged.lines[0]?.unseen]).toEqual(['text', null]);
    expect(judge(page(hidden), { promised: 600, look: blank }).page.lines[0]?.unseen).toBe('hidden');
    expect(needsLook([hidden], 600)).toBe(true);
  });

  it('is none where the text layer is noise, and that is left out', () => {
    expect(said([line(noise)], { promised: 240, look: null })).toEqual(['unread', 0, 'noise']);
  });

  it('is not all where most characters that are drawn have no text', () => {
    expect(said([line('a b c')], { promised: 900, look: { ...blank, inked: true } })).toEqual([
      'unread',
      1,
      'noise',
    ]);
    expect(said([line('ab')], { promised: 5, look: { ...blank, inked: true } })).toEqual(['text', 1, null]);
  });

  it('needs no look at a page full of text', () => {
    expect(needsLook([line('palabra '.repeat(60))], 420)).toBe(false);
    expect(needsLook([line('palabra '.repeat(60))], 2_000)).toBe(true);
    expect(needsLook([], 0)).toBe(true);
  });
});
