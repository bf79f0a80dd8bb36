import type { Language } from './passage.ts';
import type { Described } from './study.ts';
import type { Polarity, Tag, Voice } from './tag.ts';

/** A tag that counts under some way of counting. */
export type Mark = {
  readonly term: string;
  /** `<theme>/<category>`. */
  readonly category: string;
  /** The sentence that it stands in, as the place of the sentence's first word. */
  readonly sentence: number;
  readonly polarity: Polarity;
  readonly voice: Voice;
};

/** A passage as ways of counting differ in it: marks in it, whether it names the object, and its words. */
export type Framing = Described & {
  readonly language: Language;
  readonly period: string;
  /** Place among the document's passages. */
  readonly ordinal: number;
  readonly object: boolean;
  readonly marks: readonly Mark[];
  /** Folded words, each once; empty where the passage does not name the object. */
  readonly words: readonly string[];
};

/** A passage that people coded: where it stands, its chance, and which codes they finally gave it. */
export type Judged = Described & {
  readonly language: Language;
  readonly period: string;
  readonly ordinal: number;
  /** Chance of having been drawn and coded, above 0 and up to 1. */
  readonly probability: number;
  readonly truth: Readonly<Record<string, 0 | 1>>;
};

/** A passage with tags as the index holds it, private words and all. */
export type TaggedPassage = Described & {
  readonly language: Language;
  readonly zone: string;
  readonly ordinal: number;
  readonly text: string;
  readonly tags: readonly Tag[];
};
