import type { CategoryMap, Theme } from './lexicon.ts';
import type { Speech } from './speech.ts';

/** Dictionary files of other programs that are read and written, named by their endings. */
export const dictionaryFormats = ['dic', 'dicx', 'cat', 'ykd', 'lc3', 'lcd', 'yml', 'csv'] as const;
export type DictionaryFormat = (typeof dictionaryFormats)[number];

/** What each format is called, for people. */
export const formatNames: Readonly<Record<DictionaryFormat, string>> = {
  dic: 'LIWC dictionary (.dic)',
  dicx: 'LIWC-22 dictionary (.dicx)',
  cat: 'WordStat dictionary (.cat)',
  ykd: 'Yoshikoder dictionary (.ykd)',
  lc3: 'Lexicoder 3 dictionary (.lc3)',
  lcd: 'Lexicoder 2 dictionary (.lcd)',
  yml: 'quanteda dictionary (.yml)',
  csv: 'flat table (.csv)',
};

/** One entry as its file writes it; `line` counts from 1, 0 where it stands in no file. */
export type DictionaryEntry = { readonly text: string; readonly line: number };

/** A category with entries of its own and categories inside it; the order is that of the file. */
export type DictionaryNode = {
  readonly name: string;
  readonly line: number;
  /** What the file says of it, where the format has a place for that; '' where it says nothing. */
  readonly description: string;
  readonly entries: readonly DictionaryEntry[];
  readonly children: readonly DictionaryNode[];
};

/** A dictionary of another program, as far as categories and entries go: its top categories. */
export type Dictionary = readonly DictionaryNode[];

/** How deep categories may lie inside one another. */
export const maxCategoryDepth = 64;

/**
 * Something that cannot be represented. `place` is a line of the file that is read, or the category and entry
 * that cannot be written.
 */
export type Refusal = {
  readonly place: number | string;
  readonly expected: string;
  readonly found: string;
  readonly remedy: string;
};

/** A dictionary as far as it can be represented, and what cannot; empty where the file is damaged as a whole. */
export type DictionaryReading = { readonly dictionary: Dictionary; readonly refused: readonly Refusal[] };

/** A file as far as the format can hold the dictionary, and what it cannot. */
export type DictionaryWriting = { readonly text: string; readonly refused: readonly Refusal[] };

/** What of a lexicon a format has no place for, though it changes no match there; no lines where none are known. */
export type Loss = {
  /** What it is, in the plural. */
  readonly kind: string;
  readonly count: number;
  readonly places: readonly { readonly file: string; readonly lines: readonly number[] }[];
};

/** A lexicon as a file of a format: what would be counted otherwise and is refused, and what is merely not told. */
export type LexiconWriting = DictionaryWriting & { readonly lost: readonly Loss[] };

/** What a file becomes here: themes, and of a table of a whole lexicon the categories of the claim and the cues of speech that it holds. */
export type LexiconReading = {
  readonly themes: readonly Theme[];
  readonly categories: CategoryMap | null;
  readonly speech: Speech | null;
  readonly refused: readonly Refusal[];
};

/** A YAML file as written, with lines counted from 1: numbers and the like are the text that stands there. */
export type YamlNode = { readonly line: number } & (
  | { readonly kind: 'map'; readonly pairs: readonly { readonly key: string; readonly value: YamlNode }[] }
  | { readonly kind: 'list'; readonly items: readonly YamlNode[] }
  | { readonly kind: 'text'; readonly text: string }
  /** What is no category and no entry: nothing at all, an alias, a key that is no text. */
  | { readonly kind: 'other'; readonly found: string }
);

/** One refusal in words: where, what was expected, what was found, what to do. */
export function describeRefusal(file: string, { place, expected, found, remedy }: Refusal): string {
  const where = typeof place === 'number' ? `${file}:${place}` : `${file}  ${place}`;
  return `${where}  expected ${expected}, got ${shortened(found)}: ${remedy}`;
}

/** Most lines of a file that are named one by one. */
const fewLines = 8;

/** One loss in words: how much of what, and where; of many lines of a file the first and the last. */
export function describeLoss({ kind, count, places }: Loss): string {
  const where = places.map(({ file, lines }) => {
    if (lines.length === 0) return file;
    const listed = lines.length > fewLines ? `${lines[0]} to ${lines.at(-1)}` : lines.join(', ');
    return `${file}:${listed}`;
  });
  return `${count} ${kind}: ${where.join('; ')}`;
}

/** Its middle is left out of what is long: entries may be of any length, and what is wrong stands behind them. */
function shortened(text: string): string {
  const characters = [...text];
  if (characters.length <= longest) return text;
  return `${characters.slice(0, longest / 2).join('')}…${characters.slice(-longest / 2).join('')}`;
}

/** Most characters of what was found that a message shows. */
const longest = 160;
