import type { Amount } from '../../model/mention.ts';
import { allIn, type CueLanguage, readers } from '../../text/cue.ts';
import { plain } from '../../text/fold.ts';
import { parseFigures, type Quantity, readMagnitude, readWords } from './numbers.ts';
import { currencies, statusCues } from './rules/money.ts';
import { distance, overlaps, type Sight, type Span, type Word, within } from './sight.ts';

/** An amount and where it stands. */
export type FoundAmount = Span & { readonly amount: Amount };

type Sum = Span & { readonly value: number; readonly unit: string };
type Sign = Span & { readonly unit: string };

const statuses = readers(statusCues);
const figures =
  /\d{1,3}:\d{3}(?:[.,]\d{3}){1,5}(?:[.,]\d{1,4})?|\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3}){1,7}(?:[.,]\d{1,4})?|\d{1,18}(?:[.,]\d{1,4})?/gu;
const share = /^\s?(?:%|por ciento|por cento|per ?cent)/iu;
/** What may stand between a sum and its repetition in words or figures. */
const again = /^\s*,?\s*\(?\s*$/u;
const year =
  /(?<![\p{L}\d/.,º°-]|[$€]\s?)(?<first>(?:19|20)\d\d)(?:\s?(?:-|–|a|al|to|y|e|and)\s?(?<last>(?:19|20)\d\d))?(?![\d/%]|[.,]\d)/gu;
const symbol = /[^\p{L}\s]/u;

/** Sums of money and spent shares in a passage, with their year and status where the sentence gives them. */
export function amountsIn(sight: Sight, language: CueLanguage): readonly FoundAmount[] {
  if (!/\d|[pdegsb]/iu.test(sight.text)) return [];
  const sums = merged(sight.text, sumsIn(sight, language));
  const found: FoundAmount[] = [];
  for (const sentence of sight.sentences) {
    const own = within(sums, sentence);
    const part = sight.text.slice(sentence.start, sentence.end);
    const shares = /%|cent|cient/iu.test(part) ? sharesIn(part, sentence.start, language) : [];
    if (own.length + shares.length === 0) continue;
    const cues = allIn(statuses, part, language).map(({ kind, start, end }) => ({
      kind,
      start: start + sentence.start,
      end: end + sentence.start,
    }));
    const telling = cues.filter(({ kind }) => kind !== 'none');
    const spent = shares.filter(
      ({ start, end }) => telling.length > 0 && !own.some((sum) => overlaps(sum, { start, end })),
    );
    const all = [...own, ...spent].sort((a, b) => a.start - b.start);
    const years = yearsOf(sight.text, sentence, all);
    for (const [i, sum] of all.entries()) {
      const status = nearest(telling, sum)?.kind ?? null;
      const { start, end, value, unit } = sum;
      // A share says nothing by itself: of a tax, of votes, of anything.
      if (unit === '%' && status !== 'executed' && status !== 'disbursed' && status !== 'committed') continue;
      const state = status === 'none' ? null : status;
      found.push({ start, end, amount: { value, unit, year: years.get(i) ?? null, status: state } });
    }
  }
  return found;
}

function sumsIn({ text, words }: Sight, language: CueLanguage): readonly Sum[] {
  const sums: Sum[] = [];
  let wordAt = 0;
  const wordFrom = (place: number): number => {
    while (wordAt < words.length && (words[wordAt] as Word).start < place) wordAt += 1;
    return wordAt;
  };
  const signs = signsIn(text, words);
  if (signs.length === 0) return [];
  const before = new Map(signs.filter(({ place }) => place !== 'after').map((sign) => [sign.end, sign]));
  // A code between two numbers is that of the second.
  const after = new Map(
    signs
      .filter(({ place, end }) => place !== 'before' && !/^\s?\d/u.test(text.slice(end, end + 2)))
      .map((sign) => [sign.start, sign]),
  );
  const add = (number: Span, value: number): void => {
    const gap =
      /^[\s\u00a0]*(?:(?:de|of)\s+)?/iu.exec(text.slice(number.end, number.end + 12))?.[0].length ?? 0;
    const suffix = after.get(number.end + gap);
    const space =
      /[\s\u00a0]*(?:de\s+)?$/iu.exec(text.slice(Math.max(0, number.start - 6), number.start))?.[0] ?? '';
    const prefix =
      before.get(number.start - space.length) ?? before.get(number.start - space.trimStart().length);
    // `R$ 3 milhões de reais` has both; a peso is said by either.
    if (prefix === undefined && suffix === undefined) return;
    const unit =
      prefix === undefined || (prefix.unit === '$' && suffix !== undefined) ? suffix?.unit : prefix.unit;
    sums.push({
      start: prefix?.start ?? number.start,
      end: suffix?.end ?? number.end,
      value,
      unit: unit ?? '$',
    });
  };
  for (const { 0: written, index } of text.matchAll(figures)) {
    if (
      /[\d/]/u.test(text.charAt(index - 1)) ||
      /^\d/u.test(text.slice(index + written.length, index + written.length + 1))
    )
      continue;
    const value = parseFigures(written, language);
    if (value === null) continue;
    const number = compound({ start: index, end: index + written.length }, value);
    add(number, number.value);
  }
  for (let i = 0; i < words.length; i++) {
    const read = readWords(words, i, language);
    if (read === null) continue;
    const last = words[i + read.words - 1] as Word;
    const { start } = words[i] as Word;
    const isLone = read.words === 1 && read.value <= 1;
    const follows = /\d[\s\u00a0]*$/u.test(text.slice(Math.max(0, start - 3), start));
    if (!isLone && !follows) add({ start, end: last.end }, read.value);
    i += read.words - 1;
  }
  return sums.sort((a, b) => a.start - b.start);

  /** A number in figures with what multiplies it, and a second one that goes on: `66 bilhões e 800 milhões`. */
  function compound(number: Span, value: number): Span & { value: number } {
    const at = wordFrom(number.end);
    const large = magnitudeAt(at, number.end);
    if (large === null) return { ...number, value };
    const whole = { start: number.start, end: large.end, value: exact(value * large.value) };
    const more = /^\s+[ey]\s+(\d{1,3})\s+/u.exec(text.slice(large.end, large.end + 12));
    if (more === null) return whole;
    const start = large.end + more[0].length;
    const next = magnitudeAt(
      words.findIndex((word, i) => i >= at && word.start >= start),
      start,
    );
    if (next === null || next.value >= large.value) return whole;
    return { start: number.start, end: next.end, value: whole.value + Number(more[1]) * next.value };
  }

  function magnitudeAt(at: number, end: number): (Quantity & Span) | null {
    const first = words[at];
    if (first === undefined || !/^[\s\u00a0]*$/u.test(text.slice(end, first.start))) return null;
    const { value, words: read } = readMagnitude(words, at, language);
    const last = words[at + read - 1];
    return read === 0 || last === undefined
      ? null
      : { value, words: read, start: first.start, end: last.end };
  }
}

/** A product of a decimal and a power of ten without the noise of binary fractions. */
function exact(value: number): number {
  return Number(value.toPrecision(15));
}

const wordSigns = currencies.filter(
  ([written]) => !symbol.test(written.replace('*', '')) && !/^[A-Z]|^Gs|^Bs/u.test(written),
);
const plainSigns = currencies.filter((one) => !wordSigns.includes(one));
const firstWords: ReadonlySet<string> = new Set(
  wordSigns.map(([written]) => written.split(' ')[0]?.replace('*', '') ?? ''),
);
const signPattern = new RegExp(
  plainSigns.map(([written]) => written.replace(/[$./]/gu, '\\$&')).join('|'),
  'gu',
);

function signsIn(text: string, words: readonly Word[]): readonly (Sign & { place: string })[] {
  const signs: (Sign & { place: string })[] = [];
  for (const { 0: written, index } of text.matchAll(signPattern)) {
    const letters = /^\p{L}/u.test(written);
    if (letters && /[\p{L}\d]/u.test(text.charAt(index - 1))) continue;
    if (/\p{L}$/u.test(written) && /\p{L}/u.test(text.charAt(index + written.length))) continue;
    const [, unit, place] = plainSigns.find(([one]) => one === written) ?? ['', '$', 'before'];
    signs.push({ start: index, end: index + written.length, unit, place });
  }
  for (const [i, { folded }] of words.entries()) {
    if (!firstWords.has(folded) && !firstWords.has(folded.replace(/s$/u, ''))) continue;
    const named = wordSigns.find(([written]) =>
      written.split(' ').every((part, k) => {
        const own = words[i + k]?.folded ?? '';
        return part.endsWith('*') ? own.startsWith(part.slice(0, -1)) : own === part;
      }),
    );
    if (named === undefined) continue;
    const last = words[i + named[0].split(' ').length - 1] as Word;
    signs.push({ start: (words[i] as Word).start, end: last.end, unit: named[1], place: named[2] });
  }
  return signs;
}

/** A sum given twice, in words and in figures, is one; so are two readings of the same place. */
function merged(text: string, sums: readonly Sum[]): readonly Sum[] {
  const kept: Sum[] = [];
  for (const sum of sums) {
    const last = kept.at(-1);
    if (last === undefined) kept.push(sum);
    else if (overlaps(last, sum)) {
      if (sum.end - sum.start > last.end - last.start) kept[kept.length - 1] = sum;
    } else if (
      last.value === sum.value &&
      isSame(last.unit, sum.unit) &&
      again.test(text.slice(last.end, sum.start))
    ) {
      const opened = text.slice(last.end, sum.start).includes('(');
      const close = opened
        ? (/^(?:\.?-{1,2})?\s*\)/u.exec(text.slice(sum.end, sum.end + 5))?.[0].length ?? 0)
        : 0;
      const unit = last.unit === '$' ? sum.unit : last.unit;
      kept[kept.length - 1] = { start: last.start, end: sum.end + close, value: sum.value, unit };
    } else kept.push(sum);
  }
  return kept;
}

function isSame(a: string, b: string): boolean {
  return a === b || a === '$' || b === '$';
}

function sharesIn(part: string, from: number, language: CueLanguage): readonly Sum[] {
  return [...part.matchAll(figures)].flatMap(({ 0: written, index }) => {
    const end = index + written.length;
    const sign = share.exec(part.slice(end, end + 12));
    const value = parseFigures(written, language);
    if (sign === null || value === null) return [];
    const isWord = /\p{L}$/u.test(sign[0]) && /^\p{L}/u.test(part.slice(end + sign[0].length));
    return isWord
      ? []
      : [{ start: from + index, end: from + end + sign[0].length, value: exact(value / 100), unit: '%' }];
  });
}

/** What may stand between a sum and its year: `en el año`, `durante`. */
const behindSum = /^[\s(]*(?:(?!(?:y|e|and)\s)\p{L}+\s+){0,3}\(?$/iu;

/** The year of each sum: one that follows it at once, or that no other sum is nearer to. */
function yearsOf(text: string, sentence: Span, sums: readonly Sum[]): ReadonlyMap<number, string> {
  const years = new Map<number, { readonly year: string; readonly far: number }>();
  for (const match of text.slice(sentence.start, sentence.end).matchAll(year)) {
    const { first = '', last } = match.groups ?? {};
    const span = { start: sentence.start + match.index, end: sentence.start + match.index + match[0].length };
    if (sums.some((sum) => overlaps(sum, span)) || isOfAct(text.slice(sentence.start, span.start))) continue;
    const far = sums.map((sum) => distance(sum, span));
    const before = sums.findLastIndex((sum) => sum.end <= span.start);
    const follows = before >= 0 && behindSum.test(text.slice(sums[before]?.end, span.start));
    const at = follows ? before : far.indexOf(Math.min(...far));
    const known = years.get(at);
    if (known === undefined || (far[at] ?? 0) < known.far)
      years.set(at, { year: last === undefined ? first : `${first}-${last}`, far: far[at] ?? 0 });
  }
  return new Map([...years].map(([at, { year: stated }]) => [at, stated]));
}

/** True where a date is that of a law or decree. */
function isOfAct(before: string): boolean {
  return /\b(?:ley|lei|act|law|decreto|decree|resolucion|resolucao|decision|decisao)\b[^,;]{0,60}$/u.test(
    plain(before.slice(-90)),
  );
}

function nearest<T extends Span>(spans: readonly T[], to: Span): T | null {
  let best: T | null = null;
  for (const span of spans) if (best === null || distance(span, to) < distance(best, to)) best = span;
  return best;
}
