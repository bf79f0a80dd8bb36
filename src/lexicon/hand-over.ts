import type { Dictionary, DictionaryEntry, DictionaryNode, Refusal } from '../model/dictionary.ts';
import type { CategoryEntry, Layer, LexiconSource, TermEntry, Theme } from '../model/lexicon.ts';
import type { LexiconLanguage } from '../model/passage.ts';
import { parsePattern } from '../tag/pattern.ts';
import { placeOf, slugOf } from './tree.ts';

/** What of a term tells about it and changes no match. */
const telling: ReadonlySet<string> = new Set([
  'pattern',
  'why',
  'evidence',
  'status',
  'sense',
  'names',
  'rationale',
  'author',
  'date',
  'language',
  'yes',
  'no',
]);

/** Rules that a category sets for all its terms. */
const ruleKeys = ['near', 'not_near', 'not_after', 'needs_object'] as const;

/** Layers whose words are never counted here, and would be elsewhere. */
export const uncounted: Readonly<Partial<Record<Layer, string>>> = {
  mask: 'a layer of masks',
  cue: 'a layer of cues, which only serve rules',
};

/**
 * A lexicon's terms of one language as a dictionary of themes and their categories, every wording that a pattern stands
 * for an entry. Refused: masks and cues, since other programs would count them, and terms with a rule beyond their
 * words, their own or of their category, with stems or with regular expressions.
 */
export function handOver(
  { themes }: LexiconSource,
  language: LexiconLanguage,
): { readonly dictionary: Dictionary; readonly refused: readonly Refusal[] } {
  const refused: Refusal[] = [];
  const dictionary = themes.flatMap(({ theme }): readonly DictionaryNode[] => {
    const layer = uncounted[theme.layer];
    if (layer !== undefined) {
      refused.push({
        place: placeOf([theme.theme]),
        expected: 'categories that are counted',
        found: layer,
        remedy: 'leave it out with --partial',
      });
      return [];
    }
    const children = Object.entries(theme.categories).flatMap(([name, category]) => {
      const entries = entriesOf(theme, name, category, language, refused);
      if (entries.length === 0) return [];
      return [{ name, line: 0, description: category.definition, entries, children: [] }];
    });
    return children.length === 0
      ? []
      : [{ name: nameFor(theme), line: 0, description: theme.label, entries: [], children }];
  });
  return { dictionary, refused };
}

/** The label where it is an ordinary name that becomes this theme again on import, else the theme's own name. */
function nameFor({ theme, label }: Theme): string {
  return slugOf(label) === theme && /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N} _.-]*$/u.test(label) ? label : theme;
}

function entriesOf(
  theme: Theme,
  category: string,
  entry: CategoryEntry,
  language: LexiconLanguage,
  refused: Refusal[],
): readonly DictionaryEntry[] {
  const shared = ruleKeys.filter((key) => entry[key] !== undefined);
  const entries = (entry.terms[language] ?? []).flatMap((term) => {
    const place = placeOf([theme.theme, category], term.pattern);
    const rules = rulesOf(term, shared);
    if (rules.length > 0) {
      refused.push({
        place,
        expected: 'words only',
        found: `a rule beyond them (${rules.map((rule) => `\`${rule}\``).join(', ')})`,
        remedy: 'export it as csv, or leave it out with --partial',
      });
      return [];
    }
    const parsed = parsePattern(term.pattern);
    if ('fault' in parsed) {
      refused.push({
        place,
        expected: 'a usable pattern',
        found: parsed.fault.code.replaceAll('_', ' '),
        remedy: 'correct it',
      });
      return [];
    }
    const special = parsed.sequences.flat().find((word) => word.endsWith('~') || word.startsWith('/'));
    if (special !== undefined) {
      const kind = special.startsWith('/') ? 'the regular expression' : 'the stem';
      refused.push({
        place,
        expected: 'words, with * and ? in them',
        found: `${kind} \`${special}\``,
        remedy: 'spell its words out, export it as csv, or leave it out with --partial',
      });
      return [];
    }
    // A plain pattern goes out as written: how others cut `co-operativ*` into words is theirs to say.
    if (!/[()[\]|~]/.test(term.pattern)) return [term.pattern.trim()];
    return parsed.sequences.map((words) => words.join(' '));
  });
  return [...new Set(entries)].map((text) => ({ text, line: 0 }));
}

/** Names of what makes a term more than its words: settings of its own, and rules of its category. */
function rulesOf(term: TermEntry, shared: readonly string[]): readonly string[] {
  const own = Object.entries(term).flatMap(([key, value]) =>
    telling.has(key) || isUsual(value) ? [] : [key],
  );
  return [...new Set([...own, ...shared])];
}

/** Whether a setting of a term is what it is where nobody sets it. */
function isUsual(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === 'fold' ||
    value === false ||
    (Array.isArray(value) && value.length === 0)
  );
}
