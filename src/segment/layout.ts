import type { Document, Line, LineRole } from '../model/document.ts';
import type { Form } from '../model/passage.ts';
import type { PageIndex } from '../model/units.ts';
import { codePointLength } from '../text/codepoints.ts';

/** A line with its place in the raw text of its page; `start` and `end` count code points. */
export type PlacedLine = Line & {
  readonly page: PageIndex;
  readonly start: number;
  readonly end: number;
  /** True for a part of a line that ends with a word broken inside that line. */
  readonly broken: boolean;
};

/** A page as its placed lines, which may be fewer than it has once furniture is taken out. */
export type PlacedPage = {
  readonly index: PageIndex;
  readonly label: string | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly lines: readonly PlacedLine[];
};

/** The lines of one paragraph, heading, list item, table row or footnote. */
export type Block = {
  readonly form: Form;
  readonly footnote: boolean;
  readonly lines: readonly PlacedLine[];
  /** What the source format says; such a block is never merged by geometry. */
  readonly role: LineRole | null;
  /** True where the text before it stands on another page or in another column. */
  readonly afterBreak: boolean;
};

/** Gives every line its place in its page's raw text. */
export function placeLines(document: Document): readonly PlacedPage[] {
  return document.pages.map((page) => {
    let start = 0;
    const lines = page.lines.map((line) => {
      const end = start + codePointLength(line.text);
      const placed = { ...line, page: page.index, start, end, broken: false };
      start = end + 1;
      return placed;
    });
    return { index: page.index, label: page.label, width: page.width, height: page.height, lines };
  });
}

/** Pattern source of what is not seen in print: white space, controls, zero-width characters, U+FFFE of PDF readers. */
export const gap = '[\\s\\p{Cc}\\p{Cf}\\ufffe\\uffff]';

/** Finds the first character that is seen in print. */
export const visible = new RegExp(`(?!${gap}).`, 'u');

/** True for a line without a visible character. */
export function isBlank(line: { readonly text: string }): boolean {
  return !visible.test(line.text);
}
