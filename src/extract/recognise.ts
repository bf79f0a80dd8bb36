import type { Document, Line, Page } from '../model/document.ts';
import type { LexiconLanguage } from '../model/passage.ts';
import type { Problem } from '../model/problem.ts';
import { type Recogniser, RecognitionTimeout, type SeenWord } from '../model/recognition.ts';
import { ranges } from '../text/ranges.ts';
import { inLanes } from './lanes.ts';
import { discardPdfium, openWithPdfium, type PdfiumFile } from './pdfium/open.ts';
import { hasText, reasonOf } from './reading.ts';
import { linesOfSeen } from './seen.ts';

/** Pixels of a page at most: an A4 page at 300 dots to the inch. */
const mostPixels = 9_000_000;

/** What reading the pictures of a document came to: the pages that were read, in place of those before. */
export type Recognition = { readonly pages: readonly Page[]; readonly problems: readonly Problem[] };

/** How pictures are read. */
export type RecogniseSettings = {
  readonly file: string;
  /** Null or left out where nobody gave a password. */
  readonly password?: string | null;
  readonly engine: string;
  readonly languages: readonly LexiconLanguage[];
  /** Pixels to the inch that a page is drawn with. */
  readonly dpi: number;
};

/** The pages of a document on which something is printed that no text tells of. */
export function pagesToRecognise(document: Document): readonly Page[] {
  return document.format === 'pdf' ? document.pages.filter(({ source }) => source === 'unread') : [];
}

/**
 * Reads the unread pages of a PDF from their pictures, as many at a time as the recogniser takes. Words that the file
 * itself has beside a scan stay and are not read again. A page that fails is a problem of its own; throws where a
 * page takes too long.
 */
export async function recognise(
  bytes: Uint8Array,
  document: Document,
  recogniser: Recogniser,
  { file, password = null, engine, languages, dpi }: RecogniseSettings,
): Promise<Recognition> {
  const unread = pagesToRecognise(document);
  const pages: Page[] = [];
  const failed: Problem[] = [];
  const open = await openWithPdfium(bytes, password);
  if (typeof open === 'string') {
    const detail = `PDFium cannot open the file: ${open}`;
    return { pages, problems: unread.map(({ index }) => failure(index, detail)) };
  }
  try {
    await inLanes(
      unread,
      () => recogniser.lanes(),
      async (page) => {
        try {
          pages.push(await readPage(open, page));
        } catch (error) {
          if (error instanceof RecognitionTimeout) throw error;
          failed.push(failure(page.index, reasonOf(error)));
        }
      },
    );
  } finally {
    closeQuietly(open);
  }
  pages.sort((a, b) => a.index - b.index);
  failed.sort((a, b) => pageOf(a) - pageOf(b));
  const read: Problem[] =
    pages.length === 0
      ? []
      : [
          {
            code: 'pages_recognised',
            file,
            pages: ranges(pages.map(({ index }) => index + 1)).join(', '),
            engine,
            confidence: confidenceOf(pages),
          },
        ];
  return { pages, problems: [...read, ...failed] };

  async function readPage(from: PdfiumFile, page: Page): Promise<Page> {
    const scanned = from.look(page.index)?.dpi ?? 0;
    // Twice the dots that a scan should have: its page is smaller than the paper was.
    const picture = from.picture(page.index, scanned > 2 * dpi ? scanned : dpi, mostPixels);
    if (picture === null) throw new Error('PDFium cannot draw it');
    const seen = await recogniser.read(picture, languages);
    const toPoints = 72 / picture.dpi;
    // What the file draws itself lies level on a scan that lies askew: words are compared as they were seen.
    const fresh = seen.map((line) =>
      line.filter((word) => !page.lines.some((own) => covers(own, word, toPoints))),
    );
    return { ...page, source: 'ocr', lines: [...page.lines, ...linesOfSeen(fresh, picture)] };
  }

  function failure(index: number, detail: string): Problem {
    return { code: 'ocr_failed', file, page: index + 1, detail };
  }
}

/** A document with its unread pages as they were recognised. */
export function withRecognised(document: Document, { pages }: Recognition): Document {
  const read = new Map(pages.map((page) => [page.index, page]));
  return { ...document, pages: document.pages.map((page) => read.get(page.index) ?? page) };
}

/** The problems of a document once its unread pages were recognised, in place of those that said they were not. */
export function problemsAfter(
  document: Document,
  before: readonly Problem[],
  { problems }: Recognition,
  file: string,
): readonly Problem[] {
  const kept = before.filter(({ code }) => code !== 'page_unread' && code !== 'no_text');
  return [
    ...kept,
    ...problems,
    ...(document.pages.some(hasText) ? [] : [{ code: 'no_text' as const, file }]),
  ];
}

/** True where the middle of a word that was seen lies in the box of a line that the file has itself. */
function covers({ box }: Line, { box: seen }: SeenWord, toPoints: number): boolean {
  if (box === null) return false;
  const x = ((seen.left + seen.right) / 2) * toPoints;
  const y = ((seen.top + seen.bottom) / 2) * toPoints;
  return box.left - 1 <= x && x <= box.right + 1 && box.top - 1 <= y && y <= box.bottom + 1;
}

function confidenceOf(pages: readonly Page[]): number | null {
  const words = pages.flatMap(({ lines }) => lines.flatMap((line) => line.words ?? []));
  if (words.length === 0) return null;
  const mean = words.reduce((sum, { confidence }) => sum + confidence, 0) / words.length;
  return Math.round(mean * 10) / 10;
}

function pageOf(problem: Problem): number {
  return problem.code === 'ocr_failed' ? problem.page : 0;
}

function closeQuietly(open: PdfiumFile): void {
  try {
    open.close();
  } catch {
    // An engine that broke down answers nothing more, not even to be closed.
    discardPdfium();
  }
}
