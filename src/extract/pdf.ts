import type { Page } from '../model/document.ts';
import type { Outcome, Problem } from '../model/problem.ts';
import { judge, needsLook, type Signs, type Unread } from './judge.ts';
import { discardPdfium, openWithPdfium, type PdfiumFile } from './pdfium/open.ts';
import { openWithPdfParse, type ParsedFile } from './pdfparse.ts';
import { hasText, printed, type Reading, reasonOf, unmeasuredPage } from './reading.ts';

/** What is known of a PDF before it is opened. */
type PdfSource = {
  readonly file: string;
  /** Most pages that it may have; any number where left out. */
  readonly pages?: number;
  /** Null or left out where nobody gave a password. */
  readonly password?: string | null;
};

/** What PDFium made of a file. */
type First = {
  readonly title: string | null;
  /** Null for a page that it could not read; empty where it could read none. */
  readonly pages: readonly (Page | null)[];
  /** Pages that gave less than half the characters that they draw. */
  readonly thin: ReadonlySet<number>;
  /** What else is known of each page that it could read. */
  readonly signs: ReadonlyMap<number, Signs>;
  /** Why nothing could be read, where that is so. */
  readonly failure: string;
};

/**
 * Reads a PDF with PDFium. A file or page that it cannot open, and a page that gives less than half the
 * characters that it draws, is tried again with pdf-parse, whose lines have no place on the page.
 */
export async function readPdf(bytes: Uint8Array, source: PdfSource): Promise<Outcome<Reading | null>> {
  const { file, password = null, pages: limit = Number.POSITIVE_INFINITY } = source;
  const locked: Problem = { code: password === null ? 'encrypted' : 'password_wrong', file };
  const first = await readFirst(bytes, source);
  if (first === 'encrypted') return { value: null, problems: [locked] };
  if (typeof first === 'number') return tooMany(first);
  const isDoubtful = first.thin.size > 0 || first.pages.length === 0 || first.pages.includes(null);
  if (!isDoubtful) return join(first, null, file);
  const second = await orReason(() => openWithPdfParse(bytes, password));
  if (typeof second !== 'string') {
    if (second.pages > limit) {
      await second.close();
      return tooMany(second.pages);
    }
    const outcome = await join(first, second, file);
    await second.close();
    return outcome;
  }
  if (first.pages.length > 0) return join(first, null, file);
  if (second === 'encrypted') return { value: null, problems: [locked] };
  const detail = `pdfium: ${first.failure}; pdf-parse: ${second}`;
  return { value: null, problems: [{ code: 'damaged', file, detail }] };

  function tooMany(pages: number): Outcome<null> {
    return { value: null, problems: [{ code: 'too_many_pages', file, pages, limit }] };
  }
}

/** What PDFium makes of a file; the number of its pages where it has too many to be read. */
async function readFirst(
  bytes: Uint8Array,
  { password = null, pages = Number.POSITIVE_INFINITY }: PdfSource,
): Promise<First | 'encrypted' | number> {
  const nothing = { title: null, pages: [], thin: new Set<number>(), signs: new Map() };
  const open = await orReason(() => openWithPdfium(bytes, password));
  if (open === 'encrypted') return open;
  if (open === 'unreadable') return { ...nothing, failure: 'cannot open the file' };
  if (typeof open !== 'string') {
    if (open.pages <= pages) return readPages(open);
    open.close();
    return open.pages;
  }
  discardPdfium();
  return { ...nothing, failure: open };
}

function readPages(open: PdfiumFile): First {
  const pages: (Page | null)[] = [];
  const thin = new Set<number>();
  const signs = new Map<number, Signs>();
  let failure = 'no readable page';
  try {
    for (let index = 0; index < open.pages; index++) {
      const read = open.page(index);
      pages.push(read?.page ?? null);
      if (read === null) continue;
      const { promised, page } = read;
      const count = printed(page.lines);
      if (2 * count < promised) thin.add(index);
      const look = needsLook(page.lines, promised) ? open.look(index) : null;
      const inked = look === null || count > 0 || (open.inked(index) ?? true);
      signs.set(index, { promised, look: look === null ? null : { ...look, inked } });
    }
    open.close();
  } catch (error) {
    // An engine that broke down answers nothing more, not even to be closed.
    discardPdfium();
    failure = reasonOf(error);
    while (pages.length < open.pages) pages.push(null);
  }
  const isEmpty = pages.every((page) => page === null);
  return { title: open.title, pages: isEmpty ? [] : pages, thin, signs, failure };
}

/** The first reader's pages, with the second's lines where the first has none or far fewer. */
async function join(first: First, second: ParsedFile | null, file: string): Promise<Outcome<Reading>> {
  const pages: Page[] = [];
  const replaced: number[] = [];
  const problems: Problem[] = [];
  const unread: { readonly page: number; readonly why: Unread }[] = [];
  const total = first.pages.length || (second?.pages ?? 0);
  for (let index = 0; index < total; index++) {
    const page = first.pages[index] ?? null;
    const isSound = page !== null && !first.thin.has(index);
    const again = isSound || second === null ? [] : await orReason(() => second.lines(index));
    const known = page ?? unmeasuredPage(index, []);
    const isFuller = typeof again !== 'string' && printed(again) > 2 * printed(known.lines);
    if (isFuller) replaced.push(index + 1);
    const signs = first.signs.get(index) ?? { promised: 0, look: null };
    const judged = judge(isFuller ? { ...known, lines: again } : known, signs);
    pages.push(judged.page);
    if (page !== null || (second !== null && typeof again !== 'string')) {
      if (judged.why !== null) unread.push({ page: index + 1, why: judged.why });
      continue;
    }
    const detail = typeof again === 'string' ? again : 'PDFium cannot load it';
    problems.push({ code: 'page_unreadable', file, page: index + 1, detail });
  }
  const isFirst = first.pages.length > 0;
  if (replaced.length > 0) {
    const detail = isFirst ? `page ${replaced.join(', ')}` : first.failure;
    problems.push({ code: 'second_reader', file, reader: 'pdf-parse', detail });
  }
  const title = first.title ?? second?.title ?? null;
  const value = { reader: isFirst ? 'pdfium' : 'pdf-parse', title, pages };
  // Where it goes for the whole file, one problem says so.
  if (!pages.some(hasText)) return { value, problems };
  const pictures = unread.map((one): Problem => ({ code: 'page_unread', file, ...one }));
  return { value, problems: [...problems, ...pictures] };
}

async function orReason<T>(read: () => Promise<T>): Promise<T | string> {
  try {
    return await read();
  } catch (error) {
    return reasonOf(error);
  }
}
