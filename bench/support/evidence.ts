import type { Tag } from '../../src/model/tag.ts';
import type { Frame, Gold } from './gold.ts';

/**
 * Whether a passage would still be seen had its own document never been read: by a term that is right in a passage
 * of another document too. What terms see that were met in one document alone counts as unseen, so that this is
 * the least that the lexicon owes to the document at hand.
 */
export function seenByOthers(
  tags: ReadonlyMap<string, readonly Tag[]>,
  gold: readonly Gold[],
  frame: Frame,
  categories: ReadonlySet<string>,
): ReadonlySet<string> {
  const documents = new Map<string, Set<string>>();
  const terms = new Map(
    gold.map(({ id, file, readers }) => {
      const own = (tags.get(id) ?? [])
        .filter(({ blocked, category }) => blocked === null && categories.has(category))
        .map(({ term }) => term);
      if (readers(frame, 1) && readers(frame, 2)) {
        for (const term of own) documents.set(term, (documents.get(term) ?? new Set()).add(file));
      }
      return [id, own] as const;
    }),
  );
  return new Set(
    gold
      .filter(({ id, file }) =>
        (terms.get(id) ?? []).some((term) =>
          [...(documents.get(term) ?? [])].some((other) => other !== file),
        ),
      )
      .map(({ id }) => id),
  );
}
