import { expect } from 'vitest';
import { type Document, pageText } from '../../src/model/document.ts';
import type { Segmentation } from '../../src/model/passage.ts';

/** Characters that a reading text may leave out or write in another way. */
const changeable = /[-‐‑\s\p{Cc}\p{Cf}\p{M}\ufb00-\ufb06\ufffe\uffff]/u;

/** Checks that every passage stands where its runs say, and that no visible character of a page is lost or read twice. */
export function expectWhole(document: Document, { passages, removals }: Segmentation): void {
  const pages = document.pages.map((page) => Array.from(pageText(page)));
  const read = pages.map((page) => page.map(() => 0));
  const mark = (page: number, start: number, end: number) => {
    for (let i = start; i < end; i++) {
      const row = read[page];
      if (row !== undefined) row[i] = (row[i] ?? 0) + 1;
    }
  };
  expect(new Set(passages.map(({ id }) => id)).size).toBe(passages.length);
  passages.forEach((passage, i) => {
    expect(passage.ordinal).toBe(i);
    expect(passage.id.startsWith(`${document.id}-`)).toBe(true);
    expect(passage.text).toBe(passage.text.trim());
    expect(passage.text).not.toMatch(/ {2}|[\n\t\u00ad]/);
    expect(passage.runs.length).toBeGreaterThan(0);
    const text = Array.from(passage.text);
    let end = 0;
    for (const run of passage.runs) {
      expect(run.at).toBeGreaterThanOrEqual(end);
      end = run.at + run.length;
      const onPage = pages[run.page]?.slice(run.start, run.start + run.length).join('');
      expect(text.slice(run.at, end).join('')).toBe(onPage);
      mark(run.page, run.start, run.start + run.length);
    }
    expect(end).toBeLessThanOrEqual(text.length);
  });
  for (const removal of removals) mark(removal.page, removal.start, removal.end);
  const lost: string[] = [];
  pages.forEach((page, p) => {
    page.forEach((char, i) => {
      const times = read[p]?.[i] ?? 0;
      expect(times).toBeLessThanOrEqual(1);
      if (times === 0 && !changeable.test(char) && !/\p{M}/u.test(page[i + 1] ?? '')) lost.push(char);
    });
  });
  expect(lost.join('')).toBe('');
}
