import { type Dictionary, type DictionaryNode, maxCategoryDepth } from '../model/dictionary.ts';

type Growing = {
  readonly name: string;
  readonly line: number;
  readonly description: string;
  readonly entries: { readonly text: string; readonly line: number }[];
  readonly seen: Set<string>;
  readonly children: Growing[];
};

/** A category while its file is being read. */
export type Branch = {
  /** Adds an entry, spaces around it left out; one that is there already stays where it is. */
  readonly entry: (text: string, line: number) => void;
  /** Adds a category inside; null where it would lie too deep. */
  readonly child: (name: string, line: number, description?: string) => Branch | null;
  /** The first category of this name inside, if there is one. */
  readonly named: (name: string) => Branch | undefined;
};

/** Starts a dictionary: its root takes categories, and `done` gives them. */
export function growDictionary(): { readonly root: Branch; readonly done: () => Dictionary } {
  const top: Growing = { name: '', line: 0, description: '', entries: [], seen: new Set(), children: [] };
  return { root: branchOf(top, 0), done: () => top.children.map(ripe) };
}

function branchOf(node: Growing, depth: number): Branch {
  const branches = new Map<string, Branch>();
  return {
    entry(text, line) {
      const trimmed = text.trim();
      if (trimmed === '' || node.seen.has(trimmed)) return;
      node.seen.add(trimmed);
      node.entries.push({ text: trimmed, line });
    },
    child(name, line, description = '') {
      if (depth === maxCategoryDepth) return null;
      const child: Growing = {
        name: name.trim(),
        line,
        description: description.trim(),
        entries: [],
        seen: new Set(),
        children: [],
      };
      node.children.push(child);
      const branch = branchOf(child, depth + 1);
      if (!branches.has(child.name)) branches.set(child.name, branch);
      return branch;
    },
    named: (name) => branches.get(name),
  };
}

function ripe({ name, line, description, entries, children }: Growing): DictionaryNode {
  return { name, line, description, entries, children: children.map(ripe) };
}

/** A category with the names above it and its own last; its depth is one less than their number. */
export type Placed = { readonly path: readonly string[]; readonly node: DictionaryNode };

/** All categories, each before those inside it. */
export function* walk(dictionary: Dictionary, above: readonly string[] = []): Generator<Placed> {
  for (const node of dictionary) {
    const path = [...above, node.name];
    yield { path, node };
    yield* walk(node.children, path);
  }
}

/** Between the names of a path where a format has one cell for it. */
export const pathMark = ' > ';

/** A category or entry as a message names it. */
export function placeOf(path: readonly string[], entry?: string): string {
  return entry === undefined ? `\`${path.join(pathMark)}\`` : `\`${path.join(pathMark)}\`, "${entry}"`;
}

/** The lines of a text, whatever ends them; a mark of the byte order is none of it. */
export function linesOf(text: string): readonly string[] {
  return text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
}

/** A name as the lexicon writes names: lower-case letters, digits and underscores, a letter first. */
export function slugOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  return /^\d/.test(plain) ? `c_${plain}` : plain;
}
