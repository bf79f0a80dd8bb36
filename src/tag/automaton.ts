import type { Exactness } from '../text/fold.ts';
import type { Sequences } from './pattern.ts';
import { createVocabulary, type PatternWord } from './vocabulary.ts';

/** A pattern matched at words `start` to `end` (exclusive); `pattern` is its place among those compiled. */
export type Hit = { readonly start: number; readonly end: number; readonly pattern: number };

/** What the automaton needs of a pattern. */
export type Searchable = { readonly sequences: Sequences; readonly exact: Exactness };

/**
 * Finds every occurrence of every pattern among `length` words, overlapping and nested ones too, in the
 * order of their starts. No hit crosses a word `i` with `broken[i]` 1 except at its start.
 */
export type Automaton = (length: number, wordAt: (i: number) => string, broken: Uint8Array) => readonly Hit[];

type Node = { next: Map<PatternWord, Node> | null; any: Node | null; readonly patterns: number[] };

/** What is known of a written word: the pattern words that it satisfies and the nodes that it leads to from the root. */
type WordType = { readonly satisfies: readonly PatternWord[]; readonly starts: readonly Node[] };

/** Word types remembered at most, about 100 MB, so that noise cannot fill the memory of a long run. */
const maxTypes = 500_000;

/**
 * Compiles patterns into a trie over pattern words. Folding and wildcards are settled once for each
 * distinct written word and remembered, so that a word of running text costs one look-up.
 */
export function buildAutomaton(patterns: readonly Searchable[]): Automaton {
  const vocabulary = createVocabulary();
  const root = createNode();
  for (const [index, { sequences, exact }] of patterns.entries()) {
    for (const words of sequences) {
      let node = root;
      for (const word of words) node = follow(node, word === '*' ? null : vocabulary.add(word, exact));
      node.patterns.push(index);
    }
  }

  const types = new Map<string, WordType>();
  const line: WordType[] = [];

  function typeOf(word: string): WordType {
    const satisfies = vocabulary.satisfied(word);
    const starts = satisfies.flatMap((number) => root.next?.get(number) ?? []);
    if (root.any !== null) starts.push(root.any);
    const type = { satisfies, starts };
    types.set(unshared(word), type);
    return type;
  }

  return (length, wordAt, broken) => {
    if (types.size > maxTypes) types.clear();
    for (let i = 0; i < length; i++) {
      const word = wordAt(i);
      line[i] = types.get(word) ?? typeOf(word);
    }
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
      for (const node of line[i]?.starts ?? []) walk(node, i, i + 1);
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

/** A copy of a slice: the engine's slices would keep the whole text that they come from in memory. */
function unshared(word: string): string {
  return word.split('').join('');
}
