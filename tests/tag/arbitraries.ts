import fc from 'fast-check';

/** A pattern as a tree; the oracles work on it and never on the written pattern. */
export type Tree =
  | { readonly word: string }
  | { readonly gap: number }
  | { readonly branches: readonly (readonly Tree[])[]; readonly optional: boolean };

/** The written form of a tree. */
export function write(trees: readonly Tree[]): string {
  return trees
    .map((tree) => {
      if ('word' in tree) return tree.word;
      if ('gap' in tree) return `~${tree.gap}`;
      const inside = tree.branches.map(write).join('|');
      return tree.optional ? `[${inside}]` : `(${inside})`;
    })
    .join(' ');
}

/** Pattern words over a small alphabet, so that random patterns meet random texts. */
export const patternWord = fc.constantFrom(
  ...['a', 'b', 'ab', 'á', 'A', 'aa', 'a*', '*b', '?', 'a?', '*', '?*a'],
  ...['ab~', 'á~', '/a+b?/', '/[^a]|á./'],
);

/** A stemmer for tests: it takes off the last letter of two or more. */
export const stemOf = (word: string): string =>
  /^.{2}/u.test(word) ? [...word].slice(0, -1).join('') : word;

const { trees } = fc.letrec<{ tree: Tree; trees: Tree[] }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 2 },
    fc.record({ word: patternWord }),
    fc.record({ gap: fc.integer({ min: 1, max: 3 }) }),
    fc.record({ branches: fc.array(tie('trees'), { minLength: 1, maxLength: 3 }), optional: fc.boolean() }),
  ),
  trees: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }),
}));

/** Patterns as trees, with optional and alternative parts that nest, and with gaps between words. */
export const patternTrees: fc.Arbitrary<readonly Tree[]> = trees
  .map(withoutEdgeGaps)
  .filter((made) => made.length > 0);

/** Takes out gaps that stand first or last, which patterns refuse, and what is left empty by that. */
function withoutEdgeGaps(made: readonly Tree[]): readonly Tree[] {
  const kept = made.flatMap((tree): readonly Tree[] => {
    if (!('branches' in tree)) return [tree];
    const branches = tree.branches.map(withoutEdgeGaps).filter((branch) => branch.length > 0);
    return branches.length === 0 ? [] : [{ ...tree, branches }];
  });
  const first = kept.findIndex((tree) => !('gap' in tree));
  const last = kept.findLastIndex((tree) => !('gap' in tree));
  return first < 0 ? [] : kept.slice(first, last + 1);
}

/** A text as words with what stands before each: `crossable` says whether a phrase may pass there. */
export const writtenText = fc.array(
  fc.record({
    word: fc.constantFrom('a', 'b', 'ab', 'á', 'a\u0301', 'A', 'B', 'aa', 'ba', 'Ab', '𐐨', 'aab'),
    gap: fc.constantFrom(
      { text: ' ', crossable: true },
      { text: '  ', crossable: true },
      { text: '-', crossable: true },
      { text: ' «', crossable: true },
      { text: ', ', crossable: false },
      { text: '. ', crossable: false },
      { text: ' — ', crossable: false },
      { text: ' 😀 ', crossable: false },
    ),
  }),
  { maxLength: 14 },
);
