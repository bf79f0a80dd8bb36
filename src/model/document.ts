import type { DocumentId, PageIndex } from './units.ts';

/** The formats that `extract` reads, told apart by their bytes. */
export const formats = ['pdf', 'docx', 'odt', 'rtf', 'doc', 'epub', 'html', 'markdown', 'text'] as const;
export type Format = (typeof formats)[number];

/** A rectangle on a page in points (1/72 inch), measured from the upper left corner. */
export type Box = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/**
 * What the source format itself says a line is. `null` on a line means that the format says nothing
 * (PDF, plain text) and `segment` has to decide from place, size and blank lines.
 */
export type LineRole =
  | 'paragraph'
  | 'heading'
  | 'list_item'
  | 'table_row'
  | 'footnote'
  | 'navigation'
  | 'metadata';

/**
 * Why a reader of the printed page does not see a line: drawn invisibly or in the colour of the paper, drawn a
 * second time over itself (fake bold), or outside the page. Such a line stays in the raw text and counts nowhere.
 */
export type Unseen = 'hidden' | 'duplicate' | 'outside';

/** A word that OCR read: its span in the line's text in code points, and how sure the engine is, from 0 to 100. */
export type RecognisedWord = { readonly start: number; readonly end: number; readonly confidence: number };

/** One line as printed (PDF, plain text), or one whole block of a format that marks its blocks. */
export type Line = {
  /** Raw text without a line end; immutable: every offset in the project counts in it. */
  readonly text: string;
  readonly box: Box | null;
  /** Font size in points. */
  readonly size: number | null;
  readonly bold: boolean;
  readonly role: LineRole | null;
  /** Depth of a heading from 1, where the format says it. */
  readonly level: number | null;
  /** Null for a line that a reader sees. */
  readonly unseen: Unseen | null;
  /** Null for text that the file itself holds. */
  readonly words: readonly RecognisedWord[] | null;
};

/**
 * Where the text of a page comes from: the file's own text, OCR of its picture, nowhere because the page is
 * blank, or nowhere although something is printed on it (a scan without OCR, or a text layer that is noise).
 */
export type PageSource = 'text' | 'ocr' | 'blank' | 'unread';

export type Page = {
  readonly index: PageIndex;
  /** The page number as printed or as the PDF labels it; null where there is none. */
  readonly label: string | null;
  /** In points; null for formats without pages. */
  readonly width: number | null;
  readonly height: number | null;
  readonly source: PageSource;
  readonly lines: readonly Line[];
};

/** A source's text as its reader found it. Formats without pages have one page. */
export type Document = {
  readonly id: DocumentId;
  readonly format: Format;
  /** The engine that read it, for example `pdfium` or `pdf-parse`. */
  readonly reader: string;
  readonly title: string | null;
  readonly pages: readonly Page[];
};

/** The raw text of a page, in which offsets count: its lines joined by line feeds. */
export function pageText(page: Page): string {
  return page.lines.map((line) => line.text).join('\n');
}

/** The page as a reader cites it: its printed label, or its place counted from 1. */
export function citedPage(page: { readonly index: number; readonly label: string | null }): string {
  return page.label ?? String(page.index + 1);
}
