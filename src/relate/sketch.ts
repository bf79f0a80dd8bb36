import { createHash } from 'node:crypto';
import type { Act } from '../model/act.ts';
import { type Language, languages, type Passage } from '../model/passage.ts';
import type { Sketch } from '../model/sketch.ts';
import { minHash, mix } from '../stats/minhash.ts';
import { smallest } from '../stats/sample.ts';
import { plain } from '../text/fold.ts';
import { createTokenizer } from '../text/tokens.ts';
import { datesIn } from './dates.ts';
import { articleWords } from './words.ts';

/** Places of the MinHash signature, and words in a shingle. */
export const signatureSize = 128;
const shingleWords = 3;
/** Most numbers, dates and names in a sample, and most articles. */
export const sampleSize = { numbers: 64, dates: 32, names: 64 } as const;
const mostArticles = 64;
/** Beginning of a name that languages spell alike: `Paraguai` and `Paraguay`, `Mercosul` and `Mercosur`. */
const nameLetters = 5;

const tokenize = createTokenizer();
const openings = new Set(Object.values(articleWords).flat());

/** A word in the forms in which it is compared, worked out once a document. */
type Word = {
  readonly text: string;
  readonly hash: number;
  readonly name: number | null;
  readonly number: string | null;
};

/** Sketches a document from its passages, page furniture left out; looks at every word once. */
export function sketch(passages: readonly Passage[], act: Pick<Act, 'kind' | 'number'>): Sketch {
  const known = new Map<string, Word>();
  const shingles = new Set<number>();
  const names = new Set<number>();
  const numbers = occurrences();
  const dates = occurrences();
  const articles: number[] = [];
  const spoken = new Map<Language, number>();
  const digest = createHash('sha256');
  let [before, last, total] = [0, 0, 0];
  for (const { text, form, language } of passages) {
    const { length, starts, ends, broken } = tokenize(text);
    const words: string[] = [];
    for (let at = 0; at < length; at++) {
      const written = text.slice(starts[at], ends[at]);
      const word = known.get(written) ?? wordOf(written);
      known.set(written, word);
      words.push(word.text);
      total++;
      if (total >= shingleWords)
        shingles.add(mix(Math.imul(before, 31) + Math.imul(last, 17) + word.hash) | 0);
      [before, last] = [last, word.hash];
      if (word.number !== null) numbers.add(word.number);
      // A capital at the beginning of a sentence, or in a heading, makes no name.
      else if (word.name !== null && broken[at] === 0 && at > 0 && form !== 'heading') names.add(word.name);
    }
    digest.update(`${words.join(' ')} `);
    for (const date of datesIn(text)) dates.add(date);
    if (opensArticle(words)) articles.push(0);
    if (articles.length > 0) articles[articles.length - 1] = (articles.at(-1) ?? 0) + length;
    spoken.set(language, (spoken.get(language) ?? 0) + length);
  }
  return {
    language: languages.reduce((most, one) =>
      (spoken.get(one) ?? 0) > (spoken.get(most) ?? 0) ? one : most,
    ),
    words: total,
    shingles: shingles.size,
    text: digest.digest('hex').slice(0, 24),
    wording: shingles.size === 0 ? '' : packed(minHash(shingles, signatureSize)),
    numbers: packed(smallest(numbers.hashes, sampleSize.numbers)),
    dates: packed(smallest(dates.hashes, sampleSize.dates)),
    names: packed(smallest(names, sampleSize.names)),
    articles: articles.slice(0, mostArticles),
    act: actOf(act),
  };
}

/** Hashes as they stand in a sketch. */
export function packed(hashes: Uint32Array): string {
  return Buffer.from(hashes.buffer, hashes.byteOffset, hashes.byteLength).toString('base64');
}

export function unpacked(text: string): Uint32Array {
  const bytes = Uint8Array.from(Buffer.from(text, 'base64'));
  return new Uint32Array(bytes.buffer, 0, bytes.byteLength >>> 2);
}

function wordOf(written: string): Word {
  const text = plain(written);
  const isNumber = /^\d[\d.,]*$/.test(written);
  const digits = isNumber ? written.replace(/\D/g, '') : '';
  const isName = !isNumber && /^\p{Lu}/u.test(written) && [...text].length >= 3;
  return {
    text,
    hash: hashOf(text),
    name: isName ? hashOf([...text].slice(0, nameLetters).join('')) : null,
    // Single digits count items and say nothing.
    number: digits.length > 1 ? digits : null,
  };
}

/** FNV-1a over UTF-16 units, then mixed. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return mix(hash);
}

/** Collects a multiset as a set: the second `2009` is another member than the first. */
function occurrences(): { readonly hashes: readonly number[]; readonly add: (member: string) => void } {
  const times = new Map<string, number>();
  const hashes: number[] = [];
  return {
    hashes,
    add(member) {
      const time = (times.get(member) ?? 0) + 1;
      times.set(member, time);
      hashes.push(hashOf(`${member}#${time}`));
    },
  };
}

/** A number keeps its letters and digits only, so that `Nº 03/12` and `n.º 03/12` are one. */
function actOf({ kind, number }: Pick<Act, 'kind' | 'number'>): Sketch['act'] {
  const plain = number?.match(/[\p{L}\p{N}]*\d[\p{L}\p{N}]*|\b[IVXLC]+\b/gu)?.join('/') ?? '';
  return kind === null || plain === '' ? null : { kind, number: plain };
}

function opensArticle([first = '', second = '']: readonly string[]): boolean {
  return openings.has(first) && /^(\d|[ivxl]+$|unico|primer|first)/.test(second);
}
