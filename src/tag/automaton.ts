import type { Exactness } from '../text/fold.ts';
import type { Tokens } from '../text/tokens.ts';
import type { Sequences } from './pattern.ts';
import { createNode, flatten, follow, stepFrom } from './trie.ts';
import { createVocabulary, type Stem } from './vocabulary.ts';
import { createWordTable } from './wordtable.ts';

/** A pattern matched at words `start` to `end` (exclusive); `pattern` is its place among those compiled. */
export type Hit = { readonly start: number; readonly end: number; readonly pattern: number };

/** What the automaton needs of a pattern. */
export type Searchable = { readonly sequences: Sequences; readonly exact: Exactness };

/**
 * Finds every occurrence of every pattern among the words of a text, overlapping and nested ones too,
 * in the order of their starts. No hit crosses a word `i` with `broken[i]` 1 except at its start.
 */
export type Automaton = (text: string, words: Tokens) => readonly Hit[];

/**
 * Compiles patterns into a trie over pattern words. Folding and wildcards are settled once for each
 * distinct written word and remembered, so that a word of running text costs one look-up. Patterns with
 * stems need `stem`, else a RangeError is thrown.
 */
export function buildAutomaton(patterns: Iterable<Searchable>, stem?: Stem): Automaton {
  const vocabulary = createVocabulary(stem);
  const root = createNode();
  let index = 0;
  for (const { sequences, exact } of patterns) {
    for (const words of sequences) {
      let node = root;
      for (const word of words) node = follow(node, word === '*' ? null : vocabulary.add(word, exact));
      node.patterns.push(index);
    }
    index++;
  }
  const { cells, next, any } = flatten(root);
  const { beginnings } = vocabulary;

  /**
   * What written words come to, one after the other: how many pattern words a word satisfies and which, to how many
   * nodes it leads from the root and to which. Words of one kind share a place; 0 is the place of those that satisfy none.
   */
  let kinds = new Int32Array(1024);
  let filled = 1;
  const known = new Map<string, number>([['', 0]]);
  if (any !== 0) kinds.set([1, any], filled);
  filled += any === 0 ? 1 : 2;

  const kindOf = createWordTable((word) => {
    const satisfied = vocabulary.satisfied(word);
    const key = satisfied.join(' ');
    const place = known.get(key);
    if (place !== undefined) return place;
    const nodes = satisfied.flatMap((number) => next.get(number) ?? []);
    if (any !== 0) nodes.push(any);
    const kind = [satisfied.length, ...satisfied, nodes.length, ...nodes];
    if (filled + kind.length > kinds.length) {
      const longer = new Int32Array(2 * (filled + kind.length));
      longer.set(kinds);
      kinds = longer;
    }
    kinds.set(kind, filled);
    known.set(key, filled);
    filled += kind.length;
    return filled - kind.length;
  });

  let line = new Int32Array(1024);
  let hits: Hit[] = [];
  let length = 0;
  let broken: Uint8Array = new Uint8Array(0);

  function walk(node: number, start: number, end: number): void {
    let cell = node;
    for (let left = cells[cell++] ?? 0; left > 0; left--) {
      hits.push({ start, end, pattern: cells[cell++] ?? 0 });
    }
    const onward = cells[cell++] ?? 0;
    if ((onward === 0 && cells[cell] === 0) || end === length || broken[end] === 1) return;
    if (onward !== 0) walk(onward, start, end + 1);
    const kind = line[end] ?? 0;
    for (let i = kind + 1, last = kind + (kinds[kind] ?? 0); i <= last; i++) {
      const step = stepFrom(cells, cell, kinds[i] ?? 0);
      if (step !== 0) walk(step, start, end + 1);
    }
  }

  return (text, tokens) => {
    const { starts, ends } = tokens;
    length = tokens.length;
    broken = tokens.broken;
    if (line.length < length) line = new Int32Array(2 * length);
    for (let i = 0; i < length; i++) {
      const start = starts[i] ?? 0;
      // Where patterns are few, most words need no look-up.
      line[i] = beginnings[text.charCodeAt(start)] === 0 ? 0 : kindOf(text, start, ends[i] ?? 0);
    }
    for (let i = 0; i < length; i++) {
      const kind = line[i] ?? 0;
      if (kind === 0 && any === 0) continue;
      let cell = kind + 1 + (kinds[kind] ?? 0);
      for (let left = kinds[cell++] ?? 0; left > 0; left--) walk(kinds[cell++] ?? 0, i, i + 1);
    }
    const found = hits;
    hits = [];
    return found;
  };
}
