import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { ManifestRow } from '../../src/model/study.ts';

/** The project's root and its bundled corpus. */
export const root = fileURLToPath(new URL('../..', import.meta.url));
export const corpus = fileURLToPath(new URL('../../corpus/', import.meta.url));

const Truth = z.strictObject({
  file: z.string(),
  passage: z.coerce.number(),
  language: z.enum(['es', 'pt', 'en']),
  object: z.enum(['0', '1']),
  frames: z.string(),
  expressed: z.enum(['term', 'paraphrase', 'none']),
  decoy: z.enum(['0', '1']),
  named: z.string(),
  start: z.string(),
});
export type Truth = z.infer<typeof Truth>;

/** All rows of `truth.csv`. */
export function readTruth(): readonly Truth[] {
  return z.array(Truth).parse(parse(readFileSync(`${corpus}truth.csv`), { columns: true }));
}

/** All rows of `manifest.csv`. */
export function readManifest(): readonly ManifestRow[] {
  return z.array(ManifestRow).parse(parse(readFileSync(`${corpus}manifest.csv`), { columns: true }));
}

export function voiceOf(file: string): string {
  return file.split('/')[1] ?? '';
}

export function institutionOf(file: string): string {
  return file.split('/')[2] ?? '';
}
