import type { Dictionary, DictionaryEntry, DictionaryNode, Refusal } from '../model/dictionary.ts';
import type { LexiconSource, TermEntry, Theme } from '../model/lexicon.ts';
import type { LexiconLanguage } from '../model/passage.ts';
import { parsePattern } from '../tag/pattern.ts';
import { placeOf } from './tree.ts';

/** What of a term tells about it and changes no match. */
const telling: ReadonlySet<string> = new Set([
  'pattern',
  'why',
  'evidence',
  'status',
  'sense',
  'rationale',
  'author',
  'date',
  'language',
]);

/**
 * A lexicon's terms of one language as a dictionary of themes and their categories, every wording that a pattern stands
 * for an entry. Refused: masks, since other programs would count them, and terms with a rule beyond their words.
 */
export function handOver(
  { themes }: LexiconSource,
  language: LexiconLanguage,
): { readonly dictionary: Dictionary; readonly refused: readonly Refusal[] } {
  const refused: Refusal[] = [];
  const dictionary = themes.flatMap(({ theme }): readonly DictionaryNode[] => {
    if (theme.layer === 'mask') {
      refused.push({
        place: placeOf([theme.theme]),
        expected: 'categories that are counted',
        found: 'a layer of masks',
        remedy: 'leave it out with --partial',
      });
      return [];
    }
    const children = Object.entries(theme.categories).flatMap(([name, { terms, definition }]) => {
      const entries = entriesOf(theme, name, terms[language] ?? [], refused);
      return entries.length === 0 ? [] : [{ name, line: 0, description: definition, entries, children: [] }];
    });
    return children.length === 0
      ? []
      : [{ name: theme.theme, line: 0, description: theme.label, entries: [], children }];
  });
  return { dictionary, refused };
}

function entriesOf(
  theme: Theme,
  category: string,
  terms: readonly TermEntry[],
  refused: Refusal[],
): readonly DictionaryEntry[] {
  const entries = terms.flatMap((term) => {
    const place = placeOf([theme.theme, category], term.pattern);
    const rules = Object.entries(term)
      .filter(([key, value]) => !telling.has(key) && !isUsual(value))
      .map(([key]) => `\`${key}\``);
    if (rules.length > 0) {
      refused.push({
        place,
        expected: 'words only',
        found: `a rule beyond them (${rules.join(', ')})`,
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
    return parsed.sequences.map((words) => words.join(' '));
  });
  return [...new Set(entries)].map((text) => ({ text, line: 0 }));
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
