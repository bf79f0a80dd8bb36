import type { Contest, Contesting } from '../../model/contest.ts';
import type { Found } from '../../model/ports.ts';

/** The line that keeps a contest, with the tag as it is now; null where the passage has no such tag. */
export function contestOf(
  { passage, start, end, term, note, by }: Contesting,
  { tags, lexicon }: Pick<Found, 'tags' | 'lexicon'>,
  at: Date,
): Contest | null {
  const tag = tags.find((one) => one.start === start && one.end === end && one.term === term);
  if (tag === undefined) return null;
  const { surface, category, blocked } = tag;
  const place = { passage, start, end, term };
  return { at: at.toISOString(), act: 'contest', ...place, surface, category, blocked, lexicon, note, by };
}
