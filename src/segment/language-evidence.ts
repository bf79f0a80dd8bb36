import { eld } from 'eld/extrasmall';
import { lexiconLanguages } from '../model/passage.ts';
import {
  absent,
  commonWords,
  endings,
  shares,
  type TableLanguage,
  tableLanguages,
} from './language-words.ts';

/** What a passage can be in: a language with lexicons, or any other. */
export const candidates = [...lexiconLanguages, 'other'] as const;
export type Candidate = (typeof candidates)[number];

/**
 * How well a text fits each candidate: log likelihoods (natural), of which only differences mean anything.
 * `words` is the number of words that were weighed; names and addresses are not.
 */
export type Evidence = Readonly<Record<Candidate, number>> & { readonly words: number };

/** Of a longer text, this many UTF-16 units are read at its beginning, in its middle and at its end. */
const reach = 350;
/** Share that a common word of one language has in the running text of another. */
const stray = 1e-4;
/**
 * What a word of no table says, in nats: against every table language, unless all in capitals; for those with
 * its ending; against those that lack one of its letters; and against all where it is of another script.
 */
const unknown = -0.7;
const ending = 1;
const lacking = -3;
const script = -4;
/** Odds before any word is read, against a language without lexicons and against one without a table. */
const relative = -1;
const stranger = -3;
/** Lead of the tables above which n-grams are not asked. */
const sure = 10;
/** Weight of the n-grams' score in nats a word; the score of a language they do not know. */
const weight = 0.03;
const level = 45;
/** Letters of a usual word: what writes no spaces is counted by them; and the words that n-grams weigh at most. */
const usual = 5;
const most = 60;
/** Share of running text that is neither names nor code, at least; and the most nats that any other text is worth. */
const prose = 0.4;
const mutter = 3;

const size = tableLanguages.length;
const commons = table((language) => [
  ...rows(commonWords[language].first, Math.log(shares.first / stray)),
  ...rows(commonWords[language].second, Math.log(shares.second / stray)),
  ...rows(commonWords[language].third, Math.log(shares.third / stray)),
]);
const tails = table((language) => rows(endings[language], ending));
const marks = table((language) => rows(absent[language], lacking));
const longest = Math.max(...[...tails.keys()].map((tail) => tail.length));
const marked = new RegExp([...marks.keys()].toSorted((a, b) => b.length - a.length).join('|'), 'u');

type Row = readonly [string, number];
function rows(list: string, value: number): readonly Row[] {
  return list.split(' ').map((key) => [key, value]);
}

/** What a key says for each table language, 0 where it is in none of the language's rows. */
function table(rowsOf: (language: TableLanguage) => readonly Row[]): ReadonlyMap<string, Float64Array> {
  const found = new Map<string, Float64Array>();
  tableLanguages.forEach((language, i) => {
    for (const [key, value] of rowsOf(language)) {
      const values = found.get(key) ?? new Float64Array(size);
      values[i] ||= value;
      found.set(key, values);
    }
  });
  return found;
}

/**
 * Weighs a text: naive Bayes over the common words, endings and letters of the table languages against a
 * language unknown, with the n-grams of `eld` where these are not sure. Capitalised words within a text are
 * taken for names and weigh nothing, nor do addresses and code; a text that is mostly such is worth 3 nats.
 * `known` may be kept for all texts of a document, whose words are mostly the same few.
 */
export function evidenceOf(text: string, known: KnownWords = new Map()): Evidence {
  const { read, code } = sample(text);
  const { sums, extent, running } = weigh(read, known);
  if (extent === 0) return { en: 0, es: 0, pt: 0, other: 0, words: 0 };
  const [en = 0, es = 0, pt = 0, ...kindred] = sums;
  const [gl = 0, ca = 0, fr = 0, it = 0] = kindred.map((value) => value + relative);
  const tabled = { en, es, pt, gl, ca, fr, it, apart: stranger };
  const scores = lead(Object.values(tabled)) >= sure ? tabled : withNgrams(tabled, read, extent);
  const other = Math.max(scores.gl, scores.ca, scores.fr, scores.it, scores.apart);
  const found = { en: scores.en, es: scores.es, pt: scores.pt, other };
  return { ...(code || running < prose ? muttered(found) : found), words: extent };
}

type Scores = Readonly<Record<TableLanguage | 'apart', number>>;

function withNgrams(scores: Scores, text: string, extent: number): Scores {
  const grams = eld.detect(text).getScores();
  const factor = weight * Math.min(extent, most);
  const of = (language: string) => factor * meanOf(grams[language] ?? 0);
  let highest = 0;
  for (const language in grams) if (!(language in scores)) highest = Math.max(highest, grams[language] ?? 0);
  const best = Math.max(level, meanOf(highest));
  return {
    en: scores.en + of('en'),
    es: scores.es + of('es'),
    pt: scores.pt + of('pt'),
    gl: scores.gl + Math.max(of('es'), of('pt')),
    ca: scores.ca + of('ca'),
    fr: scores.fr + of('fr'),
    it: scores.it + of('it'),
    apart: scores.apart + factor * best,
  };
}

function muttered(found: Readonly<Record<Candidate, number>>): Readonly<Record<Candidate, number>> {
  const { en, es, pt, other } = found;
  const least = Math.max(en, es, pt, other) - mutter;
  return {
    en: Math.max(en, least),
    es: Math.max(es, least),
    pt: Math.max(pt, least),
    other: Math.max(other, least),
  };
}

/** By how much the highest value exceeds the second. */
function lead(values: readonly number[]): number {
  let first = Number.NEGATIVE_INFINITY;
  let second = first;
  for (const value of values) {
    if (value > first) [first, second] = [value, first];
    else if (value > second) second = value;
  }
  return first - second;
}

/** A letter that counts a list or stands for its bullet is no word: `a) …`, `(e) …`, `o Members present`. */
const enumerator = /^\(?\p{L}[).\]-]|^\p{Ll} (?=\p{Lu})/u;
const address = /\/\/|[@_={}<>\\]|www\./u;

/** The beginning, the middle and the end of a text, composed, without addresses and code; whether it was mostly `code`. */
function sample(text: string): { readonly read: string; readonly code: boolean } {
  const rest = text.length - reach;
  const middle = Math.floor(rest / 2);
  const parts =
    rest <= 2 * reach ? [text] : [text.slice(0, reach), text.slice(middle, middle + reach), text.slice(rest)];
  const joined = parts.join(' ').normalize('NFC').replace(enumerator, ' ');
  if (!address.test(joined)) return { read: joined, code: false };
  const pieces = joined.match(/\S+/gu) ?? [];
  const kept = pieces.filter((piece) => !address.test(piece));
  return { read: kept.join(' '), code: kept.length < (1 - prose) * pieces.length };
}

const word = /\p{L}[\p{L}\p{M}]*/gu;

type Weighed = {
  /** What the words say for each table language, in nats. */
  readonly sums: Float64Array;
  /** Number of words weighed, each as long as usual. */
  readonly extent: number;
  /** Share of the words that are no names. */
  readonly running: number;
};

/** What words that are not common say by their form, in lower case. */
export type KnownWords = Map<string, Form>;
type Form = {
  readonly tail: Float64Array | undefined;
  readonly mark: Float64Array | undefined;
  readonly latin: boolean;
};

function formOf(lower: string): Form {
  const mark = marked.exec(lower)?.[0];
  return {
    tail: tailOf(lower),
    mark: mark === undefined ? undefined : marks.get(mark),
    latin: latin(lower),
  };
}

function weigh(text: string, known: KnownWords): Weighed {
  const sums = new Float64Array(size);
  const shouted = !/\p{Ll}/u.test(text);
  const found = text.match(word) ?? [];
  let extent = 0;
  let running = 0;
  found.forEach((written, at) => {
    const lower = written.toLowerCase();
    const capital = lower !== written;
    const common = capital && !shouted && at > 0 ? undefined : commons.get(lower);
    if (common !== undefined) {
      running++;
      extent++;
      add(sums, common, 0);
    } else if (lower.length > 1 && (shouted || !capital)) {
      const form = known.get(lower) ?? formOf(lower);
      known.set(lower, form);
      const { tail, mark } = form;
      if (!capital || tail !== undefined) running++;
      extent += Math.max(1, lower.length / (2 * usual));
      add(sums, tail, capital ? 0 : form.latin ? unknown : script);
      if (mark !== undefined) add(sums, mark, 0);
    }
  });
  return { sums, extent, running: found.length === 0 ? 0 : running / found.length };
}

function add(sums: Float64Array, values: Float64Array | undefined, to: number): void {
  for (let i = 0; i < size; i++) sums[i] = (sums[i] ?? 0) + (values?.[i] ?? 0) + to;
}

function latin(lower: string): boolean {
  const code = lower.charCodeAt(0);
  return code < 0x370 || (code >= 0x1e00 && code < 0x1f00);
}

function tailOf(lower: string): Float64Array | undefined {
  for (let length = Math.min(longest, lower.length - 1); length > 1; length--) {
    const found = tails.get(lower.slice(-length));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Mean score x of the n-grams of a text, about 80 where a language is right: `eld` gives x / (x + 25). */
function meanOf(score: number): number {
  return (25 * score) / (1 - score);
}
