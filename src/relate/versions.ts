import { type Bond, distinct } from '../model/same.ts';
import { agreement, mix } from '../stats/minhash.ts';
import type { Read } from './member.ts';
import { stageOf } from './names.ts';
import { signatureSize } from './sketch.ts';

/** Bands of the signature: of 128 places, a pair that shares 0.5 is found with 0.87, 0.7 with 0.9998. */
export const bands = 32;
/** How much of their wording two versions share at least: where one is named a draft or revision, and else. */
export const leastShared = { staged: 0.5, unstaged: 0.7 } as const;
/** Shorter texts are alike by their formulas. */
const fewestShingles = 50;
/** Most documents of one bucket that others are compared with: a corpus of near-copies stays linear. */
const mostCompared = 8;
const rows = signatureSize / bands;

/**
 * Files that share so much of their wording that one could be a draft, a revision or a reprint of the other, by
 * MinHash signatures whose bands fall into one bucket (Indyk and Motwani 1998). Takes members in any order.
 */
export function versions(members: readonly Read[]): readonly Bond[] {
  const able = members
    .filter(({ version_of, sketch }) => version_of !== distinct && sketch.shingles >= fewestShingles)
    .toSorted((a, b) => (a.file < b.file ? -1 : 1));
  const stages = able.map(({ file, title }) => stageOf(file, title));
  const bonds = new Map<string, Bond>();
  for (let band = 0; band < bands; band++) {
    const buckets = new Map<number, number[]>();
    for (const [at, member] of able.entries()) {
      const key = bucketOf(member.wording, band);
      const bucket = buckets.get(key) ?? [];
      buckets.set(key, bucket);
      let isNew = true;
      for (const other of bucket) {
        const similarity = similarityOf(other, at);
        if (similarity === null) continue;
        isNew &&= similarity < 0.95;
      }
      if (isNew && bucket.length < mostCompared) bucket.push(at);
    }
  }
  return [...bonds.values()];

  /** Compares two once, and notes a bond; null where there is none. */
  function similarityOf(one: number, other: number): number | null {
    const [a, b] = [able[one], able[other]];
    if (a === undefined || b === undefined) return null;
    const key = `${one} ${other}`;
    const known = bonds.get(key)?.similarity;
    if (known !== undefined) return known;
    const similarity = agreement(a.wording, b.wording);
    const isStaged = stages[one] !== 1 || stages[other] !== 1;
    if (similarity < (isStaged ? leastShared.staged : leastShared.unstaged)) return null;
    bonds.set(key, { files: [a.file, b.file], relation: 'version', similarity, evidence: ['wording'] });
    return similarity;
  }
}

function bucketOf(wording: Uint32Array, band: number): number {
  let key = band;
  for (let at = band * rows; at < (band + 1) * rows; at++) key = mix(Math.imul(key, 31) ^ (wording[at] ?? 0));
  return key;
}
