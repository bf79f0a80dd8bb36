import { type Pattern, type SideName, sides } from '../model/coding.ts';
import type { MeasuredCategory } from '../model/lexicon.ts';
import type { StudyFile } from '../model/study.ts';
import type { Tag } from '../model/tag.ts';

/**
 * The codes that count in a passage by its tags: those of all its tags that count where one of them is of the object,
 * none otherwise. The same presence that totals count.
 */
export function codesIn(
  tags: readonly Tag[],
  measured: readonly MeasuredCategory[],
  object: string,
): ReadonlySet<string> {
  const named = new Set(tags.flatMap(({ blocked, category }) => (blocked === null ? [category] : [])));
  const codes = measured.filter(({ categories }) => categories.some((one) => named.has(one)));
  const found = new Set(codes.map(({ code }) => code));
  return found.has(object) ? found : new Set();
}

/** How the codes of a passage stand to the two poles. */
export function patternOf(
  codes: ReadonlySet<string>,
  { poles, object }: Pick<StudyFile, 'poles' | 'object'>,
): Pattern {
  if (!codes.has(object)) return 'neither';
  const [claimed, diluted] = [codes.has(poles.claimed), codes.has(poles.diluted)];
  if (claimed && diluted) return 'both';
  return claimed ? 'claimed' : diluted ? 'diluted' : 'anchor';
}

/** The side of the contrast that a voice is on; null for voices that are not compared. */
export function sideOf(voice: string | null, contrast: StudyFile['contrast']): SideName | null {
  return sides.find((side) => voice !== null && contrast[side].includes(voice)) ?? null;
}
