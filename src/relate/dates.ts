import { fold } from '../text/fold.ts';
import { months, otherMonths } from './words.ts';

const folded = { case: false, accents: false } as const;

const monthOf = new Map<string, number>([
  ...Object.values(months).flatMap((names) => names.map((name, at): [string, number] => [name, at + 1])),
  ...Object.entries(otherMonths),
]);

const name = '(\\p{L}{3,10})';
const day = '(\\d{1,2})(?:º|°|ro|er|st|nd|rd|th)?';
const year = '(\\d{4})';
/** Day, month and year stand in the groups that are named last. */
const forms: readonly { readonly pattern: RegExp; readonly at: readonly [number, number, number] }[] = [
  // 14 de mayo de 2009, 14 May 2009, 1º de mayo del 2009
  {
    pattern: new RegExp(
      `\\b${day}\\s+(?:de\\s+|of\\s+)?${name}\\.?,?\\s+(?:de\\s+|del\\s+)?${year}\\b`,
      'giu',
    ),
    at: [1, 2, 3],
  },
  // May 14, 2009
  { pattern: new RegExp(`\\b${name}\\.?\\s+${day},?\\s+${year}\\b`, 'giu'), at: [2, 1, 3] },
  // 14/05/2009, 14.5.2009
  { pattern: new RegExp(`\\b(\\d{1,2})[/.-](\\d{1,2})[/.-]${year}\\b`, 'gu'), at: [1, 2, 3] },
  { pattern: new RegExp(`\\b${year}-(\\d{2})-(\\d{2})\\b`, 'gu'), at: [3, 2, 1] },
];

/**
 * The days that a text names, as `2009-05-14`, in Spanish, Portuguese or English or in digits (day before month,
 * unless that is no date). Each as often as it is named, form by form.
 */
export function datesIn(text: string): readonly string[] {
  if (!/\d{4}/.test(text)) return [];
  return forms.flatMap(({ pattern, at: [d, m, y] }) =>
    [...text.matchAll(pattern)].flatMap((match) => dateOf(match[d], match[m], match[y]) ?? []),
  );
}

function dateOf(day = '', month = '', year = ''): string | null {
  const number = /^\d/.test(month) ? Number(month) : (monthOf.get(fold(month, folded)) ?? 0);
  const [m, d] = number > 12 ? [Number(day), number] : [number, Number(day)];
  if (m < 1 || m > 12 || d < 1 || d > 31) return null;
  return `${year}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}
