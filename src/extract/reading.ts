import type { Line, Page } from '../model/document.ts';
import { pageIndex } from '../model/units.ts';
import { countInked } from '../text/space.ts';
import { clean } from './clean.ts';

/** What one reader made of a file, before it is known as a document. */
export type Reading = {
  /** The engine that read it. */
  readonly reader: string;
  readonly title: string | null;
  readonly pages: readonly Page[];
};

/** The only page of a format without pages, or one more page of a plain text. */
export function unmeasuredPage(index: number, lines: readonly Line[]): Page {
  const source = lines.some(({ text }) => /\S/.test(text)) ? 'text' : 'blank';
  return { index: pageIndex(index), label: null, width: null, height: null, source, lines };
}

/** A line of which only text and role are known. */
export function unplacedLine(text: string, role: Line['role']): Line {
  return { text, box: null, size: null, bold: false, role, level: null, unseen: null, words: null };
}

/** Number of UTF-16 units of these lines that leave a mark on paper; no line more is counted once there are `enough`. */
export function printed(lines: readonly Line[], enough: number = Number.POSITIVE_INFINITY): number {
  let count = 0;
  for (let i = 0; i < lines.length && count < enough; i++) count += countInked(lines[i]?.text ?? '');
  return count;
}

/** True where a page has at least one character that leaves a mark. */
export function hasText(page: Page): boolean {
  return page.lines.some((line) => /\S/.test(line.text));
}

/** A title without line ends and blanks around it, or null where nothing is left. */
export function titleOf(text: string | null | undefined): string | null {
  const title = clean(text ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  return title === '' ? null : title;
}

/** What an unexpected error says, on one line. */
export function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').slice(0, 200);
}
