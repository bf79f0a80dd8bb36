import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extract } from '../../src/extract/extract.ts';
import type { MentionKind } from '../../src/model/mention.ts';
import type { Passage } from '../../src/model/passage.ts';
import { sha256 } from '../../src/model/units.ts';
import { segment } from '../../src/segment/segment.ts';
import { codePointLength } from '../../src/text/codepoints.ts';
import { keyOf } from './gold.ts';
import type { Mark } from './mentions.ts';

/** A passage of a real document marked by reading it: positions and values, no words. */
type Row = {
  /** Path below the folder of real documents, and the hash of its bytes. */
  readonly file: string;
  readonly sha256: string;
  /** Hash of the passage's first words, its place and its length in code points. */
  readonly key: string;
  readonly ordinal: number;
  readonly length: number;
  readonly marks: readonly (readonly [start: number, end: number, kind: MentionKind, values: string])[];
};

/** A real passage with its truth, and whether rules were made with a look at it. */
export type RealMarked = {
  readonly passage: Passage;
  readonly marks: readonly Mark[];
  readonly isSeen: boolean;
};

/** The real passages of `tests/fixtures/gold-mentions.json` under a folder; throws where one is not what was marked. */
export async function realMarked(real: string): Promise<readonly RealMarked[]> {
  const file = join(import.meta.dirname, '..', 'fixtures', 'gold-mentions.json');
  const rows: readonly Row[] = JSON.parse(readFileSync(file, 'utf8'));
  const passages = new Map<string, readonly Passage[]>();
  const found: RealMarked[] = [];
  for (const [i, row] of rows.entries()) {
    const known = passages.get(row.file) ?? (await passagesOf(join(real, row.file), row));
    passages.set(row.file, known);
    const passage = known.find(
      (one) => keyOf(one.text) === row.key && codePointLength(one.text) === row.length,
    );
    if (passage === undefined)
      throw new Error(`Expected passage ${row.ordinal} of ${row.file} as it was marked, got none`);
    const marks = row.marks.map(([start, end, kind, values]) => ({ start, end, kind, values }));
    found.push({ passage, marks, isSeen: i % 2 === 0 });
  }
  return found;
}

async function passagesOf(path: string, row: Row): Promise<readonly Passage[]> {
  const bytes = new Uint8Array(readFileSync(path));
  const hash = sha256(createHash('sha256').update(bytes).digest('hex'));
  if (hash !== row.sha256) throw new Error(`Expected ${row.file} with hash ${row.sha256}, got ${hash}`);
  const settings = { file: row.file, hash, characters: 50_000_000 };
  const { value } = await extract(bytes, settings);
  return value === null ? [] : segment(value, { language: null }).passages;
}
