import type { PatternWord } from './vocabulary.ts';

/** A trie while patterns are added to it; `any` is the step that every word takes. */
export type TrieNode = {
  next: Map<PatternWord, TrieNode> | null;
  any: TrieNode | null;
  readonly patterns: number[];
};

/** Makes a node that leads nowhere. */
export function createNode(): TrieNode {
  return { next: null, any: null, patterns: [] };
}

/** The node to which a pattern word leads, null being any word; made where there is none. */
export function follow(node: TrieNode, word: PatternWord | null): TrieNode {
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

/**
 * A trie in one array, because walking it costs what has to be fetched from memory. A node is a place in it, 0 being
 * none: the number of its patterns and the patterns, the node of any word, the number of its steps and the
 * steps as pairs of word and node, ascending by word.
 */
export type FlatTrie = {
  readonly cells: Int32Array;
  /** The nodes to which words lead from the root, and that of any word. */
  readonly next: ReadonlyMap<PatternWord, number>;
  readonly any: number;
};

/** Flattens a trie; patterns that end in its root are left out. */
export function flatten(root: TrieNode): FlatTrie {
  const cells: number[] = [0];

  function put({ patterns, any, next }: TrieNode): number {
    const place = cells.length;
    const steps = [...(next ?? [])].sort(([a], [b]) => a - b);
    cells.push(patterns.length);
    for (const pattern of patterns) cells.push(pattern);
    cells.push(0, steps.length);
    for (const [word] of steps) cells.push(word, 0);
    let cell = place + 1 + patterns.length;
    if (any !== null) cells[cell] = put(any);
    cell += 3;
    for (const [, node] of steps) {
      cells[cell] = put(node);
      cell += 2;
    }
    return place;
  }

  const next = new Map([...(root.next ?? [])].map(([word, node]) => [word, put(node)]));
  const any = root.any === null ? 0 : put(root.any);
  return { cells: Int32Array.from(cells), next, any };
}

/** The node to which a word leads from the steps at `place`, 0 if there is none. */
export function stepFrom(cells: Int32Array, place: number, word: PatternWord): number {
  let low = 0;
  let high = (cells[place] ?? 0) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const cell = place + 1 + 2 * middle;
    const found = cells[cell] ?? 0;
    if (found === word) return cells[cell + 1] ?? 0;
    if (found < word) low = middle + 1;
    else high = middle - 1;
  }
  return 0;
}
