import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOfSeen } from '../../src/extract/seen.ts';
import type { SeenWord } from '../../src/model/recognition.ts';

const picture = { width: 1654, height: 2339, dpi: 200 };
const word = (text: string, left: number, top: number, tall = 24, confidence = 90): SeenWord => ({
  text,
  confidence,
  box: { left, top, right: left + 16 * text.length, bottom: top + tall },
});

describe('lines that an engine saw', () => {
  it('are measured in points, with a size and every word where it stands in the text', () => {
    const [line] = linesOfSeen(
      [[word('Acta', 200, 400), word('\u{1F600}', 300, 400, 24, 31.25), word('final', 400, 400, 24, 120)]],
      picture,
    );
    expect(line).toMatchObject({ text: 'Acta \u{1F600} final', bold: false, role: null, unseen: null });
    expect(line?.words).toEqual([
      { start: 0, end: 4, confidence: 90 },
      { start: 5, end: 6, confidence: 31.3 },
      { start: 7, end: 12, confidence: 100 },
    ]);
    expect(line?.box).toEqual({ left: 72, top: 144, right: 172.8, bottom: 152.64 });
    // 24 pixels from top to baseline at 200 dpi are 8.64 points: a font of 12.
    expect(line?.size).toBeCloseTo(12, 1);
  });

  it('leave out what is no text and lines without any', () => {
    expect(linesOfSeen([[word(' ', 0, 0)], [word('\u0000\ufffe', 0, 0)], []], picture)).toEqual([]);
  });

  it('take the size of their page where a word or two say little of it', () => {
    const row = (top: number) =>
      Array.from({ length: 8 }, (_, index) => word('dados', 100 + 150 * index, top));
    const [, , short] = linesOfSeen([row(100), row(150), [word('mano', 100, 200, 20)]], picture);
    expect(short?.size).toBeCloseTo(12, 1);
  });

  it('take the size of words that run up the page from their width', () => {
    const turned: SeenWord = {
      text: 'https://sede.example',
      confidence: 40,
      box: { left: 1540, top: 1500, right: 1564, bottom: 1800 },
    };
    expect(linesOfSeen([[turned]], picture)[0]?.size).toBeLessThan(14);
  });

  it('hold every word at its span, whatever the words are', () => {
    const any = fc.array(fc.string({ unit: 'grapheme', maxLength: 8 }), { maxLength: 12 });
    fc.assert(
      fc.property(any, (texts) => {
        for (const line of linesOfSeen([texts.map((text, index) => word(text, 100 * index, 50))], picture)) {
          const points = Array.from(line.text);
          const spans = (line.words ?? []).map(({ start, end }) => points.slice(start, end).join(''));
          expect(spans.join(' ')).toBe(line.text);
          expect(spans.every((span) => span.trim() === span && span !== '')).toBe(true);
        }
      }),
    );
  });
});
