import { plain } from '../../text/fold.ts';
import { monthNumbers, numberWords } from './rules/words.ts';

const word = '[\\p{L}\\p{M}]+';
const year = `(?<year>(?:19|20)\\d\\d|(?:dos|dois|two)\\s+(?:mil|thousand)(?:\\s+(?:e\\s+|y\\s+)?${word}(?:\\s+[ey]\\s+${word})?)?)`;
/** The ways in which a date is written, the more telling first; `day`, `month` and `year` name their parts. */
const forms: readonly RegExp[] = [
  `(?<day>\\d{1,2})[ºª°]?\\s+(?:d[ií]as?\\s+)?(?:del?\\s+|do\\s+)?(?:m[eê]s\\s+)?(?:de\\s+)?(?<month>${word})\\s+(?:del?\\s+|do\\s+)?(?:ano\\s+(?:de\\s+)?|año\\s+)?${year}`,
  `(?<month>${word})\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?\\s*,?\\s+${year}`,
  `(?<day>\\d{1,2})(?:st|nd|rd|th)\\s+(?:day\\s+)?(?:of\\s+)?(?<month>${word})\\s*,?\\s+${year}`,
  `(?<day>${word})\\s+(?:d[ií]as?\\s+)?(?:del?\\s+|do\\s+)?(?:m[eê]s\\s+)?(?:de\\s+)?(?<month>${word})\\s+(?:del?\\s+|do\\s+)?(?:ano\\s+(?:de\\s+)?|año\\s+)?${year}`,
  `(?<day>\\d{1,2})[/.-](?<month>\\d{1,2}|[IVX]{1,4})[/.-](?<year>\\d{4}|\\d{2})(?!\\d)`,
  `(?<month>${word})\\s+(?:del?\\s+|of\\s+)?${year}`,
].map((form) => new RegExp(`(?<![\\p{L}\\p{N}])${form}`, 'giu'));

/**
 * The first date that a text states, as year-month-day or year-month; null where it states none. Dates in
 * figures alone are read day first, and not at all in English, where readers differ.
 */
export function dateIn(text: string, english: boolean): string | null {
  for (const form of forms) {
    if (english && form.source.includes('[/.-]')) continue;
    for (const match of text.matchAll(form)) {
      const { day, month = '', year: stated = '' } = match.groups ?? {};
      const written = dated(yearOf(stated), monthOf(month), day === undefined ? null : numberOf(day));
      if (written !== null) return written;
    }
  }
  return null;
}

function dated(year: number | null, month: number | null, day: number | null): string | null {
  if (year === null || month === null || month < 1 || month > 12) return null;
  if (year < 1800 || year > 2199) return null;
  const start = `${year}-${String(month).padStart(2, '0')}`;
  if (day === null) return start;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return day >= 1 && day <= last ? `${start}-${String(day).padStart(2, '0')}` : null;
}

function monthOf(text: string): number | null {
  return /^\d+$/u.test(text) ? Number(text) : (monthNumbers.get(plain(text)) ?? null);
}

/** A year; of two figures, one of 1951 to 2050. */
function yearOf(text: string): number | null {
  const value = numberOf(text);
  return value === null || text.length !== 2 ? value : value + (value > 50 ? 1900 : 2000);
}

/** A number in figures or in the words for days and years. */
function numberOf(text: string): number | null {
  if (/^\d+$/u.test(text)) return Number(text);
  let sum = 0;
  for (const part of plain(text).split(/\s+/u)) {
    if (part === 'e' || part === 'y') continue;
    const value = numberWords.get(part);
    if (value === undefined) return null;
    sum = value === 1000 ? Math.max(1, sum) * 1000 : sum + value;
  }
  return sum === 0 ? null : sum;
}
