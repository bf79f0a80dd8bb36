import { createHash } from 'node:crypto';
import type { SampleStratum } from '../model/coding.ts';
import { silentZones } from '../model/passage.ts';
import type { Found, StudyDatabase } from '../model/ports.ts';
import { unsure } from '../tag/unsure.ts';
import { codesIn, patternOf, sideOf } from '../validate/codes.ts';
import type { StudyInput } from './study.ts';

/** A passage that can be drawn, with what it is drawn by and what the lexicon says of it. */
export type Candidate = Pick<SampleStratum, 'side' | 'pattern' | 'language'> & {
  readonly found: Found;
  readonly codes: ReadonlySet<string>;
};

type Of = Pick<StudyInput, 'file' | 'lexicon'>;

/**
 * The passages of both sides that are in the numbers, in the order of file and place: no lists of names, nothing that
 * OCR was too unsure of. All of them, or those with certain ids.
 */
export function* population(
  { file, lexicon }: Of,
  database: Pick<StudyDatabase, 'passages'>,
  ids?: Parameters<StudyDatabase['passages']>[0],
): Generator<Candidate> {
  const { ocr } = file.settings;
  for (const found of database.passages(ids)) {
    const { passage, tags, voice } = found;
    const side = sideOf(voice, file.contrast);
    if (side === null || silentZones.has(passage.zone)) continue;
    if (ocr.low === 'exclude' && unsure([passage], ocr.confidence).size > 0) continue;
    const codes = codesIn(tags, lexicon.measured, file.object);
    yield { found, side, pattern: patternOf(codes, file), language: passage.language, codes };
  }
}

/** A digest of which documents could be drawn from and how many passages they had. */
export function populationDigest({ file }: Of, database: Pick<StudyDatabase, 'corpus'>): string {
  const hash = createHash('sha256');
  for (const row of database.corpus()) {
    const side = sideOf(row.voice, file.contrast);
    if (side === null || row.status === 'failed') continue;
    hash.update(`${row.document} ${row.passages} ${side}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}
