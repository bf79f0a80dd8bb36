import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recognise } from '../../src/extract/recognise.ts';
import { chooseRecogniser, openRecogniser } from '../../src/io/ocr/recogniser.ts';
import type { Document } from '../../src/model/document.ts';
import { real, tesseract } from '../support/requires.ts';
import { drawn, madePdf, scanned } from '../support/scan.ts';
import { scoreOf } from '../support/scoring.ts';
import { read } from './make.ts';

const folder = join(real ?? '', 'data');

async function open(bytes: Uint8Array): Promise<Document> {
  const { value } = await read('scan.pdf', bytes);
  if (value === null) throw new Error('expected a PDF that can be read');
  return value;
}

/** Pages of each of three real minutes, and how askew they are laid. */
const laid: readonly (readonly [minutes: string, pages: readonly number[], skew: number])[] = [
  ['*0001*', [0, 1], 1.5],
  ['*0002*', [2, 4], -1.5],
  ['*0003*', [0, 1], 0.7],
];

describe.skipIf(real === null)('pages of real documents', () => {
  it('are never taken for noise, nor for pictures where they have text', { timeout: 240_000 }, async () => {
    const unread: string[] = [];
    const pages = { text: 0, ocr: 0, blank: 0, unread: 0 };
    for (const path of globSync('{minutes,policy}/**/*.pdf', { cwd: folder }).sort()) {
      const document = await open(new Uint8Array(readFileSync(join(folder, path))));
      for (const { source, index, lines } of document.pages) {
        pages[source]++;
        if (source === 'unread') unread.push(`${path.replace(/.*\//, '')} ${index + 1}: ${lines.length}`);
      }
    }
    // A cover that is one picture, and a back cover drawn without text.
    expect(unread).toEqual(['CF88.pdf 286: 0', 'Plan-de-Gobierno-Keiko.pdf 1: 0']);
    expect(pages).toEqual({ text: 497, ocr: 0, blank: 6, unread: 2 });
  });

  it('are found unread where their letters stand for others or nothing', { timeout: 120_000 }, async () => {
    const unread: string[] = [];
    for (const path of globSync('torture/**/*.pdf', { cwd: folder }).sort()) {
      const { value } = await read(path, new Uint8Array(readFileSync(join(folder, path))));
      if (value?.pages.some(({ source }) => source === 'unread')) unread.push(path.replace(/.*\//, ''));
    }
    for (const known of ['issue19802.pdf', 'scan-bad.pdf', 'issue-203-decimalize.pdf'])
      expect(unread).toContain(known);
    // Few of the hard files are, and none because its language is another one.
    expect(unread).not.toContain('GeoTopo-komprimiert.pdf');
    expect(unread.length).toBeLessThan(20);
  });

  it.each([
    ['tesseract.js', true],
    ['tesseract', tesseract !== null],
  ] as const)(
    'are read by %s from scans at 200 dpi with less than 3 words of 100 wrong',
    { timeout: 900_000 },
    async (engine, isHere) => {
      if (!isHere) return;
      const recogniser = openRecogniser(chooseRecogniser({ engine }), {
        seconds: 300,
        lanes: () => 2,
        megabytes: 2_048,
      });
      let [words, errors] = [0, 0];
      try {
        for (const [minutes, places, skew] of laid) {
          const [path = ''] = globSync(`minutes/plenos-xuli70/pdfActas/${minutes}.pdf`, { cwd: folder });
          const bytes = new Uint8Array(readFileSync(join(folder, path)));
          const truth = await open(bytes);
          const pictures = await drawn(bytes, 200, places);
          const pages = pictures.map((picture, index) => ({
            width: 595.3,
            height: 841.9,
            picture: scanned(picture, { skew, noise: 12, specks: 0.0005 }, index + 1),
          }));
          const pdf = madePdf(pages);
          const settings = { file: 'scan.pdf', engine, languages: ['es'] as const, dpi: 200 };
          const { pages: found } = await recognise(pdf, await open(pdf), recogniser, settings);
          expect(found).toHaveLength(places.length);
          for (const page of found) {
            const score = scoreOf(page, truth, places[page.index] ?? 0);
            words += score.words;
            errors += score.errors;
          }
        }
      } finally {
        await recogniser.close();
      }
      expect(words).toBeGreaterThan(1_500);
      expect(errors / words).toBeLessThan(0.03);
    },
  );
});
