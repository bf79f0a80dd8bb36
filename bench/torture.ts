import { isRead, type Ordeal, torture } from '../tests/extract/torture.ts';

/**
 * What becomes of broken, encrypted and unusual PDFs under TITRATE_REAL: read by Titrate, by PDFium alone and by
 * pdf-parse alone, with passwords. Fails where Titrate reads fewer than the better of the two, or a process ends.
 * Run: TITRATE_REAL=<folder> node bench/torture.ts
 */
const real = process.env['TITRATE_REAL'];
if (real === undefined)
  throw new Error('Expected TITRATE_REAL to name the folder with real documents, got nothing');

const all = await torture(real, true);
const shown = (tried: Ordeal['titrate']) =>
  'killed' in tried ? tried.killed : `${tried.characters} ${tried.codes.slice(0, 2).join(' ')}`.trim();
const rows = all.filter(({ titrate, pdfium, 'pdf-parse': parse }) => {
  const came = [titrate, pdfium, parse].map(isRead);
  return came.includes(false);
});
console.log(`${all.length} files; those that not all three read, with visible characters and problems:`);
console.table(
  Object.fromEntries(
    rows.map(({ name, titrate, pdfium, 'pdf-parse': parse }) => [
      name,
      { Titrate: shown(titrate), PDFium: shown(pdfium), 'pdf-parse': shown(parse) },
    ]),
  ),
);
const count = (engine: 'titrate' | 'pdfium' | 'pdf-parse') => all.filter((one) => isRead(one[engine])).length;
const killed = (engine: 'titrate' | 'pdfium' | 'pdf-parse') =>
  all.filter((one) => 'killed' in one[engine]).length;
console.table(
  Object.fromEntries(
    (['titrate', 'pdfium', 'pdf-parse'] as const).map((engine) => [
      engine,
      { 'with text': count(engine), killed: killed(engine) },
    ]),
  ),
);
if (killed('titrate') > 0 || count('titrate') < Math.max(count('pdfium'), count('pdf-parse')))
  process.exit(1);
