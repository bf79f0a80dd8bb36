import type { Refusal } from '../model/dictionary.ts';
import { check } from '../model/input.ts';
import { type LexiconSource, layers, Theme } from '../model/lexicon.ts';
import { lexiconLanguages } from '../model/passage.ts';
import { rowOf, rowsOf } from './formats/cells.ts';

/** Columns of a lexicon as a table; whatever else a theme, category or term says stands in `more` as JSON. */
const columns = ['theme', 'layer', 'label', 'category', 'what', 'language', 'text', 'more'] as const;

/** A row is a theme or category with all that it says, a term, or a sentence that must match or must not. */
const kinds = ['theme', 'category', 'term', 'matches', 'rejects'] as const;

type Cells = Readonly<Record<(typeof columns)[number], string>>;

/** A whole lexicon as a table that loses nothing. */
export function writeTable({ themes }: Pick<LexiconSource, 'themes'>): string {
  const rows: string[] = [rowOf(columns)];
  const put = (cells: Partial<Cells>) => rows.push(rowOf(columns.map((column) => cells[column] ?? '')));
  for (const { theme } of themes) {
    const { theme: name, layer, label, categories, ...rest } = theme;
    const place = { theme: name, layer, label };
    put({ ...place, what: 'theme', more: json(rest) });
    for (const [category, { terms, matches, rejects, ...more }] of Object.entries(categories)) {
      put({ ...place, category, what: 'category', more: json(more) });
      for (const language of lexiconLanguages) {
        for (const { pattern, ...about } of terms[language] ?? []) {
          put({ ...place, category, what: 'term', language, text: pattern, more: json(about) });
        }
        for (const what of ['matches', 'rejects'] as const) {
          for (const text of { matches, rejects }[what][language] ?? [])
            put({ ...place, category, what, language, text });
        }
      }
    }
  }
  return `${rows.join('\n')}\n`;
}

function json(value: object): string {
  return Object.keys(value).length === 0 ? '' : JSON.stringify(value);
}

/** Whether a table is one of a whole lexicon. */
export function isTable(text: string): boolean {
  return /^\ufeff?theme[,;\t]layer[,;\t]label[,;\t]category[,;\t]what[,;\t]/i.test(text);
}

type Draft = { theme: string; layer: string; label: string; categories: Record<string, DraftCategory> };
type DraftCategory = Record<string, unknown> &
  Record<'terms' | 'matches' | 'rejects', Record<string, unknown[]>>;

/** Reads a whole lexicon from such a table; what does not fit is refused by line, or by theme where only the whole shows it. */
export function readTable(text: string): {
  readonly themes: readonly Theme[];
  readonly refused: readonly Refusal[];
} {
  const rows = rowsOf(text);
  if ('expected' in rows) return { themes: [], refused: [rows] };
  const refused: Refusal[] = [];
  const drafts = new Map<string, Draft>();
  for (const { line, cells } of rows.slice(1)) {
    const row = Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ''])) as Cells;
    const refuse = (expected: string, found: string) =>
      refused.push({ place: line, expected, found: `"${found}"`, remedy: 'correct the cell' });
    const kind = kinds.find((one) => one === row.what);
    const more = parsedJson(row.more);
    if (kind === undefined) refuse(`one of ${kinds.join(', ')} in what`, row.what);
    else if (row.theme === '') refuse('the name of a theme', '');
    else if (!layers.some((layer) => layer === row.layer))
      refuse(`one of ${layers.join(', ')} in layer`, row.layer);
    else if (more === null) refuse('JSON in more', row.more);
    else if (kind !== 'theme' && !/^[a-z][a-z0-9_]*$/.test(row.category)) {
      refuse('a category in lower-case letters, digits and underscores', row.category);
    } else if (
      kind !== 'theme' &&
      kind !== 'category' &&
      !lexiconLanguages.some((one) => one === row.language)
    ) {
      refuse(`one of ${lexiconLanguages.join(', ')} in language`, row.language);
    } else take(drafts, kind, row, more);
  }
  const themes = [...drafts.values()].flatMap((draft) => {
    const { value, faults } = check(Theme, draft);
    for (const { path, expected, found } of faults ?? []) {
      refused.push({
        place: `\`${[draft.theme, ...path].join('.')}\``,
        expected,
        found,
        remedy: 'correct its row',
      });
    }
    return value === null ? [] : [value];
  });
  return { themes, refused };
}

function take(drafts: Map<string, Draft>, kind: (typeof kinds)[number], row: Cells, more: object): void {
  const draft = drafts.get(row.theme) ?? {
    theme: row.theme,
    layer: row.layer,
    label: row.label,
    categories: {},
  };
  drafts.set(row.theme, draft);
  if (kind === 'theme') {
    Object.assign(draft, more);
    return;
  }
  const category = Object.hasOwn(draft.categories, row.category) ? draft.categories[row.category] : undefined;
  const filled = category ?? { terms: {}, matches: {}, rejects: {} };
  draft.categories[row.category] = filled;
  if (kind === 'category') Object.assign(filled, more);
  else {
    const list = filled[kind === 'term' ? 'terms' : kind];
    const language = row.language;
    list[language] = [...(list[language] ?? []), kind === 'term' ? { pattern: row.text, ...more } : row.text];
  }
}

function parsedJson(text: string): object | null {
  if (text === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
