import { describe, expect, it } from 'vitest';
import type { Document, Line } from '../../src/model/document.ts';
import { documentId, pageIndex, sha256 } from '../../src/model/units.ts';
import { segment } from '../../src/segment/segment.ts';

/** A line as OCR reads it: each word with its confidence. */
function line(top: number, words: readonly (readonly [string, number])[]): Line {
  let at = 0;
  const placed = words.map(([text, confidence]) => {
    const start = at;
    at += Array.from(text).length + 1;
    return { start, end: at - 1, confidence };
  });
  const text = words.map(([word]) => word).join(' ');
  const box = { left: 72, top, right: 500, bottom: top + 12 };
  return { text, box, size: 12, bold: false, role: null, level: null, unseen: null, words: placed };
}

function document(...lines: Line[]): Document {
  const page = { index: pageIndex(0), label: null, width: 595, height: 842, source: 'ocr' as const, lines };
  return {
    id: documentId(sha256('a'.repeat(64))),
    format: 'pdf',
    reader: 'pdfium',
    title: null,
    pages: [page],
  };
}

describe('the confidence of passages', () => {
  it('is the mean of their words, also of those that were broken at a line end', () => {
    const { passages } = segment(
      document(
        line(100, [
          ['La', 90],
          ['reunión', 80],
          ['de', 70],
          ['coope-', 60],
        ]),
        line(114, [
          ['rativas', 50],
          ['😀', 40],
          ['aprobó.', 30],
        ]),
        line(200, [
          ['Otro', 10],
          ['párrafo', 21],
        ]),
      ),
      { language: 'es' },
    );
    expect(passages.map(({ text, confidence }) => [text, confidence])).toEqual([
      ['La reunión de cooperativas 😀 aprobó.', 60],
      ['Otro párrafo', 15.5],
    ]);
  });

  it('is none for text that the file itself holds', () => {
    const own = {
      ...line(100, [
        ['La', 90],
        ['reunión.', 80],
      ]),
      words: null,
    };
    const { passages } = segment(document(own, line(200, [['Sello', 55]])), { language: 'es' });
    expect(passages.map(({ confidence }) => confidence)).toEqual([null, 55]);
  });
});
