import { type LexiconLanguage, lexiconLanguages } from '../model/passage.ts';
import type { Speech } from '../model/speech.ts';

/** One pattern of the cues of speech: `polarity.not` with its words, or `finite` with a regular expression. */
export type SpeechRow = {
  readonly language: LexiconLanguage;
  readonly kind: string;
  readonly text: string;
};

/** The cues of speech, a row a pattern, in the order in which they stand. */
export function* speechRows(speech: Speech): Generator<SpeechRow> {
  for (const language of lexiconLanguages) {
    for (const [part, value] of Object.entries(speech[language] ?? {})) {
      if (typeof value === 'string') yield { language, kind: part, text: value };
      else if (Array.isArray(value)) for (const text of value) yield { language, kind: part, text };
      else {
        for (const [kind, patterns] of Object.entries(value)) {
          for (const text of patterns) yield { language, kind: `${part}.${kind}`, text };
        }
      }
    }
  }
}

type Parts = Record<string, string | string[] | Record<string, string[]>>;

/** The cues that rows stand for, unchecked: a part that says nothing twice is a string, with a point in its name a list of lists. */
export function speechOfRows(rows: Iterable<SpeechRow>): Readonly<Record<string, Parts>> {
  const speech: Record<string, Parts> = {};
  for (const { language, kind, text } of rows) {
    speech[language] ??= {};
    const parts = speech[language];
    const [part = '', inner] = kind.split('.', 2);
    if (inner !== undefined) {
      const group = parts[part];
      const lists = typeof group === 'object' && !Array.isArray(group) ? group : {};
      parts[part] = lists;
      lists[inner] = [...(lists[inner] ?? []), text];
    } else if (scalars.has(part)) parts[part] = text;
    else {
      const list = parts[part];
      parts[part] = Array.isArray(list) ? [...list, text] : [text];
    }
  }
  return speech;
}

/** Parts that are one regular expression. */
const scalars: ReadonlySet<string> = new Set(['finite', 'future', 'telling', 'wished', 'joined', 'bare']);

/** Whether a row can stand behind others: its kind has at most one point, and a part that is one expression comes once. */
export function isSpeechRow({ language, kind }: SpeechRow, before: readonly SpeechRow[]): boolean {
  if (!/^[a-z_]+(\.[a-z_]+)?$/.test(kind)) return false;
  return !scalars.has(kind) || !before.some((one) => one.language === language && one.kind === kind);
}
