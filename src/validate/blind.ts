import { plain } from '../text/fold.ts';
import { months, otherMonths } from '../text/months.ts';

/** What stands in a blinded text for names, for dates, and for each private person of a passage. */
export const marks = {
  institution: '[INSTITUTION]',
  country: '[COUNTRY]',
  programme: '[PROGRAMME]',
  date: '[DATE]',
  person: (number: number) => `[PERSON ${number}]`,
} as const;

/**
 * What stands for the private persons of one passage: they are told apart there and nowhere else, since whoever met the
 * same name in another passage would know that both are of one institution.
 */
export function personMarks(): (name: string) => string {
  const known = new Map<string, string>();
  return (name) => {
    const mark = known.get(name) ?? marks.person(known.size + 1);
    known.set(name, mark);
    return mark;
  };
}

const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;
const monthNames = new Set([...Object.values(months).flat(), ...Object.keys(otherMonths)]);
const year = '(?:1[89]|20)\\d\\d';
const month = '[\\p{L}\\p{M}]+\\.?';
const joint = '(?:\\s+de[l]?|\\s+do|\\s+of|,)?\\s+';

/** Ways in which a date is written, the longer first; `month` has to be one. */
const dates = [
  `\\d{1,2}(?:st|nd|rd|th|[ºª°])?${joint}(?<month>${month})(?:${joint}${year})?`,
  `(?<month>${month})\\s+\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s+${year})?`,
  `(?<month>${month})${joint}${year}`,
  `${year}[-/.]\\d{1,2}[-/.]\\d{1,2}`,
  `\\d{1,2}[-/.]\\d{1,2}[-/.](?:${year}|\\d\\d)`,
  `${year}s?`,
].map((form) => new RegExp(`(?<![\\p{L}\\p{N}])${form}(?![\\p{L}\\p{N}])`, 'giu'));

/** Names by which a text may tell whose it is, each kind under its own mark. */
export type Telling = Readonly<Record<'institution' | 'country' | 'programme', Iterable<string>>>;

/** A passage without what would tell a coder whose it is and when it was written. */
export type Blinder = (text: string) => string;

/**
 * Makes a function that puts neutral marks in place of names, without regard to case and accents, the longest first, and in
 * place of dates and years. Names of fewer than two letters are left alone, since they would be found everywhere; short
 * acronyms only in capitals. A name of two kinds has the mark of the first: an institution's before a country's before a
 * programme's.
 */
export function blinder(telling: Telling): Blinder {
  const known = new Map<string, Named[]>();
  const seen = new Set<string>();
  for (const kind of ['institution', 'country', 'programme'] as const) {
    for (const name of telling[kind]) {
      const parts = partsOf(name).map(({ folded }) => folded);
      const [first] = parts;
      if (first === undefined || parts.join('').length < 2 || seen.has(name)) continue;
      seen.add(name);
      known.set(first, [...(known.get(first) ?? []), { parts, name, mark: marks[kind] }]);
    }
  }
  for (const list of known.values()) list.sort((a, b) => b.parts.length - a.parts.length);
  return (text) => withoutDates(withoutNames(text, known));
}

type Named = { readonly parts: readonly string[]; readonly name: string; readonly mark: string };
type Known = ReadonlyMap<string, readonly Named[]>;

function withoutNames(text: string, known: Known): string {
  const words = partsOf(text);
  let made = '';
  let at = 0;
  for (let index = 0; index < words.length; index++) {
    const { folded, start } = words[index] as Part;
    const found = known.get(folded)?.find(({ parts, name }) => stands(parts, name, index));
    if (found === undefined) continue;
    const last = words[index + found.parts.length - 1] as Part;
    made += text.slice(at, start) + found.mark;
    at = last.end;
    index += found.parts.length - 1;
  }
  return made + text.slice(at);

  function stands(parts: readonly string[], name: string, from: number): boolean {
    const isThere = parts.every((part, step) => {
      const here = words[from + step];
      if (here?.folded !== part) return false;
      const before = step === 0 ? null : words[from + step - 1];
      return before == null || /^[\s.,'’&/–-]{0,3}$/u.test(text.slice(before.end, here.start));
    });
    // CAN and can, RED and red.
    const isAcronym = parts.length === 1 && name === name.toUpperCase() && name.length < 6;
    return isThere && (!isAcronym || words[from]?.raw === words[from]?.raw.toUpperCase());
  }
}

function withoutDates(text: string): string {
  return dates.reduce(
    (left, form) =>
      left.replace(form, (...found) => {
        const groups: unknown = found.at(-1);
        const named = typeof groups === 'object' && groups !== null ? Object.values(groups)[0] : undefined;
        return typeof named !== 'string' || isMonth(named) ? marks.date : String(found[0]);
      }),
    text,
  );
}

/** A month by its name or its first three letters. */
function isMonth(name: string): boolean {
  const month = plain(name.replace(/\.$/, ''));
  return (
    monthNames.has(month) || (month.length === 3 && [...monthNames].some((one) => one.startsWith(month)))
  );
}

type Part = { readonly folded: string; readonly start: number; readonly end: number; readonly raw: string };

function partsOf(text: string): readonly Part[] {
  return [...text.matchAll(word)].map(({ 0: raw, index }) => ({
    raw,
    folded: plain(raw.normalize('NFKC')),
    start: index,
    end: index + raw.length,
  }));
}
