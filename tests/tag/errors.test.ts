import { describe, expect, it } from 'vitest';
import { describeLexiconError, type LexiconError } from '../../src/tag/errors.ts';
import type { PatternFault } from '../../src/tag/pattern.ts';

const place = { file: 'poverty.yaml', theme: 'poverty', category: 'need', language: 'es' } as const;
const { language: _, ...category } = place;

const faults: readonly (readonly [PatternFault, string])[] = [
  [
    { code: 'syntax', position: 3, expected: '`)`', found: '' },
    'expected `)` at position 3, found the end: rewrite the pattern there',
  ],
  [
    { code: 'syntax', position: 1, expected: 'alternatives in parentheses', found: '|' },
    'expected alternatives in parentheses at position 1, found `|`: rewrite the pattern there',
  ],
  [
    { code: 'punctuation', position: 0, found: 'a,' },
    'expected words only, found punctuation that no phrase crosses in `a,` at position 0: take it out or split the pattern',
  ],
  [
    { code: 'empty' },
    'expected at least one word, found a pattern that can be empty: make a word obligatory',
  ],
  [
    { code: 'wildcards_only', sequence: '* *' },
    'expected at least one letter or digit, found `* *`, which is every text: name a word',
  ],
  [{ code: 'too_long', words: 65 }, 'expected at most 64 words, found 65: shorten the pattern'],
  [
    { code: 'too_many_sequences', sequences: 8192 },
    'expected at most 4096 word sequences, found 8192: split the pattern',
  ],
];

const errors: readonly (readonly [LexiconError, string])[] = [
  ...faults.map(
    ([fault, words]) =>
      [
        { code: 'pattern_fault', ...place, term: 'x', fault },
        `poverty.yaml: \`poverty/need\` (es), \`x\`: ${words}`,
      ] as const,
  ),
  [
    { code: 'rule_circle', ...place, term: 'x', rule: 'not_near', path: ['a/b', 'c/d', 'a/b'] },
    'poverty.yaml: `poverty/need` (es), `x`: expected `not_near` to name categories whose rules do not lead back, found a/b > c/d > a/b: take out one of the links',
  ],
  [
    { code: 'lexicon_too_wide', ...place, term: 'x', leftOut: 12 },
    'poverty.yaml: `poverty/need` (es), `x`: expected the patterns of the lexicon to stand for at most 4000000 words, found more from here on (12 terms are left out): take alternatives out of the widest patterns',
  ],
  [
    { code: 'pattern_duplicate', ...place, term: 'a-b', other: 'a b' },
    'poverty.yaml: `poverty/need` (es), `a-b`: expected a pattern of its own, found the same as `a b`: delete one of the two',
  ],
  [
    { code: 'pattern_shared', ...place, term: 'a [b]', sequence: 'a b', other: 'add_on/c' },
    'poverty.yaml: `poverty/need` (es), `a [b]`: expected wording of its own, found `a b` in `add_on/c` too, of which only one could ever be tagged: leave it in the category it belongs to, or set `overlap: nested` in study.yaml to count both',
  ],
  [
    { code: 'example_missed', ...place, list: 'matches', sentence: 'La pobreza.', found: 'none' },
    'poverty.yaml: `poverty/need` (es), "La pobreza.": a sentence that must match (`matches`): expected the terms of the category to match, found none: add a term or correct the sentence',
  ],
  [
    {
      code: 'example_tagged',
      ...place,
      list: 'no',
      sentence: 'La pobreza.',
      term: 'pobre*',
      surface: 'pobreza',
    },
    'poverty.yaml: `poverty/need` (es), "La pobreza.": a sentence that must not match (`no`): expected the term that it stands beside not to match, found `pobre*` at "pobreza": narrow the term, mask the wording or correct the sentence',
  ],
  [
    { code: 'blocks_without_mask', ...category, layer: 'frame' },
    'poverty.yaml: `poverty/need`: expected `blocks` only where the layer is `mask`, found layer `frame`: delete `blocks` or move the terms to a mask',
  ],
  [
    { code: 'theme_duplicate', file: 'b.yaml', theme: 'poverty', other: 'a.yaml' },
    'b.yaml: theme `poverty`: expected each theme in one file, found it in a.yaml too: rename one or join the two',
  ],
  [
    { code: 'code_unknown_category', file: 'categories.yaml', of: 'PE', found: 'povery' },
    'categories.yaml: `PE`: expected `from` to name a theme or `theme/category`, found `povery`: correct the name or add the category',
  ],
  [
    { code: 'code_unknown_code', file: 'categories.yaml', of: 'PE', found: 'NE' },
    'categories.yaml: `PE`: expected `union` to name codes of this file, found `NE`: correct the name or add the code',
  ],
  [
    { code: 'code_circular', file: 'categories.yaml', of: 'A', path: ['A', 'B', 'A'] },
    'categories.yaml: `A`: expected `union` to end somewhere, found A > B > A: take out one of the links',
  ],
  [
    { code: 'code_empty', file: 'categories.yaml', of: 'A' },
    'categories.yaml: `A`: expected categories under `from` or codes under `union`, found none: name what it consists of',
  ],
];

describe('an error of a lexicon', () => {
  it.each(errors.map(([error, words]) => [error.code, words, error] as const))(
    '%s reads: %s',
    (_code, words, error) => {
      expect(describeLexiconError(error)).toBe(words);
    },
  );
});
