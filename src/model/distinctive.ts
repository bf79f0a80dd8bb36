import type { LexiconLanguage } from './passage.ts';

/** Sizes of the prior, in words; the middle one decides, the others show what hangs on it. */
export const priorStrengths = [100, 500, 2000] as const;

/** Why no words are given. */
export type WordsReason = 'no_documents_on_a_side' | 'no_word_frequent_enough' | 'too_many_documents';

/** An occurrence of a word in its passage, with its place. */
export type WordLine = {
  readonly file: string;
  readonly institution: string | null;
  readonly date: string | null;
  readonly page: string;
  readonly passage: string;
  readonly left: string;
  readonly hit: string;
  readonly right: string;
};

/** A word, all its forms with one stem together, on either side. */
export type DistinctiveWord = {
  /** The most frequent form in lower case, and its stem. */
  readonly word: string;
  readonly stem: string;
  /** The side that has more of it for its size. */
  readonly side: 'source' | 'policy';
  readonly source: number;
  readonly policy: number;
  /** Documents and institutions of both sides that use it. */
  readonly documents: number;
  readonly institutions: number;
  /** Log odds, source less policy, with the prior of 500, and z with each of `priorStrengths`. */
  readonly delta: number;
  readonly z: readonly number[];
  /** Whether |z| with the prior of 500 exceeds the threshold; null where there is none. */
  readonly beyond: boolean | null;
  /** Dunning's four-cell log likelihood, its p adjusted after Benjamini and Hochberg, and the log2 ratio of shares. */
  readonly g2: number;
  readonly adjusted: number;
  readonly logRatio: number;
  /** Where the side says it first; null for words below the strongest. */
  readonly line: WordLine | null;
};

/** What one language's source and policy texts are told apart by. Exploratory: it has no verdict. */
export type DistinctiveWords = {
  readonly language: LexiconLanguage;
  readonly documents: { readonly source: number; readonly policy: number };
  /** Words in passages about the object on either side, and in all passages of the language. */
  readonly words: { readonly source: number; readonly policy: number; readonly background: number };
  /** Words compared: in three documents of two institutions or more. */
  readonly compared: number;
  /** Words as rare as this may have been dropped for memory; 0 where none was. */
  readonly dropped: number;
  /** The |z| that one relabelling of documents in twenty exceeds with its most distinctive word. */
  readonly threshold: number | null;
  readonly relabellings: number;
  /** The most distinctive first. */
  readonly found: readonly DistinctiveWord[];
  readonly reason: WordsReason | null;
};
