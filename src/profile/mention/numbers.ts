import type { CueLanguage } from '../../text/cue.ts';
import { magnitudes, numberJoints, numberWords } from './rules/numbers.ts';
import type { Word } from './sight.ts';

/** A number in a text: its value and how many words it takes from the place asked for. */
export type Quantity = { readonly value: number; readonly words: number };

/**
 * The value of a number in figures. A sign that stands twice, or before another, parts thousands; one that stands once
 * before three figures does so where the language writes thousands with it (`1.234` is 1234 in Spanish and
 * Portuguese, `1,234` in English), and is the decimal sign otherwise. Uruguay parts millions with a colon
 * (`1:100.000`). Null for what is no number.
 */
export function parseFigures(figures: string, language: CueLanguage): number | null {
  const packed = figures.replace(/[\s\u00a0\u202f'’]/gu, '').replace(/^(\d{1,3}):(?=\d{3}\.\d{3})/u, '$1.');
  if (!/^\d+(?:[.,]\d+)*$/u.test(packed)) return null;
  const signs = packed.match(/[.,]/gu) ?? [];
  const last = signs.at(-1);
  if (last === undefined) return Number(packed);
  const at = packed.lastIndexOf(last);
  const parts = language === 'en' ? ',' : '.';
  const single = signs.length === 1 && packed.length - at - 1 === 3 && last === parts && at <= 3;
  const grouped = signs.length > 1 && signs.every((sign) => sign === last);
  if (single || grouped) return Number(packed.replace(/[.,]/gu, ''));
  return Number(`${packed.slice(0, at).replace(/[.,]/gu, '')}.${packed.slice(at + 1)}`);
}

/** A number in words that begins at a word: `doscientos mil`, `oitocentos e cinquenta milhões`; null where none does. */
export function readWords(words: readonly Word[], at: number, language: CueLanguage): Quantity | null {
  const small = numberWords[language];
  const large = magnitudes[language];
  let total = 0;
  let group = 0;
  let read = 0;
  let last = 0;
  for (let i = at; i < words.length && i - at < 40; i++) {
    const { folded } = words[i] as Word;
    const unit = small.get(folded);
    const factor = large.get(folded);
    if (unit !== undefined) group += unit;
    else if (factor !== undefined) {
      if (factor >= 1_000_000) {
        total += Math.max(1, group) * factor;
        group = 0;
      } else group = Math.max(1, group) * factor;
    } else if (!numberJoints.has(folded) || read === 0) break;
    if (unit === undefined && factor === undefined) continue;
    read = i - at + 1;
    last = total + group;
  }
  return read === 0 ? null : { value: last, words: read };
}

/** What multiplies a number in figures, from a word on: `mil`, `mil millones`; 1 for nothing. */
export function readMagnitude(words: readonly Word[], at: number, language: CueLanguage): Quantity {
  let value = 1;
  let read = 0;
  for (; read < 2; read++) {
    const factor = magnitudes[language].get(words[at + read]?.folded ?? '');
    if (factor === undefined) break;
    value *= factor;
  }
  return { value, words: read };
}
