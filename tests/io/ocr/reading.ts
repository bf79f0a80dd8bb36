import { expect } from 'vitest';
import { chooseRecogniser, openRecogniser } from '../../../src/io/ocr/recogniser.ts';
import type { Picture, Recogniser, RecogniserName } from '../../../src/model/recognition.ts';
import { drawn, madePdf, scanned } from '../../support/scan.ts';
import { wordErrors, wordsIn } from '../../support/words.ts';

/** Invented minutes in three languages, lines of a page. */
export const minutes = [
  'Acta de la sesión ordinaria del consejo de cooperativas',
  'Se aprueba por unanimidad el programa de economía solidaria',
  'A reunião aprovou o plano de ação para a agricultura familiar',
  'The meeting adopted the programme of work for the region',
];

/** A page with these lines as a scanner gives it. */
export async function scanOf(lines: readonly string[], dpi = 200): Promise<Picture> {
  const shown = lines.map((line, row) => `1 0 0 1 40 ${320 - 24 * row} Tm (${line}) Tj`);
  const content = `BT /F1 12 Tf ${shown.join(' ')} ET`;
  const [page] = await drawn(madePdf([{ width: 420, height: 360, content }]), dpi);
  if (page === undefined) throw new Error('expected a page');
  return scanned(page, { skew: 0.8, noise: 8, specks: 0.0002 });
}

/** Opens the engine as a run would. */
export function open(engine: RecogniserName, seconds = 60): Recogniser {
  const choice = chooseRecogniser({ engine });
  return openRecogniser(choice, { seconds, lanes: () => 2, megabytes: 1024 });
}

/** Reads a page of invented minutes and holds it against what was written. */
export async function expectRead(recogniser: Recogniser, lines: readonly string[]): Promise<void> {
  const seen = await recogniser.read(await scanOf(lines), ['es', 'pt', 'en']);
  const found = wordsIn(seen.map((line) => line.map(({ text }) => text).join(' ')).join('\n'));
  const truth = wordsIn(lines.join('\n'));
  expect(wordErrors(truth, found) / truth.length).toBeLessThan(0.1);
  for (const { confidence, box } of seen.flat()) {
    expect(confidence).toBeGreaterThan(0);
    expect(box.right).toBeLessThanOrEqual(1_170);
  }
}
