import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { extract } from '../src/extract/extract.ts';
import { recognise } from '../src/extract/recognise.ts';
import { chooseRecogniser, openRecogniser } from '../src/io/ocr/recogniser.ts';
import { versionOfTesseract } from '../src/io/ocr/tesseract.ts';
import type { Document } from '../src/model/document.ts';
import { sha256 } from '../src/model/units.ts';
import { drawn, madePdf, scanned } from '../tests/support/scan.ts';
import { scoreOf } from '../tests/support/scoring.ts';

/**
 * What OCR costs and how well it reads: pages of real minutes under TITRATE_REAL, drawn at 150, 200 and 300 dots to
 * the inch, laid askew by up to 1.5 degrees and made noisy, read by either engine and held against their text layer.
 * Run: TITRATE_REAL=<folder> node bench/ocr.ts
 */
const real = process.env['TITRATE_REAL'];
if (real === undefined)
  throw new Error('Expected TITRATE_REAL to name the folder with real documents, got nothing');

/** Word error in percent that is allowed at 200 dpi. */
const allowed = 3;
const dpi = 200;
const lanes = availableParallelism();
const skews = [1.5, -1.5, 0.8, -0.4];

async function open(bytes: Uint8Array): Promise<Document> {
  const hash = sha256(createHash('sha256').update(bytes).digest('hex'));
  const { value } = await extract(bytes, { file: 'scan.pdf', hash, characters: 1e9 });
  if (value === null) throw new Error('Expected minutes that can be read, got none');
  return value;
}

const minutes = globSync('data/minutes/plenos-xuli70/pdfActas/*.pdf', { cwd: real }).sort();
const sources = await Promise.all(
  minutes.map(async (path) => {
    const bytes = new Uint8Array(readFileSync(join(real, path)));
    const truth = await open(bytes);
    // The first, a middle and the last but one: letterhead, attendance, running text, tables.
    const places = [0, truth.pages.length >> 1, truth.pages.length - 2];
    return { bytes, truth, places: [...new Set(places)].filter((place) => place >= 0) };
  }),
);
const engines = (['tesseract', 'tesseract.js'] as const).filter(
  (engine) => engine === 'tesseract.js' || 'version' in versionOfTesseract(),
);
const table: Record<string, object> = {};
let isGood = true;
for (const scan of [150, 200, 300]) {
  const documents = [];
  for (const { bytes, truth, places } of sources) {
    const pictures = await drawn(bytes, scan, places);
    const pages = pictures.map((picture, index) => ({
      width: truth.pages[places[index] ?? 0]?.width ?? 595,
      height: truth.pages[places[index] ?? 0]?.height ?? 842,
      picture: scanned(picture, { skew: skews[index % 4] ?? 0, noise: 12, specks: 0.0005 }, index + 1),
    }));
    const pdf = madePdf(pages);
    documents.push({ pdf, document: await open(pdf), truth, places });
  }
  for (const engine of engines) {
    const recogniser = openRecogniser(chooseRecogniser({ engine }), {
      seconds: 300,
      lanes: () => lanes,
      megabytes: 4_096,
    });
    const begun = performance.now();
    const used = process.cpuUsage();
    let [words, errors, pages] = [0, 0, 0];
    const confidences: number[] = [];
    for (const { pdf, document, truth, places } of documents) {
      const settings = { file: 'scan.pdf', engine, languages: ['es'] as const, dpi };
      const { pages: read } = await recognise(pdf, document, recogniser, settings);
      for (const page of read) {
        const score = scoreOf(page, truth, places[page.index] ?? 0);
        words += score.words;
        errors += score.errors;
        pages++;
        confidences.push(...page.lines.flatMap((line) => line.words ?? []).map((word) => word.confidence));
      }
    }
    await recogniser.close();
    const wall = (performance.now() - begun) / 1000;
    const { user, system } = process.cpuUsage(used);
    const error = (100 * errors) / words;
    if (scan === dpi && error >= allowed) isGood = false;
    table[`${engine} ${scan} dpi`] = {
      pages,
      words,
      'word error %': error.toFixed(2),
      's/page': (wall / pages).toFixed(2),
      confidence: (confidences.reduce((sum, one) => sum + one, 0) / confidences.length).toFixed(1),
      // The system's engine works in processes of its own, whose time is not this one's.
      'cores here': ((user + system) / 1e6 / wall).toFixed(2),
    };
  }
}
console.log(`drawn at ${dpi} dpi, ${lanes} pages at a time`);
console.table(table);
if (!isGood) {
  console.error(`Expected a word error below ${allowed} % at ${dpi} dpi, got more`);
  process.exitCode = 1;
}
