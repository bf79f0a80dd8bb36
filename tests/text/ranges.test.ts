import { expect, it } from 'vitest';
import { ranges } from '../../src/text/ranges.ts';

it('tells whole numbers as ranges', () => {
  expect(ranges([])).toEqual([]);
  expect(ranges([4])).toEqual(['4']);
  expect(ranges([3, 4, 5, 7, 9, 10])).toEqual(['3 to 5', '7', '9 to 10']);
});
