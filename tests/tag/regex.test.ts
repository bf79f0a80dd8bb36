import { describe, expect, it } from 'vitest';
import { faultOfRegex, regexTest } from '../../src/tag/regex.ts';

describe('a regular expression in a pattern', () => {
  it.each(['co?op', '(re)?(des|gional)', '[a-z]+ismo', 'a{2,5}', '\\p{Lu}+x', 'a*b*c*'])(
    'may be %j',
    (source) => {
      expect(faultOfRegex(source)).toBeNull();
    },
  );

  it.each([
    ['a(', 'a regular expression that compiles'],
    ['(a)\\1', 'no reference back to a group'],
    ['(?<x>a)\\k<x>', 'no reference back to a group'],
    ['(?=a)b', 'no looking ahead or behind'],
    ['(?<!a)b', 'no looking ahead or behind'],
    ['a b', 'one word, without spaces'],
    ['a{2,5000}', 'at most 99 repetitions'],
    ['a*b*c*d*', 'at most 3 repetitions without an upper bound'],
    ['(a+)+', 'no repetition of a group that repeats or chooses'],
    ['((a|b)c)*', 'no repetition of a group that repeats or chooses'],
    ['(a{2}){3}', 'no repetition of a group that repeats or chooses'],
  ])('may not be %j', (source, expected) => {
    expect(faultOfRegex(source)).toBe(expected);
  });

  it('fits whole words, however long, in bounded work', () => {
    const fits = regexTest('a*a*a*b', true);
    expect([fits('aaB'), fits('aabc'), fits('a'.repeat(100)), fits(`${'a'.repeat(1_000_000)}b`)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(regexTest('a', false)('A')).toBe(false);
  });
});
