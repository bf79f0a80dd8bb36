import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { MarkedDocument, type MarkedPage } from './extraction/truth.ts';

/**
 * Draws what was marked by hand on the pictures of the real pages, so that a person can check it: one SVG a page,
 * with units numbered in reading order, furniture in grey, hyphens as dots (green: taken out, red: kept).
 * Run: TITRATE_REAL=<folder> node bench/marked.ts <folder to write to>
 */
const real = process.env['TITRATE_REAL'];
const [out] = process.argv.slice(2);
if (real === undefined || out === undefined)
  throw new Error(
    'Expected TITRATE_REAL and a folder to write to, got none: `node bench/marked.ts <folder>`',
  );

const colours = ['#0072B2', '#D55E00', '#009E73', '#CC79A7'];

function drawn(page: MarkedPage, picture: Buffer): string {
  // PNG keeps width and height as big-endian numbers at bytes 16 and 20; at 72 dots an inch a dot is a point.
  const [width, height] = [picture.readUInt32BE(16), picture.readUInt32BE(20)];
  const rectangle = ([left, top, right, bottom]: readonly number[], style: string) =>
    `<rect x="${left}" y="${top}" width="${(right ?? 0) - (left ?? 0)}" height="${(bottom ?? 0) - (top ?? 0)}" ${style}/>`;
  const units = page.units.flatMap(({ boxes, kind, optional }, u) => {
    const colour = colours[u % colours.length];
    const dashed = optional === true ? ' stroke-dasharray="3"' : '';
    return boxes.map(
      (box) =>
        `${rectangle(box, `fill="none" stroke="${colour}"${dashed}`)}<text x="${box[0] - 14}" y="${box[1] + 8}" font-size="8" fill="${colour}">${u + 1}${kind.charAt(0)}</text>`,
    );
  });
  const furniture = page.furniture.flatMap(({ boxes }) =>
    boxes.map((box) => rectangle(box, 'fill="grey" fill-opacity="0.4"')),
  );
  const dots = (points: readonly (readonly number[])[], colour: string) =>
    points.map(([x, y]) => `<circle cx="${x}" cy="${y}" r="3" fill="${colour}" fill-opacity="0.6"/>`);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<image href="data:image/png;base64,${picture.toString('base64')}" width="${width}" height="${height}"/>`,
    ...furniture,
    ...units,
    ...dots(page.hyphens.joined, 'green'),
    ...dots(page.hyphens.kept, 'red'),
    '</svg>',
  ].join('\n');
}

mkdirSync(out, { recursive: true });
for (const file of globSync('*.json', { cwd: join(import.meta.dirname, 'extraction/pages') }).sort()) {
  const text = readFileSync(join(import.meta.dirname, 'extraction/pages', file), 'utf8');
  const document = MarkedDocument.parse(JSON.parse(text));
  for (const page of document.pages) {
    const number = String(page.page + 1);
    const { stdout, error } = spawnSync(
      'pdftoppm',
      ['-r', '72', '-png', '-f', number, '-l', number, join(real, document.file)],
      { maxBuffer: 2 ** 28 },
    );
    if (error !== undefined) throw new Error('Expected pdftoppm on PATH, got none: install poppler-utils');
    const name = `${basename(file, '.json')}-${number}.svg`;
    writeFileSync(join(out, name), drawn(page, stdout));
    console.log(join(out, name));
  }
}
