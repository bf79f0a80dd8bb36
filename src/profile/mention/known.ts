import { plain } from '../../text/fold.ts';
import { knownBodies, knownProgrammes } from './rules/known.ts';
import type { Sight, Word } from './sight.ts';

/** A name known by its words alone: its kind and the index of its last word. */
export type Known = { readonly kind: 'body' | 'programme'; readonly last: number };

type Entry = { readonly words: readonly string[]; readonly kind: Known['kind'] };

const byFirst: ReadonlyMap<string, readonly Entry[]> = Map.groupBy(
  [...entries(knownProgrammes, 'programme'), ...entries(knownBodies, 'body')].sort(
    (a, b) => b.words.length - a.words.length,
  ),
  ({ words }) => words[0] ?? '',
);

function entries(names: readonly string[], kind: Known['kind']): readonly Entry[] {
  return names.map((name) => ({ kind, words: name.split(' ').map(plain) }));
}

/** The longest known name that begins with a word, which has a capital as its last has; null where none does. */
export function knownAt({ text, words }: Sight, at: number): Known | null {
  const first = words[at];
  if (first?.capital !== true) return null;
  for (const { words: own, kind } of byFirst.get(first.folded) ?? []) {
    const last = at + own.length - 1;
    if (words[last]?.capital !== true) continue;
    const isThere = own.every((word, i) => {
      const [before, here] = [words[at + i - 1], words[at + i] as Word];
      // `Minha Casa, Minha Vida` is one name.
      return (
        here.folded === word && (i === 0 || /^,?\s{1,2}$/u.test(text.slice(before?.end ?? 0, here.start)))
      );
    });
    if (isThere) return { kind, last };
  }
  return null;
}
