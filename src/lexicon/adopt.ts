import type { Dictionary, DictionaryNode, Refusal } from '../model/dictionary.ts';
import type { CategoryEntry, Layer, TermEntry, Theme } from '../model/lexicon.ts';
import type { LexiconLanguage } from '../model/passage.ts';
import type { Overlap } from '../model/study.ts';
import type { LexiconError } from '../tag/errors.ts';
import { parsePattern } from '../tag/pattern.ts';
import { resolveLexicon } from '../tag/resolve.ts';
import { pathMark, slugOf } from './tree.ts';

/** What a dictionary does not say of itself and a lexicon has to. */
export type Adoption = {
  /** The file's name, for the evidence. */
  readonly file: string;
  /** What a theme is called that the dictionary has no name for. */
  readonly name: string;
  readonly language: LexiconLanguage;
  readonly layer: Layer;
  /** What the study says of terms that overlap: only with `layer` are two categories refused the same wording. */
  readonly overlap: Overlap;
};

/** Where the term of a theme comes from. */
type Origin = { readonly line: number };

/**
 * Makes themes of a dictionary: one of each top category, or one of all of them where none has others inside; a top
 * category that holds everything is taken off first. Categories further inside become categories of the theme.
 * Refused, by line: entries that are no pattern (punctuation that no phrase crosses, brackets) and, of wording that
 * two categories claim, the later one, where of two equal matches only one can be tagged. Entries of a category that
 * case and accents alone tell apart become one term.
 */
export function adopt(
  dictionary: Dictionary,
  adoption: Adoption,
): { readonly themes: readonly Theme[]; readonly refused: readonly Refusal[] } {
  const refused: Refusal[] = [];
  const origins = new Map<string, Origin>();
  // A lexicon has files of these names that are no themes.
  const taken = new Set(['categories', 'speech']);
  const themes = tops(dictionary, adoption.name).map(({ name, nodes }) => {
    const theme = free(slugOf(name) || 'theme', taken);
    taken.add(theme);
    const categories: Record<string, CategoryEntry> = {};
    for (const { path, node } of below(nodes)) {
      const category = free(slugOf(path.join(' ')) || 'category', new Set(Object.keys(categories)));
      categories[category] = categoryOf(path, node, adoption, refused, (pattern, origin) => {
        origins.set([theme, category, pattern].join('\n'), origin);
      });
    }
    return { theme, layer: adoption.layer, label: name, actors: {}, categories };
  });
  const clashes = clashesOf(themes, adoption.overlap);
  for (const error of clashes) {
    // Within a category, what differs by case or accents alone is one term to us.
    if (error.code === 'pattern_shared') refused.push(refusalOf(error, origins));
  }
  const gone = new Set(clashes.map(keyOf));
  return {
    themes: themes
      .map((theme) => without(theme, gone))
      .filter(({ categories }) => Object.keys(categories).length > 0),
    refused: refused.toSorted((a, b) => Number(a.place) - Number(b.place)),
  };
}

type Top = { readonly name: string; readonly nodes: Dictionary };

function tops(dictionary: Dictionary, name: string): readonly Top[] {
  const [only, ...others] = dictionary;
  if (only !== undefined && others.length === 0 && only.entries.length === 0 && only.children.length > 0) {
    return tops(only.children, only.name);
  }
  if (dictionary.every(({ children }) => children.length === 0)) return [{ name, nodes: dictionary }];
  return dictionary.map((node) => ({
    name: node.name,
    nodes: node.entries.length === 0 ? node.children : [{ ...node, children: [] }, ...node.children],
  }));
}

function* below(
  nodes: Dictionary,
  above: readonly string[] = [],
): Generator<{ readonly path: readonly string[]; readonly node: DictionaryNode }> {
  for (const node of nodes) {
    const path = [...above, node.name];
    if (node.entries.length > 0) yield { path, node };
    yield* below(node.children, path);
  }
}

function categoryOf(
  path: readonly string[],
  { entries, line, description }: DictionaryNode,
  { file, language }: Adoption,
  refused: Refusal[],
  remember: (pattern: string, origin: Origin) => void,
): CategoryEntry {
  const where = path.join(pathMark);
  const terms = entries.flatMap(({ text, line: at }): readonly TermEntry[] => {
    const fault = faultOf(text);
    if (fault !== null) {
      refused.push({
        place: at,
        expected: 'words, with * and ? in them',
        found: `"${text}" (${fault})`,
        remedy: 'rewrite the entry or leave it out',
      });
      return [];
    }
    remember(text, { line: at });
    return [
      {
        pattern: text,
        why: `an entry of ${where}; the dictionary gives no reason`,
        evidence: `imported from ${file}, line ${at}; not yet seen`,
        status: 'proposed',
        case: 'fold',
        accents: 'fold',
        yes: [],
        no: [],
      },
    ];
  });
  return {
    definition: description || `${where}: imported from ${file}, line ${line}, which does not define it`,
    matches: {},
    rejects: {},
    terms: terms.length === 0 ? {} : { [language]: terms },
  };
}

/** Why an entry is no pattern that says the same, or null: what other programs take for letters says more to us. */
function faultOf(text: string): string | null {
  if (/[()[\]|]/.test(text)) return 'brackets and bars';
  if (text.includes('~')) return 'a tilde, which is a stem or a gap to us';
  if (/(^|\s)\//.test(text)) return 'a slash, which begins a regular expression to us';
  const parsed = parsePattern(text);
  return 'fault' in parsed ? parsed.fault.code.replaceAll('_', ' ') : null;
}

type Clash = Extract<LexiconError, { readonly code: 'pattern_shared' | 'pattern_duplicate' }>;

function clashesOf(themes: readonly Theme[], overlap: Overlap): readonly Clash[] {
  const files = themes.map((theme) => ({ file: `${theme.theme}.yaml`, theme }));
  const source = { themes: files, categories: {}, overlap };
  return resolveLexicon(source).errors.filter(
    (error): error is Clash => error.code === 'pattern_shared' || error.code === 'pattern_duplicate',
  );
}

function keyOf({ theme, category, term }: Clash): string {
  return [theme, category, term].join('\n');
}

function refusalOf(error: Clash, origins: ReadonlyMap<string, Origin>): Refusal {
  return {
    place: origins.get(keyOf(error))?.line ?? 1,
    expected: `"${error.term}" in one category of the layer`,
    found: `the same in \`${error.other}\``,
    remedy:
      'leave it in the one that it belongs to, or let both have it with --overlap nested (and `overlap: nested` in study.yaml)',
  };
}

function without(theme: Theme, gone: ReadonlySet<string>): Theme {
  const categories = Object.entries(theme.categories).flatMap(([name, category]) => {
    const terms = Object.fromEntries(
      Object.entries(category.terms)
        .map(
          ([language, list]) =>
            [
              language,
              list.filter(({ pattern }) => !gone.has([theme.theme, name, pattern].join('\n'))),
            ] as const,
        )
        .filter(([, list]) => list.length > 0),
    );
    return Object.keys(terms).length === 0 ? [] : [[name, { ...category, terms }] as const];
  });
  return { ...theme, categories: Object.fromEntries(categories) };
}

function free(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug;
  let number = 2;
  while (taken.has(`${slug}_${number}`)) number++;
  return `${slug}_${number}`;
}
