import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align } from '../../../bench/extraction/align.ts';

const words = (text: string) => text.split(' ');
const few = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 25 });

/** How many words two texts share, counted as bags. */
function shared(one: readonly string[], other: readonly string[]): number {
  return [...new Set(one)].reduce(
    (sum, word) =>
      sum + Math.min(one.filter((w) => w === word).length, other.filter((w) => w === word).length),
    0,
  );
}

describe('align', () => {
  it('finds blocks that have changed places', () => {
    expect(align(words('one two three four five six'), words('four five six one two three'))).toEqual([
      3, 4, 5, 0, 1, 2,
    ]);
  });

  it('leaves out what the truth has not', () => {
    expect(align(words('one two three'), words('one stray two three stray'))).toEqual([0, -1, 1, 2, -1]);
  });

  it('takes of equal runs the one that fits its neighbours', () => {
    const truth = words('the cat sat here the dog ran there the end');
    expect(align(truth, words('the dog ran there the end'))).toEqual([4, 5, 6, 7, 8, 9]);
    expect(align(words('x chapter y z q chapter'), words('x y z chapter'))).toEqual([0, 2, 3, 5]);
  });

  it('has an answer for nothing', () => {
    expect(align([], words('one'))).toEqual([-1]);
    expect(align(words('one'), [])).toEqual([]);
  });

  it('matches equal words only, each once, and as many as the two texts share', () => {
    fc.assert(
      fc.property(few, few, (truth, found) => {
        const aligned = align(truth, found);
        const pairs = aligned.map((i, j) => [i, j] as const).filter(([i]) => i >= 0);
        expect(aligned).toHaveLength(found.length);
        expect(new Set(pairs.map(([i]) => i)).size).toBe(pairs.length);
        for (const [i, j] of pairs) expect(truth[i]).toBe(found[j]);
        expect(pairs).toHaveLength(shared(truth, found));
      }),
    );
  });

  it('finds every word again where blocks of different words are shuffled', () => {
    const blocks = fc
      .array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 8 })
      .map((lengths) => lengths.map((length, b) => Array.from({ length }, (_, w) => `${b}.${w}`)));
    const shuffled = blocks.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([inOrder, moved]) => {
        const truth = inOrder.flat();
        const found = moved.flat();
        expect(align(truth, found).map((i) => truth[i])).toEqual(found);
      }),
    );
  });
});
