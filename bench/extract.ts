import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFParse } from 'pdf-parse';
import { extract } from '../src/extract/extract.ts';
import { sha256 } from '../src/model/units.ts';
import { segment } from '../src/segment/segment.ts';

/**
 * What reading PDFs costs: all policy PDFs and minutes under TITRATE_REAL, by Titrate (extract, and
 * extract with segment), by pdf-parse alone, and by poppler's pdftotext as the native peer.
 * Run: TITRATE_REAL=<folder> node bench/extract.ts
 */
const real = process.env['TITRATE_REAL'];
if (real === undefined)
  throw new Error('Expected TITRATE_REAL to name the folder with real documents, got nothing');

const files = ['policy', 'minutes'].flatMap((part) =>
  readdirSync(join(real, 'data', part), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.pdf'))
    .map((entry) => join(entry.parentPath, entry.name)),
);

async function ours(file: string, cut: boolean): Promise<number> {
  const bytes = readFileSync(file);
  const hash = sha256(createHash('sha256').update(bytes).digest('hex'));
  const { value } = await extract(bytes, { file, hash, characters: 1e9 });
  if (cut && value !== null) segment(value, { language: null });
  return value?.pages.length ?? 0;
}

async function pdfParse(file: string): Promise<number> {
  const parser = new PDFParse({ data: new Uint8Array(readFileSync(file)) });
  const { pages } = await parser.getText();
  await parser.destroy();
  return pages.length;
}

const readers: Record<string, (file: string) => number | Promise<number>> = {
  'pdftotext (peer)': (file) => {
    spawnSync('pdftotext', [file, '/dev/null']);
    return 0;
  },
  extract: (file) => ours(file, false),
  'extract + segment': (file) => ours(file, true),
  'pdf-parse': pdfParse,
};

const rounds = 3;
const times: Record<string, number[]> = {};
let pages = 0;
for (let round = 0; round < rounds; round++) {
  for (const [name, read] of Object.entries(readers)) {
    const start = performance.now();
    let count = 0;
    for (const file of files) count += await read(file);
    times[name] = [...(times[name] ?? []), (performance.now() - start) / 1000];
    if (name === 'extract') pages = count;
  }
}
const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
const peer = median(times['pdftotext (peer)'] ?? []);
console.log(`${files.length} files, ${pages} pages, median of ${rounds} rounds`);
console.table(
  Object.fromEntries(
    Object.entries(times).map(([name, all]) => [
      name,
      { seconds: median(all).toFixed(2), 'speed against peer': (peer / median(all)).toFixed(2) },
    ]),
  ),
);
