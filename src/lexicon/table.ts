import type { LexiconReading, Refusal } from '../model/dictionary.ts';
import { check, type Schema } from '../model/input.ts';
import { CategoryMap, type LexiconSource, layers, Theme } from '../model/lexicon.ts';
import { lexiconLanguages } from '../model/passage.ts';
import { Speech } from '../model/speech.ts';
import { rowOf, rowsOf } from './formats/cells.ts';
import { isSpeechRow, type SpeechRow, speechOfRows, speechRows } from './speech-rows.ts';

/** Columns of a lexicon as a table; whatever else a theme, category or term says stands in `more` as JSON. */
const columns = ['theme', 'layer', 'label', 'category', 'what', 'language', 'text', 'more'] as const;

/** A row of a theme is the theme or a category with all that it says, a term, or a sentence that must match or must not. */
const kinds = ['theme', 'category', 'term', 'matches', 'rejects'] as const;

/** What stands in no theme: a category of the claim (its code in `text`), or a cue of speech (its kind in `category`). */
const others = ['code', 'speech'] as const;

type Cells = Readonly<Record<(typeof columns)[number], string>>;

/** A whole lexicon as a table that loses nothing. */
export function writeTable({
  themes,
  categories: codes,
  speech = {},
}: Pick<LexiconSource, 'themes' | 'categories' | 'speech'>): string {
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
  for (const [code, { label, ...more }] of Object.entries(codes))
    put({ label, what: 'code', text: code, more: json(more) });
  for (const { language, kind, text } of speechRows(speech))
    put({ what: 'speech', language, category: kind, text });
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
export function readTable(text: string): LexiconReading {
  const rows = rowsOf(text);
  if ('expected' in rows) return { themes: [], categories: null, speech: null, refused: [rows] };
  const refused: Refusal[] = [];
  const codes: Record<string, object> = {};
  const cues: SpeechRow[] = [];
  const drafts = new Map<string, Draft>();
  for (const { line, cells } of rows.slice(1)) {
    const row = Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ''])) as Cells;
    const refuse = (expected: string, found: string) =>
      refused.push({ place: line, expected, found: `"${found}"`, remedy: 'correct the cell' });
    const kind = kinds.find((one) => one === row.what);
    const more = parsedJson(row.more);
    const language = lexiconLanguages.find((one) => one === row.language);
    if (row.what === 'code' && more !== null) {
      if (Object.hasOwn(codes, row.text)) refuse('each code once', row.text);
      else codes[row.text] = { label: row.label, ...more };
    } else if (row.what === 'speech' && language !== undefined) {
      const cue = { language, kind: row.category, text: row.text };
      if (isSpeechRow(cue, cues)) cues.push(cue);
      else refuse('a kind of cue such as polarity.not, and each regular expression once', row.category);
    } else if (kind === undefined && !others.some((one) => one === row.what))
      refuse(`one of ${[...kinds, ...others].join(', ')} in what`, row.what);
    else if (kind === undefined && more === null) refuse('JSON in more', row.more);
    else if (kind === undefined) refuse(`one of ${lexiconLanguages.join(', ')} in language`, row.language);
    else if (row.theme === '') refuse('the name of a theme', '');
    else if (!layers.some((layer) => layer === row.layer))
      refuse(`one of ${layers.join(', ')} in layer`, row.layer);
    else if (more === null) refuse('JSON in more', row.more);
    else if (kind !== 'theme' && !/^[a-z][a-z0-9_]*$/.test(row.category)) {
      refuse('a category in lower-case letters, digits and underscores', row.category);
    } else if (kind !== 'theme' && kind !== 'category' && language === undefined) {
      refuse(`one of ${lexiconLanguages.join(', ')} in language`, row.language);
    } else take(drafts, kind, row, more);
  }
  const whole = <Value>(name: string, schema: Schema<Value>, draft: unknown): Value | null => {
    const { value, faults } = check(schema, draft);
    for (const { path, expected, found } of faults ?? []) {
      const place = `\`${[name, ...path].join('.')}\``;
      refused.push({ place, expected, found, remedy: 'correct its row' });
    }
    return value;
  };
  return {
    themes: [...drafts.values()].flatMap((draft) => whole(draft.theme, Theme, draft) ?? []),
    categories: Object.keys(codes).length === 0 ? null : whole('categories', CategoryMap, codes),
    speech: cues.length === 0 ? null : whole('speech', Speech, speechOfRows(cues)),
    refused,
  };
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
