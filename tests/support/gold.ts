import { createHash } from 'node:crypto';
import type { Passage, Speaker, Zone } from '../../src/model/passage.ts';

/** Where a zone begins in a real document, by the hash of the first words of the passage that begins it. */
export type Mark = readonly [key: string, zone: Zone, role: Speaker['role'] | null];

/** A real document marked by hand: no words of it, only hashes of how passages begin, and facts. */
export type Gold = {
  /** Path below the folder of real documents, and the hash of its bytes. */
  readonly file: string;
  readonly sha256: string;
  readonly agenda: number;
  readonly date: string | null;
  readonly marks: readonly Mark[];
};

/**
 * The truth for passages as they come: the last mark met, and how many were not met, since their passage begins
 * elsewhere now; the next one that is met takes over.
 */
export function truthOf(passages: readonly Passage[], marks: readonly Mark[]) {
  let next = 0;
  let met = 0;
  const rows = passages.map((passage) => {
    const key = keyOf(passage.text);
    const at = marks.findIndex((mark, index) => index >= next && mark[0] === key);
    if (at >= 0) {
      next = at + 1;
      met += 1;
    }
    const [, zone, role] = marks[next - 1] ?? [null, 'body' as Zone, null];
    return { passage, zone, role };
  });
  return { rows, lost: marks.length - met };
}

/** A hash of the first eight words of a text, which cannot be turned back into them. */
export function keyOf(text: string): string {
  const words = (text.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, 8).join(' ');
  return createHash('sha256').update(words).digest('hex').slice(0, 12);
}

export type Score = { right: number; found: number; true: number };

/** Precision and recall of every zone over some documents, counted in passages; footnotes are left out. */
export function zoneScores(
  pairs: Iterable<{ readonly found: Zone; readonly zone: Zone }>,
): ReadonlyMap<Zone, Score> {
  const scores = new Map<Zone, Score>();
  const of = (zone: Zone): Score => {
    const score = scores.get(zone) ?? { right: 0, found: 0, true: 0 };
    scores.set(zone, score);
    return score;
  };
  for (const { found, zone } of pairs) {
    if (found === 'footnote') continue;
    of(found).found += 1;
    of(zone).true += 1;
    if (found === zone) of(zone).right += 1;
  }
  return scores;
}
