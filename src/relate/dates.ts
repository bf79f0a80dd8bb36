import { plain } from '../text/fold.ts';
import { months, otherMonths } from '../text/months.ts';

const monthOf = new Map<string, number>([
  ...Object.values(months).flatMap((names) => names.map((name, at): [string, number] => [name, at + 1])),
  ...Object.entries(otherMonths),
]);

const day = '(\\d{1,2})(?:º|°|ro|er|st|nd|rd|th)?';
const name = '(\\p{L}{3,10})';
/** What may stand before a year, up to it; the groups that are named hold day and month. */
const beforeYear: readonly { readonly pattern: RegExp; readonly at: readonly [number, number] }[] = [
  // 14 de mayo de 2009, 14 May 2009, 1º de mayo del 2009
  {
    pattern: new RegExp(
      `(?<![\\p{L}\\d])${day}\\s+(?:de\\s+|of\\s+)?${name}\\.?,?\\s+(?:de\\s+|del\\s+)?$`,
      'iu',
    ),
    at: [1, 2],
  },
  // May 14, 2009
  { pattern: new RegExp(`(?<!\\p{L})${name}\\.?\\s+${day},?\\s+$`, 'iu'), at: [2, 1] },
  // 14/05/2009, 14.5.2009
  { pattern: /(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-]$/, at: [1, 2] },
];
const afterYear = /^-(\d{2})-(\d{2})(?!\d)/;
/** Longest stretch before a year that could belong to its date. */
const reach = 40;

/**
 * The days that a text names, as `2009-05-14`, in Spanish, Portuguese or English or in digits (day before month,
 * unless that is no date), in their order and each as often as it is named.
 */
export function datesIn(text: string): readonly string[] {
  return [...text.matchAll(/(?<!\d)\d{4}(?!\d)/g)].flatMap(({ 0: year, index }) => {
    const before = text.slice(Math.max(0, index - reach), index);
    for (const { pattern, at } of beforeYear) {
      const match = pattern.exec(before);
      if (match !== null) return dateOf(match[at[0]], match[at[1]], year) ?? [];
    }
    const after = afterYear.exec(text.slice(index + 4, index + 11));
    return after === null ? [] : (dateOf(after[2], after[1], year) ?? []);
  });
}

function dateOf(day = '', month = '', year = ''): string | null {
  const number = /^\d/.test(month) ? Number(month) : (monthOf.get(plain(month)) ?? 0);
  const [m, d] = number > 12 ? [Number(day), number] : [number, Number(day)];
  if (m < 1 || m > 12 || d < 1 || d > 31) return null;
  return `${year}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}
