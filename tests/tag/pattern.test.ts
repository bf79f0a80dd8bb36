import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxDepth, maxSequences, maxWords, parsePattern } from '../../src/tag/pattern.ts';
import { patternTrees, type Tree, write } from './arbitraries.ts';

function sequences(pattern: string): readonly string[] | null {
  const parsed = parsePattern(pattern);
  return 'sequences' in parsed ? parsed.sequences.map((words) => words.join(' ')) : null;
}

function fault(pattern: string): unknown {
  const parsed = parsePattern(pattern);
  return 'fault' in parsed ? parsed.fault : null;
}

/** Ways to choose are limited before doubles are taken out. */
function isTooWide(pattern: string): boolean {
  const parsed = parsePattern(pattern);
  return 'fault' in parsed && parsed.fault.code === 'too_many_sequences';
}

/** All ways to choose, spelt out by recursion over the tree. */
function choose(trees: readonly Tree[]): ReadonlySet<string> {
  const [first, ...rest] = trees;
  if (first === undefined) return new Set(['']);
  const heads =
    'word' in first
      ? [first.word]
      : 'gap' in first
        ? Array.from({ length: first.gap + 1 }, (_, n) => Array<string>(n).fill('*').join(' '))
        : [...first.branches.flatMap((branch) => [...choose(branch)]), ...(first.optional ? [''] : [])];
  return new Set(
    heads.flatMap((head) =>
      [...choose(rest)].map((tail) => [head, tail].filter((part) => part !== '').join(' ')),
    ),
  );
}

describe('a pattern', () => {
  it.each([
    ['economía social', ['economía social']],
    ['  economía \t social ', ['economía social']],
    ['trabajo-digno', ['trabajo digno']],
    ["workers' rights", ['workers rights']],
    ['EE.UU.', ['EE.UU']],
    ['democrati?* the *', ['democrati?* the *']],
    ['a (b|c d) e', ['a b e', 'a c d e']],
    ['a [b c] d', ['a d', 'a b c d']],
    ['a [b|c]', ['a', 'a b', 'a c']],
    ['(a|(b|[c] d))', ['a', 'b', 'd', 'c d']],
    ['(a|a) b', ['a b']],
    ['social & solidarity', ['social & solidarity']],
    ['a ~2 b', ['a b', 'a * b', 'a * * b']],
    ['(a|b ~1 c) d', ['a d', 'b c d', 'b * c d']],
    ['pobre~ social', ['pobre~ social']],
    ['/co?op(s|erative)?/ bank', ['/co?op(s|erative)?/ bank']],
    ['(/a|b/|c)', ['/a|b/', 'c']],
  ])('%j stands for %j', (pattern, expected) => {
    expect(sequences(pattern)).toEqual(expected);
  });

  it.each([
    ['cooperativ(a|o)', 10, '('],
    ['~2 a', 4, ''],
    ['a ~2', 4, ''],
    ['a (~2 b)', 7, ')'],
    ['a ~ b', 2, '~'],
    ['a ~0 b', 2, '~'],
    ['a ~12 b', 5, ' '],
    ['po~bre', 6, ''],
    ['pob*~', 5, ''],
    ['/ab', 0, '/'],
    ['/ab/c', 0, '/'],
    ['(a|b)s', 5, 's'],
    ['(a)(b)', 3, '('],
    ['(a', 2, ''],
    ['[a)', 2, ')'],
    ['a)', 1, ')'],
    ['a|b', 1, '|'],
    ['()', 1, ')'],
    ['(a|)', 3, ')'],
    ['[]', 1, ']'],
    ['𐐨 (', 3, ''],
  ])('%j is a slip at position %i', (pattern, position, found) => {
    expect(fault(pattern)).toMatchObject({ code: 'syntax', position, found });
  });

  it.each([
    ['', { code: 'empty' }],
    ['[a]', { code: 'empty' }],
    ["'", { code: 'empty' }],
    ['*', { code: 'wildcards_only', sequence: '*' }],
    ['a* (b|* ?)', null],
    ['[a] * ?*', { code: 'wildcards_only', sequence: '* ?*' }],
    ['economía, social', { code: 'punctuation', position: 0, found: 'economía,' }],
    ['a (b|c.)', { code: 'punctuation', position: 5, found: 'c.' }],
    ['a - b', { code: 'punctuation', position: 2, found: '-' }],
    ['http://a.b', { code: 'punctuation', position: 0, found: 'http://a.b' }],
  ])('%j has the fault %j', (pattern, expected) => {
    expect(fault(pattern)).toEqual(expected);
  });

  it('may be as long, as deep and as wide as its limits and not more', () => {
    expect(fault('a '.repeat(maxWords))).toBeNull();
    expect(fault('a '.repeat(maxWords + 1))).toEqual({ code: 'too_long', words: maxWords + 1 });
    expect(fault(`${'('.repeat(maxDepth)}a${')'.repeat(maxDepth)}`)).toBeNull();
    expect(fault('('.repeat(100_000))).toMatchObject({ code: 'syntax', position: maxDepth });
    expect(sequences('(a|b) '.repeat(12))).toHaveLength(maxSequences);
    expect(fault('(a|b) '.repeat(13))).toEqual({ code: 'too_many_sequences', sequences: 2 * maxSequences });
    expect(fault(`${'[a] '.repeat(60)}b`)).toMatchObject({ code: 'too_many_sequences' });
  });

  it('stands for every way of choosing among its parts', () => {
    fc.assert(
      fc.property(patternTrees, (trees) => {
        fc.pre(!isTooWide(write(trees)));
        const chosen = choose(trees);
        const idle = [...chosen].some((words) => /^[*? ]*$/.test(words));
        const read = sequences(write(trees));
        if (idle) expect(read).toBeNull();
        else expect(new Set(read)).toEqual(chosen);
      }),
      { numRuns: 1000 },
    );
  });

  it('of any characters whatever is read or refused, never thrown at', () => {
    const hostile = fc.string({
      unit: fc.constantFrom('a', ' ', '(', ')', '[', ']', '|', '*', '?', ',', '\ud800', '𐐨'),
    });
    fc.assert(
      fc.property(hostile, (pattern) => {
        expect(Object.keys(parsePattern(pattern))).toHaveLength(1);
      }),
      { numRuns: 1000 },
    );
  });
});
