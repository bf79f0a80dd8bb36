import fc from 'fast-check';

/** A pattern as a tree; the oracles work on it and never on the written pattern. */
export type Tree =
  | { readonly word: string }
  | { readonly branches: readonly (readonly Tree[])[]; readonly optional: boolean };

/** The written form of a tree. */
export function write(trees: readonly Tree[]): string {
  return trees
    .map((tree) => {
      if ('word' in tree) return tree.word;
      const inside = tree.branches.map(write).join('|');
      return tree.optional ? `[${inside}]` : `(${inside})`;
    })
    .join(' ');
}

/** Pattern words over a small alphabet, so that random patterns meet random texts. */
export const patternWord = fc.constantFrom('a', 'b', 'ab', 'á', 'A', 'aa', 'a*', '*b', '?', 'a?', '*', '?*a');

const { trees } = fc.letrec<{ tree: Tree; trees: Tree[] }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 2 },
    fc.record({ word: patternWord }),
    fc.record({ branches: fc.array(tie('trees'), { minLength: 1, maxLength: 3 }), optional: fc.boolean() }),
  ),
  trees: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }),
}));

/** Patterns as trees, with optional and alternative parts that nest. */
export const patternTrees: fc.Arbitrary<readonly Tree[]> = trees;

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
