import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { PDFParse } from 'pdf-parse';
import { extract } from '../../src/extract/extract.ts';
import type { Passage } from '../../src/model/passage.ts';
import { sha256 } from '../../src/model/units.ts';
import { segment } from '../../src/segment/segment.ts';
import { sliceCodePoints } from '../../src/text/codepoints.ts';
import type { ReadPage } from './score.ts';

/** What a reader makes of some pages (from 0) of a PDF; null where it is not installed. */
export type PdfReader = (
  bytes: Uint8Array,
  pages: readonly number[],
) => Promise<ReadonlyMap<number, ReadPage> | null>;

/** Readers by the name under which the table shows them; Titrate first. */
export const readers: Readonly<Record<string, PdfReader>> = {
  titrate: readTitrate,
  pdftotext: readPdftotext,
  'pdf-parse': (bytes, pages) => readPdfParse(bytes, pages, /\n[^\S\n]*\n/u),
  'pdf-parse, a line a paragraph': (bytes, pages) => readPdfParse(bytes, pages, /\n/u),
};

/** Our own passages; they were read with the whole document, as in a run. */
async function readTitrate(
  bytes: Uint8Array,
  pages: readonly number[],
): Promise<ReadonlyMap<number, ReadPage>> {
  const hash = sha256(createHash('sha256').update(bytes).digest('hex'));
  const { value } = await extract(bytes, { file: 'page.pdf', hash, characters: 1e9 });
  const passages = value === null ? [] : segment(value, { language: null }).passages;
  const parts = passages.flatMap(byPage);
  return new Map(pages.map((page) => [page, parts.filter((part) => part.page === page)]));
}

/** A passage cut where its pages change. */
export function byPage({ text, runs }: Pick<Passage, 'text' | 'runs'>): readonly {
  readonly page: number;
  readonly text: string;
  readonly begins: boolean;
}[] {
  const firsts = runs.filter((run, i) => run.page !== runs[i - 1]?.page);
  return firsts.map(({ page, at }, i) => {
    const end = firsts[i + 1]?.at ?? text.length;
    return { page, text: sliceCodePoints(text, i === 0 ? 0 : at, end), begins: i === 0 };
  });
}

async function readPdftotext(
  bytes: Uint8Array,
  pages: readonly number[],
): Promise<ReadonlyMap<number, ReadPage> | null> {
  const { error, stdout } = spawnSync('pdftotext', ['-enc', 'UTF-8', '-', '-'], {
    input: bytes,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (error !== undefined) return null;
  const texts = stdout.split('\f');
  return new Map(pages.map((page) => [page, paragraphsOf(texts[page] ?? '', /\n[^\S\n]*\n/u)]));
}

async function readPdfParse(
  bytes: Uint8Array,
  pages: readonly number[],
  parting: RegExp,
): Promise<ReadonlyMap<number, ReadPage>> {
  const parser = new PDFParse({ data: bytes.slice() });
  const result = await parser.getText({ partial: pages.map((page) => page + 1) });
  await parser.destroy();
  return new Map(result.pages.map(({ num, text }) => [num - 1, paragraphsOf(text, parting)]));
}

function paragraphsOf(text: string, parting: RegExp): ReadPage {
  return text.split(parting).map((paragraph) => ({ text: paragraph, begins: true }));
}
