import { describe, expect, it } from 'vitest';
import { table } from '../../src/cli/table.ts';

describe('table', () => {
  it('sets words to the left and numbers to the right, and cuts what is long but in the last column', () => {
    expect(
      table(
        ['term', 'hits', 'why'],
        [
          ['señal', '12', 'x'],
          ['😀', '3', 'y'.repeat(60)],
        ],
      ),
    ).toEqual(['term   hits  why', 'señal    12  x', `😀         3  ${'y'.repeat(60)}`]);
    expect(table(['a', 'b'], [['z'.repeat(60), '']])[1]).toBe(`${'z'.repeat(47)}…`);
    expect(table(['a'], [])).toEqual([]);
  });
});
