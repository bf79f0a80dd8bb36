import type { LexiconSource, MeasuredCategory } from '../model/lexicon.ts';
import type { LexiconError } from './errors.ts';

const file = 'categories.yaml';

/** Resolves each code of `categories.yaml` to the categories of themes it consists of, sorted, in the order of codes. */
export function resolveMeasured(source: LexiconSource): {
  readonly measured: readonly MeasuredCategory[];
  readonly errors: readonly LexiconError[];
} {
  const errors: LexiconError[] = [];
  const themes = new Map<string, string[]>();
  for (const { theme } of source.themes) {
    const names = Object.keys(theme.categories).map((category) => `${theme.theme}/${category}`);
    themes.set(theme.theme, [...(themes.get(theme.theme) ?? []), ...names]);
    for (const name of names) themes.set(name, [name]);
  }
  const own = new Map<string, readonly string[]>();
  for (const [code, entry] of Object.entries(source.categories)) {
    own.set(
      code,
      entry.from.flatMap((name) => {
        const found = themes.get(name);
        if (found === undefined) errors.push({ code: 'code_unknown_category', file, of: code, found: name });
        return found ?? [];
      }),
    );
    if (entry.from.length + entry.union.length === 0) errors.push({ code: 'code_empty', file, of: code });
    for (const other of entry.union) {
      if (!Object.hasOwn(source.categories, other))
        errors.push({ code: 'code_unknown_code', file, of: code, found: other });
    }
    const path = findCircle(source, code);
    if (path !== null) errors.push({ code: 'code_circular', file, of: code, path });
  }
  const measured = Object.entries(source.categories).map(([code, { label, definition }]) => {
    const categories = [...reachable(source, code)].flatMap((reached) => own.get(reached) ?? []);
    return { code, label, definition, categories: [...new Set(categories)].sort() };
  });
  return { measured: measured.sort((a, b) => (a.code < b.code ? -1 : 1)), errors };
}

/** A code and all that its unions lead to. */
function reachable(source: LexiconSource, code: string): ReadonlySet<string> {
  const seen = new Set([code]);
  for (const reached of seen) {
    for (const next of unionOf(source, reached)) seen.add(next);
  }
  return seen;
}

/** The shortest way from a code back to itself, or null. */
function findCircle(source: LexiconSource, code: string): readonly string[] | null {
  const cameFrom = new Map<string, string>();
  const queue = [code];
  for (const reached of queue) {
    for (const next of unionOf(source, reached)) {
      if (next === code) return [...wayTo(reached, cameFrom), code];
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, reached);
      queue.push(next);
    }
  }
  return null;
}

function wayTo(code: string, cameFrom: ReadonlyMap<string, string>): readonly string[] {
  const way = [code];
  for (let at = cameFrom.get(code); at !== undefined; at = cameFrom.get(at)) way.unshift(at);
  return way;
}

function unionOf(source: LexiconSource, code: string): readonly string[] {
  return Object.hasOwn(source.categories, code) ? (source.categories[code]?.union ?? []) : [];
}
