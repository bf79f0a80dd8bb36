import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildAutomaton } from '../../src/tag/automaton.ts';
import { keepByPolicy } from '../../src/tag/overlap.ts';
import { parsePattern, type Sequences } from '../../src/tag/pattern.ts';
import { createTokenizer } from '../../src/text/tokens.ts';
import { patternTrees, stemOf, write, writtenText } from './arbitraries.ts';
import { makeTerm } from './make.ts';
import { naiveLongest, naiveSpans } from './naive.ts';

const tokenize = createTokenizer();
const exact = { case: false, accents: false };

function sequencesOf(pattern: string): Sequences {
  const parsed = parsePattern(pattern);
  return 'sequences' in parsed ? parsed.sequences : [];
}

/** The matches of patterns in a text as `pattern: words`, each once. */
function find(patterns: readonly string[], text: string): readonly string[] {
  const words = tokenize(text);
  const hits = buildAutomaton(patterns.map((pattern) => ({ exact, sequences: sequencesOf(pattern) })))(
    text,
    words,
  );
  const shown = hits.map(
    ({ start, end, pattern }) =>
      `${patterns[pattern]}: ${text.slice(words.starts[start], words.ends[end - 1])}`,
  );
  return [...new Set(shown)];
}

describe('the automaton', () => {
  it('finds nested, overlapping and equal matches', () => {
    expect(find(['a b', 'b c', 'a b c', 'b', 'b*'], 'a b c')).toEqual([
      'a b: a b',
      'a b c: a b c',
      'b: b',
      'b c: b c',
      'b*: b',
    ]);
  });

  it('takes a lone star for exactly one word', () => {
    expect(find(['a * c'], 'a b c, a c, a b b c')).toEqual(['a * c: a b c']);
    expect(find(['* b'], 'a b, b')).toEqual(['* b: a b']);
  });

  it('crosses no punctuation', () => {
    expect(find(['a b'], 'a, b. a b a. b')).toEqual(['a b: a b']);
  });

  it('finds nothing without patterns or without words', () => {
    expect(find([], 'a b c')).toEqual([]);
    expect(find(['a'], '')).toEqual([]);
  });

  it('is not led astray by words that agree with a prefix only', () => {
    expect(find(['solidari*', 'soli*ad', 'sol'], 'sol soli solidari solidaridad')).toEqual([
      'sol: sol',
      'solidari*: solidari',
      'solidari*: solidaridad',
      'soli*ad: solidaridad',
    ]);
  });

  it('agrees with a naive matcher after overlaps, whether each pattern is a group or all are one', () => {
    const lexicon = fc.array(
      patternTrees.filter((trees) => sequencesOf(write(trees)).length > 0),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(lexicon, writtenText, fc.boolean(), (patterns, parts, alone) => {
        const known = patterns.map((trees, i) => ({ trees, term: makeTerm(write(trees), { id: `${i}` }) }));
        const text = parts.map(({ word, gap }) => gap.text + word).join('');
        const words = tokenize(text);
        const search = buildAutomaton(
          patterns.map((trees) => ({ exact, sequences: sequencesOf(write(trees)) })),
          stemOf,
        );
        const got = keepByPolicy(search(text, words), 'category', (pattern) => ({
          layer: '',
          category: alone ? `${pattern}` : '',
        }));
        const spans = naiveSpans(
          parts.map(({ word, gap }) => ({ word, crossable: gap.crossable })),
          known,
        );
        const wanted = naiveLongest(spans, ({ id }) => (alone ? id : ''));
        const order = (lines: readonly string[]): readonly string[] => lines.toSorted();
        expect(order(got.map(({ start, end, pattern }) => `${start} ${end} ${pattern}`))).toEqual(
          order(wanted.map(({ start, end, term }) => `${start} ${end} ${term.id}`)),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('holds a hundred thousand patterns', () => {
    const patterns = Array.from({ length: 100_000 }, (_, i) => ({
      exact,
      sequences: [i % 2 === 0 ? [`*x${i}*`, 'b'] : [`w${i}*`, 'b']],
    }));
    const text = 'w99999s b, zx99998z b, w99999s c';
    const hits = buildAutomaton(patterns)(text, tokenize(text));
    expect(hits.map(({ pattern }) => pattern)).toContain(99_998);
    expect(hits.map(({ pattern }) => pattern)).toContain(99_999);
  });

  it('holds a hundred thousand patterns that begin alike, or are alike', () => {
    const patterns = Array.from({ length: 100_000 }, (_, i) => ({
      exact,
      sequences: [['a', i < 50_000 ? `w${i}` : 'b']],
    }));
    const text = 'a w0, a w49999, a b';
    const hits = buildAutomaton(patterns)(text, tokenize(text));
    expect(hits.slice(0, 2).map(({ pattern }) => pattern)).toEqual([0, 49_999]);
    expect(hits).toHaveLength(50_002);
  });

  it('survives the widest pattern on a long run of the word it turns on', () => {
    const sequences = sequencesOf(`${'(a|a*|?|[b] a) '.repeat(5)} a`);
    const text = 'a '.repeat(2000);
    const hits = buildAutomaton([{ exact, sequences }])(text, tokenize(text));
    expect(keepByPolicy(hits, 'layer', () => ({ layer: '', category: '' }))).toHaveLength(333);
  });
});
