import { existsSync } from 'node:fs';
import { versionOfTesseract } from '../../src/io/ocr/tesseract.ts';

const required = new Set((process.env['TITRATE_REQUIRE'] ?? '').split(',').filter((name) => name !== ''));

/** Says by name what is missing and skipped; fails instead where `TITRATE_REQUIRE` lists it. */
export function missing(name: string, remedy: string): null {
  if (required.has(name)) throw new Error(`TITRATE_REQUIRE lists \`${name}\`, but it is missing: ${remedy}`);
  process.stderr.write(`SKIPPED: tests that need \`${name}\`: ${remedy}\n`);
  return null;
}

/** The folder with real documents, or null where the machine has none. */
export const real: string | null = findReal();

function findReal(): string | null {
  const folder = process.env['TITRATE_REAL'];
  if (folder !== undefined && existsSync(folder)) return folder;
  return missing('real', 'set TITRATE_REAL to the folder with the real documents');
}

/** The version of the system's Tesseract with all languages that it needs, or null where the machine has none. */
export const tesseract: string | null = findTesseract();

function findTesseract(): string | null {
  const found = versionOfTesseract();
  if ('version' in found) return found.version;
  return missing('tesseract', `install tesseract-ocr with the languages eng, por and spa (${found.lacks})`);
}
