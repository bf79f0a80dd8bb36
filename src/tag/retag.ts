import type { Passage } from '../model/passage.ts';
import type { Tag } from '../model/tag.ts';
import type { PassageId } from '../model/units.ts';
import type { Matcher } from './compile.ts';
import { tag } from './tag.ts';

/**
 * The same as `tag` where `known` are tags of the same passages that hold for all of them but those whose ordinals are
 * in `touched`: only these are looked at. They were made with the same cues of polarity and voice.
 */
export function retag(
  passages: readonly Passage[],
  matcher: Matcher,
  { known, touched }: { readonly known: readonly Tag[]; readonly touched: ReadonlySet<number> },
  unsure: ReadonlySet<PassageId> = new Set(),
): readonly Tag[] {
  const isTouched = ({ ordinal }: Passage): boolean => touched.has(ordinal);
  const old = Map.groupBy(known, ({ passage }) => passage);
  const anew = Map.groupBy(tag(passages.filter(isTouched), matcher, unsure, old), ({ passage }) => passage);
  return passages
    .toSorted((a, b) => a.ordinal - b.ordinal)
    .flatMap((passage) => (isTouched(passage) ? anew : old).get(passage.id) ?? []);
}
