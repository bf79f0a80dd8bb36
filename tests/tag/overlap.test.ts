import { describe, expect, it } from 'vitest';
import { keepLongest } from '../../src/tag/overlap.ts';

/** Hits as `start-end:pattern`; the group is the pattern's first digit. */
function keep(...hits: readonly string[]): readonly string[] {
  const parsed = hits.map((hit) => {
    const [start = 0, end = 0, pattern = 0] = hit.split(/[-:]/).map(Number);
    return { start, end, pattern };
  });
  return keepLongest(parsed, 10, (pattern) => Math.floor(pattern / 10)).map(
    ({ start, end, pattern }) => `${start}-${end}:${pattern}`,
  );
}

describe('overlapping hits', () => {
  it.each([
    ['the longest goes first', ['0-1:10', '0-3:11', '2-3:12'], ['0-3:11']],
    ['even where it begins later', ['0-2:10', '1-4:11'], ['1-4:11']],
    ['of equal length the left one', ['1-3:10', '0-2:11'], ['0-2:11']],
    ['of equal place the first pattern', ['0-2:12', '0-2:11'], ['0-2:11']],
    ['a dropped hit frees nothing it touched', ['0-2:10', '1-4:11', '3-5:12'], ['1-4:11']],
    ['hits side by side stand', ['0-2:10', '2-4:10'], ['0-2:10', '2-4:10']],
    ['groups do not disturb each other', ['0-3:10', '1-2:20'], ['0-3:10', '1-2:20']],
    ['the same hit twice counts once', ['0-2:10', '0-2:10'], ['0-2:10']],
    ['none stay none', [], []],
  ])('%s', (_, hits, kept) => {
    expect(keep(...hits)).toEqual(kept);
  });
});
