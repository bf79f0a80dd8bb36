import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Document, pageText } from '../../src/model/document.ts';
import { segment } from '../../src/segment/segment.ts';
import { linesAt, locate, place } from '../../src/text/place.ts';
import { read } from '../extract/make.ts';
import { documentOf, printed } from './print.ts';

/** Words of letters that are one code point, several, or none that is seen, and of two UTF-16 units. */
const letter = fc.constantFrom(
  'a',
  'b',
  'n\u0303',
  'é',
  'e\u0301',
  '\ufb01',
  '🌱',
  '𝒜',
  '\u00ad',
  '\u200b',
  '\ufeff',
);
const word = fc.string({ unit: letter, minLength: 1, maxLength: 6 }).map((text) => `x${text}y`);
const line = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));

/** Checks that every character of every passage is found from its place, and its place from it. */
function expectBothWays(document: Document): number {
  let checked = 0;
  for (const { text, runs } of segment(document, { language: null }).passages) {
    const characters = Array.from(text);
    for (const run of runs) {
      for (let at: number = run.at; at < run.at + run.length; at++) {
        const { page, pageStart, pageEnd } = place(runs, at, at + 1);
        const source = document.pages[page];
        expect(pageEnd - pageStart).toBe(1);
        expect(locate(runs, page, pageStart)).toBe(at);
        expect(Array.from(source === undefined ? '' : pageText(source))[pageStart]).toBe(characters[at]);
        const [part] = linesAt(source?.lines ?? [], pageStart, pageEnd);
        expect(Array.from(source?.lines[part?.line ?? -1]?.text ?? '')[part?.start ?? -1]).toBe(
          characters[at],
        );
        checked++;
      }
    }
  }
  return checked;
}

describe('offsets', () => {
  it('lead from reading text to page and line and back, in print of any characters', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(line, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 3 }),
        (pages) => {
          const document = documentOf(
            pages.map((rows) => rows.map((text, i) => printed(text, { top: 100 + 12 * i }))),
          );
          expect(expectBothWays(document)).toBeGreaterThan(0);
        },
      ),
    );
  });

  it('lead there and back through a byte order mark, CRLF and form feeds', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 1, maxLength: 12 }),
        fc.constantFrom('\r\n', '\n', '\r\n\r\n', '\f'),
        async (rows, end) => {
          const { value } = await read('a.txt', `\ufeff${rows.join(end)}${end}`);
          expect(value === null ? 0 : expectBothWays(value)).toBeGreaterThan(0);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('find a composed accent at the letter that it is composed of', () => {
    const document = documentOf([[printed('economi\u0301a', { top: 100 })]]);
    const [passage] = segment(document, { language: 'es' }).passages;
    expect(passage?.text).toBe('economía');
    const page = passage?.runs[0]?.page;
    if (page === undefined) throw new Error('expected a run, got none');
    expect(locate(passage?.runs ?? [], page, 7)).toBe(6);
    expect(locate(passage?.runs ?? [], page, 8)).toBe(7);
  });
});
