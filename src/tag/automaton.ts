import type { Exactness } from '../text/fold.ts';
import type { Tokens } from '../text/tokens.ts';
import type { Sequences } from './pattern.ts';
import { createVocabulary, type PatternWord, type Stem } from './vocabulary.ts';
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

type Node = { next: Map<PatternWord, Node> | null; any: Node | null; readonly patterns: number[] };

/** What is known of a written word: the pattern words that it satisfies and the nodes that it leads to from the root. */
type WordType = { readonly satisfies: readonly PatternWord[]; readonly starts: readonly Node[] };

/**
 * Compiles patterns into a trie over pattern words. Folding and wildcards are settled once for each
 * distinct written word and remembered, so that a word of running text costs one look-up. Patterns with
 * stems need `stem`, else a RangeError is thrown.
 */
export function buildAutomaton(patterns: readonly Searchable[], stem?: Stem): Automaton {
  const vocabulary = createVocabulary(stem);
  const root = createNode();
  for (const [index, { sequences, exact }] of patterns.entries()) {
    for (const words of sequences) {
      let node = root;
      for (const word of words) node = follow(node, word === '*' ? null : vocabulary.add(word, exact));
      node.patterns.push(index);
    }
  }

  const line: WordType[] = [];
  const typeAt = createWordTable((word): WordType => {
    const satisfies = vocabulary.satisfied(word);
    const starts = satisfies.flatMap((number) => root.next?.get(number) ?? []);
    return { satisfies, starts: root.any === null ? starts : [...starts, root.any] };
  });

  return (text, { length, starts, ends, broken }) => {
    for (let i = 0; i < length; i++) line[i] = typeAt(text, starts[i] ?? 0, ends[i] ?? 0);
    const hits: Hit[] = [];

    function walk(node: Node, start: number, end: number): void {
      for (const pattern of node.patterns) hits.push({ start, end, pattern });
      if (end === length || broken[end] === 1) return;
      if (node.any !== null) walk(node.any, start, end + 1);
      if (node.next === null) return;
      for (const number of line[end]?.satisfies ?? []) {
        const next = node.next.get(number);
        if (next !== undefined) walk(next, start, end + 1);
      }
    }

    for (let i = 0; i < length; i++) {
      const nodes = line[i]?.starts;
      if (nodes === undefined || nodes.length === 0) continue;
      for (const node of nodes) walk(node, i, i + 1);
    }
    return hits;
  };
}

function createNode(): Node {
  return { next: null, any: null, patterns: [] };
}

function follow(node: Node, word: PatternWord | null): Node {
  if (word === null) {
    node.any ??= createNode();
    return node.any;
  }
  node.next ??= new Map();
  const known = node.next.get(word);
  if (known !== undefined) return known;
  const created = createNode();
  node.next.set(word, created);
  return created;
}
