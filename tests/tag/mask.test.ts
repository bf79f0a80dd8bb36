import { describe, expect, it } from 'vitest';
import { applyMasks, type Maskable } from '../../src/tag/mask.ts';

const terms: Readonly<Record<number, Maskable>> = {
  0: { layer: 'frame', blocks: [] },
  1: { layer: 'object', blocks: [] },
  2: { layer: 'actor', blocks: [] },
  3: { layer: 'mask', blocks: ['frame'] },
  4: { layer: 'mask', blocks: ['frame', 'object'] },
};
const none: Maskable = { layer: 'marker', blocks: [] };

function apply(...hits: readonly (readonly [number, number, number])[]) {
  const { open, silenced, masks } = applyMasks(
    hits.map(([start, end, pattern]) => ({ start, end, pattern })),
    10,
    (pattern) => terms[pattern] ?? none,
  );
  const show = (list: typeof open) => list.map(({ start, end, pattern }) => [start, end, pattern]);
  return { open: show(open), silenced: show(silenced), masks: show(masks) };
}

describe('a mask', () => {
  it('silences what lies inside it in the layers that it blocks', () => {
    expect(apply([0, 3, 3], [1, 2, 0], [1, 2, 1], [1, 2, 2])).toEqual({
      open: [
        [1, 2, 1],
        [1, 2, 2],
      ],
      silenced: [[1, 2, 0]],
      masks: [[0, 3, 3]],
    });
    expect(apply([0, 3, 4], [1, 2, 0], [1, 2, 1]).silenced).toEqual([
      [1, 2, 0],
      [1, 2, 1],
    ]);
  });

  it('silences what it touches with one word, be it longer than the mask', () => {
    expect(apply([2, 3, 3], [0, 3, 0], [1, 5, 0], [2, 3, 0]).open).toEqual([]);
  });

  it('leaves alone what stands beside it', () => {
    expect(apply([2, 3, 3], [0, 2, 0], [3, 5, 0]).silenced).toEqual([]);
  });

  it('overlaps with another without disturbing it', () => {
    expect(apply([0, 3, 3], [2, 5, 4], [0, 1, 0], [4, 5, 1])).toEqual({
      open: [],
      silenced: [
        [0, 1, 0],
        [4, 5, 1],
      ],
      masks: [
        [0, 3, 3],
        [2, 5, 4],
      ],
    });
  });
});
