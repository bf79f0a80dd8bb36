import { execFileSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import PDFDocument from 'pdfkit';
import { extract } from '../src/extract/extract.ts';
import { openWithPdfium } from '../src/extract/pdfium/open.ts';
import type { Page } from '../src/model/document.ts';
import { sha256 } from '../src/model/units.ts';
import { atEnd } from './support/tidy.ts';

/**
 * Resident memory over a PDF of 5,000 pages: of the reader when its pages are let go, of the reader when they are kept,
 * as a document keeps them, and of the whole of extract. Fails where the reader goes on growing, or where a page costs
 * much more than its text.
 * Run: node bench/memory.ts
 */
const pages = 5_000;
const step = 500;
/** Growth allowed: of the reader over the second half of the pages in MB, and of a page that is kept in KB. */
const allowed = { reader: 25, page: 60 };

const [mode, path] = process.argv.slice(2);
if (mode !== undefined && path !== undefined) await measure(mode, path);
else await compare();

async function measure(what: string, file: string): Promise<void> {
  const rss: number[] = [];
  const note = () => {
    globalThis.gc?.();
    rss.push(Math.round(process.memoryUsage().rss / 1e6));
  };
  const bytes = readFileSync(file);
  if (what === 'extract') {
    const { value } = await extract(bytes, { file, hash: sha256('0'.repeat(64)), characters: 1e9, pages });
    if (value?.pages.length !== pages) throw new Error(`Expected ${pages} pages, got ${value?.pages.length}`);
    note();
  } else {
    const open = await openWithPdfium(bytes);
    if (typeof open === 'string') throw new Error(`Expected a PDF, got one that is ${open}`);
    const kept: (Page | undefined)[] = [];
    for (let index = 0; index < open.pages; index++) {
      const page = open.page(index)?.page;
      if (what === 'kept') kept.push(page);
      if ((index + 1) % step === 0) note();
    }
    open.close();
  }
  process.stdout.write(JSON.stringify(rss));
}

async function compare(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'titrate-memory-'));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'long.pdf');
  await write(file);
  const of = (what: string): readonly number[] => {
    const args = ['--expose-gc', import.meta.filename, what, file];
    return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
  };
  const [letGo, kept, whole] = [of('let go'), of('kept'), of('extract')];
  console.log(`resident memory in MB over ${pages} pages of ${readFileSync(file).length} bytes`);
  console.table(
    Object.fromEntries(
      letGo.map((value, index) => [(index + 1) * step, { 'pages let go': value, 'pages kept': kept[index] }]),
    ),
  );
  console.log(`after extract: ${whole[0]} MB`);
  const growth = (rss: readonly number[]) => (rss.at(-1) ?? 0) - (rss[0] ?? 0);
  const perPage = (1000 * growth(kept)) / (pages - step);
  console.log(
    `reader ${growth(letGo)} MB from page ${step} to ${pages}; a page kept ${perPage.toFixed(1)} KB`,
  );
  if (growth(letGo) > allowed.reader || perPage > allowed.page) process.exitCode = 1;
}

async function write(file: string): Promise<void> {
  const document = new PDFDocument({ size: 'A4', margin: 50, autoFirstPage: false });
  const out = createWriteStream(file);
  document.pipe(out);
  for (let page = 1; page <= pages; page++) {
    document.addPage().fontSize(10);
    for (let line = 1; line <= 40; line++) {
      document.text(`${page}.${line} Las cooperativas de la región aprobaron el acta de la sesión anterior.`);
    }
  }
  document.end();
  await finished(out);
}
