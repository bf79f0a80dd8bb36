import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { markedDocuments, syntheticDocuments, type TruthDocument } from './extraction/documents.ts';
import { readers } from './extraction/readers.ts';
import { measures, type Score, score, total } from './extraction/score.ts';
import { judged, missed, shown, tableOf } from './extraction/table.ts';

/**
 * How true the text is: Titrate, pdftotext and pdf-parse against pages marked by hand. Prints one table and ends
 * with 1 where Titrate misses a bar; with `--pages` also each page by itself.
 * Run: TITRATE_REAL=<folder> node bench/extraction.ts [--pages]
 */
const { values } = parseArgs({ options: { pages: { type: 'boolean', default: false } } });
const real = process.env['TITRATE_REAL'];
if (real === undefined)
  console.log('SKIPPED: real documents: set TITRATE_REAL to the folder that holds them');

const found: { reader: string; page: string; score: Score }[] = [];
const absent = new Set<string>();

async function measure(name: string, bytes: Uint8Array, document: TruthDocument): Promise<void> {
  const truths = await document.truths(bytes);
  for (const [reader, read] of Object.entries(readers)) {
    const pages = await read(
      bytes,
      truths.map(({ page }) => page),
    );
    if (pages === null) absent.add(reader);
    else
      for (const truth of truths)
        found.push({
          reader,
          page: `${name}:${truth.page + 1}`,
          score: score(truth, pages.get(truth.page) ?? []),
        });
  }
}

for (const document of syntheticDocuments())
  await measure(document.name, readFileSync(document.file), document);
for (const document of real === undefined ? [] : markedDocuments()) {
  const file = join(real ?? '', document.file);
  if (!existsSync(file)) {
    console.log(`SKIPPED: ${document.name}: no file ${document.file} in TITRATE_REAL`);
    continue;
  }
  const bytes = readFileSync(file);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (sha256 === document.sha256) await measure(document.name, bytes, document);
  else
    console.log(
      `SKIPPED: ${document.name}: expected sha256 ${document.sha256}, got ${sha256}: another version`,
    );
}
for (const reader of absent)
  console.log(`SKIPPED: ${reader}: it is not on PATH (poppler-utils has pdftotext)`);

const byReader = Map.groupBy(found, ({ reader }) => reader);
const scores = Object.fromEntries(
  [...byReader].map(([reader, all]) => [reader, total(all.map((one) => one.score))]),
);
if (values.pages) {
  const ours = byReader.get('titrate') ?? [];
  console.table(
    Object.fromEntries(
      ours.map(({ page, score: one }) => [
        page,
        Object.fromEntries(measures.map((measure) => [measure, shown(judged[measure](one[measure]))])),
      ]),
    ),
  );
}
console.log(`${new Set(found.map(({ page }) => page)).size} pages`);
console.table(tableOf(scores));
const failed = scores['titrate'] === undefined ? ['no page was read'] : missed(scores['titrate']);
for (const bar of failed) console.log(`FAILED: ${bar}`);
process.exitCode = failed.length > 0 ? 1 : 0;
