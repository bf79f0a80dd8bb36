import { type LexiconLanguage, lexiconLanguages, silentZones, type Zone } from '../../model/passage.ts';
import type { Evidence } from '../../model/results.ts';
import type { StudyFile } from '../../model/study.ts';
import type { Tag } from '../../model/tag.ts';
import { fold, plain } from '../../text/fold.ts';
import { createTokenizer } from '../../text/tokens.ts';

/** What a language needs to be counted by words. */
export type WordLanguage = {
  readonly stem: (word: string) => string;
  /** Without case and accents. */
  readonly functionWords: ReadonlySet<string>;
};

export type WordsSetting = {
  readonly contrast: StudyFile['contrast'];
  readonly seed: number;
  /** Whether tags make their passage one about the object. */
  readonly isObject: (tags: readonly Tag[]) => boolean;
  readonly languages: Readonly<Record<LexiconLanguage, WordLanguage>>;
};

/** A word in lower case and as it is compared; `telling` is false for function words, numbers and single letters. */
export type Word = { readonly form: string; readonly stem: string; readonly telling: boolean };

/** A passage as words, valid until the next one is read. Places are in UTF-16 units. */
export type Read = {
  readonly item: Evidence;
  readonly language: LexiconLanguage;
  readonly side: 'source' | 'policy' | null;
  readonly isObject: boolean;
  readonly words: readonly Word[];
  readonly starts: Int32Array;
  readonly ends: Int32Array;
};

/** Zones of formulas and lists: what stands there says how papers are made, not how anybody speaks. */
const boilerplate: ReadonlySet<Zone> = new Set<Zone>([...silentZones, 'front', 'agenda']);

/** Most spellings remembered; beyond, all are forgotten and read anew. */
const MOST_KNOWN = 500_000;

/** Stand for private names; nobody says them. */
const pseudonyms = /person [0-9A-HJKMNP-TV-Z]{8}/g;

/**
 * Makes a function that reads passages as words, or null where they have no part: in a language without a lexicon, in
 * boilerplate zones, or, where `ofObject` is asked, not about the object on one of the two sides.
 */
export function createReader({ contrast, isObject, languages }: WordsSetting) {
  const tokenize = createTokenizer();
  const known = new Map(lexiconLanguages.map((language) => [language, new Map<string, Word>()]));
  return (item: Evidence, ofObject: boolean): Read | null => {
    const { text, zone } = item.passage;
    const language = lexiconLanguages.find((one) => one === item.passage.language);
    if (language === undefined || boilerplate.has(zone)) return null;
    const side = sideOf(item.voice);
    const about = isObject(item.tags);
    if (ofObject && !(about && side !== null)) return null;
    const { length, starts, ends } = tokenize(text.replace(pseudonyms, (name) => ' '.repeat(name.length)));
    const words: Word[] = [];
    for (let at = 0; at < length; at++) words.push(wordOf(text.slice(starts[at], ends[at]), language));
    return { item, language, side, isObject: about, words, starts, ends };
  };

  function sideOf(voice: string | null): Read['side'] {
    if (voice === null) return null;
    return contrast.source.includes(voice) ? 'source' : contrast.policy.includes(voice) ? 'policy' : null;
  }

  function wordOf(spelled: string, language: LexiconLanguage): Word {
    const words = known.get(language) ?? new Map<string, Word>();
    let word = words.get(spelled);
    if (word === undefined) {
      const { stem, functionWords } = languages[language];
      const bare = plain(spelled);
      const telling = bare.length > 2 && !/^[^\p{L}]|\d/u.test(bare) && !functionWords.has(bare);
      const form = fold(spelled, { case: false, accents: true });
      word = { form, stem: telling ? stem(bare) : bare, telling };
      if (words.size >= MOST_KNOWN) words.clear();
      words.set(spelled, word);
    }
    return word;
  }
}

export type Reader = ReturnType<typeof createReader>;
