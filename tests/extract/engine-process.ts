import { readFileSync } from 'node:fs';
import { openWithPdfium } from '../../src/extract/pdfium/open.ts';
import { openWithPdfParse } from '../../src/extract/pdfparse.ts';
import { pagesToRecognise, recognise } from '../../src/extract/recognise.ts';
import { openRecogniser } from '../../src/io/ocr/recogniser.ts';
import { versionOfTesseractJs } from '../../src/io/ocr/tesseractjs.ts';
import type { Document, Page } from '../../src/model/document.ts';
import type { QueuedJob } from '../../src/model/queue.ts';
import type { Request } from '../../src/queue/child.ts';
import { codes, lines, read } from './make.ts';

/** A file to be read by this program, or by one of its engines alone. */
export type Trial = QueuedJob & {
  readonly path: string;
  readonly engine: (typeof engines)[number];
  readonly password: string | null;
};

export const engines = ['titrate', 'pdfium', 'pdf-parse'] as const;

/** How many visible characters came of it, and what was wrong. */
export type Tried = { readonly characters: number; readonly codes: readonly string[] };

async function tried({ path, engine, password }: Trial): Promise<Tried> {
  const bytes = new Uint8Array(readFileSync(path));
  if (engine === 'titrate') {
    const outcome = await read(path, bytes, { password, characters: 50_000_000 });
    const pages = outcome.value === null ? [] : await scanned(bytes, outcome.value, password);
    const seen = pages.flatMap((page) => page.lines);
    return { characters: visible([...lines(outcome), ...seen]), codes: codes(outcome) };
  }
  if (engine === 'pdfium') {
    const file = await openWithPdfium(bytes, password);
    if (typeof file === 'string') return { characters: 0, codes: [file] };
    const pages = Array.from({ length: file.pages }, (_, index) => file.page(index)?.page.lines ?? []);
    return { characters: visible(pages.flat()), codes: [] };
  }
  const file = await openWithPdfParse(bytes, password);
  if (file === 'encrypted') return { characters: 0, codes: [file] };
  let characters = 0;
  for (let index = 0; index < file.pages; index++) {
    characters += visible(await file.lines(index).catch(() => []));
  }
  return { characters, codes: [] };
}

/** Pages whose text is a picture, or noise that other engines take for text, as the next step of the pipeline reads them. */
async function scanned(
  bytes: Uint8Array,
  document: Document,
  password: string | null,
): Promise<readonly Page[]> {
  if (pagesToRecognise(document).length === 0) return [];
  const engine = 'tesseract.js';
  const settings = { seconds: 60, megabytes: 1024, lanes: () => 1 };
  const recogniser = openRecogniser({ engine, version: versionOfTesseractJs() }, settings);
  const languages = ['en', 'es', 'pt'] as const;
  try {
    const how = { file: 'a.pdf', password, engine, languages, dpi: 200 };
    return (await recognise(bytes, document, recogniser, how)).pages;
  } finally {
    await recogniser.close();
  }
}

function visible(all: readonly { readonly text: string }[]): number {
  return all.reduce((sum, { text }) => sum + text.replace(/\s+/g, '').length, 0);
}

process.on('message', async (request: Request) => {
  if (request.kind !== 'job') return process.send?.({ kind: 'ready' });
  try {
    return process.send?.({ kind: 'done', result: await tried(request.job as Trial) });
  } catch (error) {
    const result: Tried = { characters: 0, codes: [`threw ${String(error).slice(0, 60)}`] };
    return process.send?.({ kind: 'done', result });
  }
});
process.on('disconnect', () => process.exit());
