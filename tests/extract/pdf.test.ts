import { afterEach, describe, expect, it, vi } from 'vitest';
import { readPdf } from '../../src/extract/pdf.ts';
import { discardPdfium, openWithPdfium } from '../../src/extract/pdfium/open.ts';
import { openWithPdfParse } from '../../src/extract/pdfparse.ts';
import { unmeasuredPage, unplacedLine } from '../../src/extract/reading.ts';

vi.mock('../../src/extract/pdfium/open.ts');
vi.mock('../../src/extract/pdfparse.ts');
afterEach(() => vi.resetAllMocks());

const line = (text: string) => unplacedLine(text, null);

/** PDFium as it would read these pages: text, what it promises, null for one it cannot load. */
function first(pages: readonly (readonly [text: string, promised: number] | null | Error)[]) {
  vi.mocked(openWithPdfium).mockResolvedValue({
    pages: pages.length,
    title: 'first',
    page: (index) => {
      const page = pages[index];
      if (page instanceof Error) throw page;
      if (page === null || page === undefined) return null;
      const lines = page[0] === '' ? [] : [line(page[0])];
      return { page: { ...unmeasuredPage(index, lines), label: 'i' }, promised: page[1] };
    },
    look: () => ({ pictures: 0, dpi: 0 }),
    inked: () => true,
    picture: () => null,
    close: () => {},
  });
}

/** pdf-parse as it would read these pages: text, or an error for one that is broken. */
function second(pages: readonly (string | Error)[]) {
  const close = vi.fn(async () => {});
  vi.mocked(openWithPdfParse).mockResolvedValue({
    pages: pages.length,
    title: 'second',
    lines: async (index) => {
      const page = pages[index];
      if (page instanceof Error) throw page;
      return page === undefined || page === '' ? [] : [line(page)];
    },
    close,
  });
  return close;
}

async function outcome() {
  const { value, problems } = await readPdf(new Uint8Array(), { file: 'a.pdf' });
  return {
    reader: value?.reader,
    texts: value?.pages.map((page) => page.lines.map((l) => l.text).join()),
    problems,
  };
}

describe('readPdf', () => {
  it('asks pdf-parse for nothing where PDFium reads every page', async () => {
    first([
      ['uno', 3],
      ['dos', 6],
    ]);
    expect(await outcome()).toEqual({ reader: 'pdfium', texts: ['uno', 'dos'], problems: [] });
    expect(openWithPdfParse).not.toHaveBeenCalled();
  });

  it('takes the second reading of pages that are missing or thin, if it is more than twice as full', async () => {
    first([['uno', 3], null, ['ab', 5], ['cd', 5]]);
    const close = second(['x', 'dos', 'abcde', 'cdcd']);
    const read = await outcome();
    expect(read.texts).toEqual(['uno', 'dos', 'abcde', 'cd']);
    expect(read.problems).toEqual([
      { code: 'second_reader', file: 'a.pdf', reader: 'pdf-parse', detail: 'page 2, 3' },
    ]);
    expect(close).toHaveBeenCalledOnce();
  });

  it('keeps what PDFium knows of a page when its text comes from pdf-parse', async () => {
    first([['', 5]]);
    second(['abcde']);
    const { value } = await readPdf(new Uint8Array(), { file: 'a.pdf' });
    expect(value).toMatchObject({ title: 'first', pages: [{ label: 'i', lines: [{ text: 'abcde' }] }] });
  });

  it('reports a page that neither can read and keeps its place', async () => {
    first([['uno', 3], null, ['tres', 4]]);
    second(['', new Error('bad\nstream'), '']);
    const read = await outcome();
    expect(read.texts).toEqual(['uno', '', 'tres']);
    expect(read.problems).toEqual([
      { code: 'page_unreadable', file: 'a.pdf', page: 2, detail: 'bad stream' },
    ]);
  });

  it('reports a page that PDFium cannot load where pdf-parse cannot open the file', async () => {
    first([['uno', 3], null]);
    vi.mocked(openWithPdfParse).mockRejectedValue(new Error('no root'));
    expect((await outcome()).problems).toMatchObject([{ code: 'page_unreadable', page: 2 }]);
  });

  it('reads the rest with pdf-parse when PDFium breaks down, and starts a fresh one for the next file', async () => {
    first([['uno', 3], new Error('memory access out of bounds'), ['tres', 4]]);
    second(['x', 'dos', 'tres']);
    const read = await outcome();
    expect(read.texts).toEqual(['uno', 'dos', 'tres']);
    expect(discardPdfium).toHaveBeenCalledOnce();
  });

  it('reads a whole file with pdf-parse when PDFium breaks down at opening it', async () => {
    vi.mocked(openWithPdfium).mockRejectedValue(new Error('unreachable'));
    second(['uno', 'dos']);
    const read = await outcome();
    expect(read).toMatchObject({ reader: 'pdf-parse', texts: ['uno', 'dos'] });
    expect(read.problems).toMatchObject([{ code: 'second_reader', detail: 'unreachable' }]);
    expect(discardPdfium).toHaveBeenCalledOnce();
  });

  it('says of both readers why a file is damaged', async () => {
    vi.mocked(openWithPdfium).mockResolvedValue('unreadable');
    vi.mocked(openWithPdfParse).mockRejectedValue(new Error('no root'));
    expect((await outcome()).problems).toEqual([
      { code: 'damaged', file: 'a.pdf', detail: 'pdfium: cannot open the file; pdf-parse: no root' },
    ]);
  });

  it('does not take a file of which no page loads for a file without pages', async () => {
    first([null, null]);
    vi.mocked(openWithPdfParse).mockRejectedValue(new Error('no root'));
    expect((await outcome()).problems).toMatchObject([{ code: 'damaged' }]);
  });

  it('reports a password that only pdf-parse notices', async () => {
    vi.mocked(openWithPdfium).mockResolvedValue('unreadable');
    vi.mocked(openWithPdfParse).mockResolvedValue('encrypted');
    expect((await outcome()).problems).toEqual([{ code: 'encrypted', file: 'a.pdf' }]);
  });
});
