import { eld } from 'eld/extrasmall';
import { lexiconLanguages } from '../model/passage.ts';
import { commonWords, endings, shares, tableLanguages } from './language-words.ts';

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
const stray = 2e-4;
/** For a word of no table: what speaks against every table language, what its ending gives back, and another script. */
const unknown = -0.7;
const ending = 1;
const script = -4;
/** Odds before any word is read, against a language without lexicons and against one without a table. */
const relative = -1;
const stranger = -3;
/** Lead of the tables above which n-grams are not asked. */
const sure = 6;
/** Weight of the n-grams' score in nats a word; the score of a language they do not know; Galician's below its kin. */
const weight = 0.03;
const level = 45;
const kin = -4;
/** Letters of a usual word: what writes no spaces is counted by them; and the words that n-grams weigh at most. */
const usual = 5;
const most = 60;

const size = tableLanguages.length;
const commons = table((language) =>
  Object.entries(commonWords[language]).flatMap(([name, list]) => {
    const share = name === 'first' ? shares.first : name === 'second' ? shares.second : shares.third;
    return list.split(' ').map((word) => [word, Math.log(share / stray)] as const);
  }),
);
const tails = table((language) => endings[language].split(' ').map((tail) => [tail, ending] as const));
const longest = Math.max(...[...tails.keys()].map((tail) => tail.length));

function table(rows: (language: (typeof tableLanguages)[number]) => readonly (readonly [string, number])[]) {
  const found = new Map<string, Float64Array>();
  tableLanguages.forEach((language, i) => {
    for (const [key, value] of rows(language)) {
      const values = found.get(key) ?? new Float64Array(size);
      values[i] = Math.max(values[i] ?? 0, value);
      found.set(key, values);
    }
  });
  return found;
}

/**
 * Weighs a text: naive Bayes over the common words and endings of the table languages against a language
 * unknown, with the n-grams of `eld` where these are not sure. Capitalised words within a text are taken
 * for names and weigh nothing, nor do addresses and code; in a text all in capitals only common words,
 * endings and n-grams weigh.
 */
export function evidenceOf(text: string): Evidence {
  const read = sample(text);
  const { sums, extent } = weigh(read);
  const [en = 0, es = 0, pt = 0, ...kindred] = sums;
  const [gl = 0, ca = 0, fr = 0, it = 0] = kindred.map((value) => value + relative);
  const scores = { en, es, pt, gl, ca, fr, it };
  const apart = stranger;
  if (extent === 0) return { en: 0, es: 0, pt: 0, other: 0, words: 0 };
  if (lead([en, es, pt, gl, ca, fr, it, apart]) >= sure)
    return { en, es, pt, other: Math.max(gl, ca, fr, it, apart), words: extent };
  const grams = ngrams(read);
  const factor = weight * Math.min(extent, most);
  const of = (language: string) => factor * (grams.get(language) ?? 0);
  let strange = level;
  for (const [language, score] of grams) if (!(language in scores)) strange = Math.max(strange, score);
  return {
    en: en + of('en'),
    es: es + of('es'),
    pt: pt + of('pt'),
    other: Math.max(
      gl + Math.max(of('es'), of('pt')) + factor * kin,
      ca + of('ca'),
      fr + of('fr'),
      it + of('it'),
      apart + factor * strange,
    ),
    words: extent,
  };
}

/** A letter that counts a list or stands for its bullet is no word: `a) …`, `(e) …`, `o Members present`. */
const enumerator = /^\(?\p{L}[).\]-]|^\p{Ll} (?=\p{Lu})/u;
const address = /\/\/|[@_={}<>\\]|www\./u;

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

/** The beginning, the middle and the end of a text, composed, without addresses and code. */
function sample(text: string): string {
  const rest = text.length - reach;
  const middle = Math.floor(rest / 2);
  const parts =
    rest <= 2 * reach ? [text] : [text.slice(0, reach), text.slice(middle, middle + reach), text.slice(rest)];
  const joined = parts.join(' ').normalize('NFC').replace(enumerator, ' ');
  return address.test(joined)
    ? joined.replace(/\S+/gu, (piece) => (address.test(piece) ? ' ' : piece))
    : joined;
}

const word = /\p{L}[\p{L}\p{M}]*/gu;

/** Sums of what each word says for each table language, and how many words of usual length that was. */
function weigh(text: string): { readonly sums: Float64Array; readonly extent: number } {
  const sums = new Float64Array(size);
  const shouted = !/\p{Ll}/u.test(text);
  let extent = 0;
  let first = true;
  for (const written of text.match(word) ?? []) {
    const lower = written.toLowerCase();
    const name = !shouted && lower !== written;
    const common = name && !first ? undefined : commons.get(lower);
    first = false;
    if (common !== undefined) {
      for (let i = 0; i < size; i++) sums[i] = (sums[i] ?? 0) + (common[i] ?? 0);
      extent++;
    } else if (!name && lower.length > 1) {
      const against = lower !== written ? 0 : latin(lower) ? unknown : script;
      const tail = tailOf(lower);
      for (let i = 0; i < size; i++) sums[i] = (sums[i] ?? 0) + against + (tail?.[i] ?? 0);
      extent += Math.max(1, lower.length / (2 * usual));
    }
  }
  return { sums, extent };
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

/** Mean score of the n-grams of a text by language, about 80 where a language is right: `eld` gives x / (x + 25). */
function ngrams(text: string): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(eld.detect(text).getScores()).map(([language, score]) => [
      language,
      (25 * score) / (1 - score),
    ]),
  );
}
