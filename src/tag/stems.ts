/// <reference path="./natural.d.ts" />
import english from 'natural/lib/natural/stemmers/porter_stemmer.js';
import spanish from 'natural/lib/natural/stemmers/porter_stemmer_es.js';
import portuguese from 'natural/lib/natural/stemmers/porter_stemmer_pt.js';
import type { LexiconLanguage } from '../model/passage.ts';
import { plain } from '../text/fold.ts';
import type { Stem } from './vocabulary.ts';

/** An ending without its accent, and the same ending as it is spelled. */
type Ending = readonly [plain: RegExp, spelled: string];

/**
 * Endings that the stemmers know with their accent alone, where spelling leaves no choice. The first that fits is
 * taken. Left out is what another word may have without an accent: `-ia` stays, because of `historia` and `familia`.
 */
const endings: Readonly<Record<'es' | 'pt', readonly Ending[]>> = {
  es: [
    [/([cgstx])ion$/, '$1ión'],
    [/ian$/, 'ían'],
    [/(grafi|logi|nomi)a(s?)$/, '$1\u0301a$2'],
  ],
  pt: [
    [/cao$/, 'ção'],
    [/coes$/, 'ções'],
    [/sao$/, 'são'],
    [/soes$/, 'sões'],
    [/([ai])(vel|veis)$/, '$1\u0301$2'],
    [/([ae])(ncias?)$/, '$1\u0302$2'],
    [/([aeo])(ri[ao]s?)$/, '$1\u0301$2'],
  ],
};

/** Longest word, in UTF-16 units, that is stemmed; longer ones are noise and stay as they are. */
const longest = 64;

/**
 * The stemmers of Porter's family in `natural`, by language. They take a word as it compares everywhere else,
 * without case and accents: `erradicacion` out of a scan and `erradicación` have one stem. The accents that the
 * Spanish and Portuguese rules look for are put back by the word's ending first.
 */
export const stemmers: Readonly<Record<LexiconLanguage, Stem>> = {
  en: (word) => stem(english, plain(word)),
  es: (word) => stem(spanish, spelled(plain(word), endings.es)),
  pt: (word) => stem(portuguese, spelled(plain(word), endings.pt)),
};

function stem(stemmer: { readonly stem: (word: string) => string }, word: string): string {
  return word.length > longest ? word : stemmer.stem(word);
}

function spelled(word: string, known: readonly Ending[]): string {
  const ending = known.find(([unaccented]) => unaccented.test(word));
  return ending === undefined ? word : word.replace(...ending).normalize('NFC');
}
