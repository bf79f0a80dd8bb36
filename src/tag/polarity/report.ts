import type { Quotation, Speaker } from '../../model/passage.ts';
import type { VoiceKind } from '../../model/speech.ts';
import type { Cue } from './cue.ts';
import type { Sentence } from './sentence.ts';

/** What else is known: the sentences beside it, who speaks in the passage, and the words quoted in it. */
export type Around = {
  readonly previous: Sentence | null;
  readonly next: Sentence | null;
  readonly speaker: Speaker | null;
  /** Of the quotations, those that the wording stands in. */
  readonly quoted: readonly Quotation[];
  /** Whether a word of speech is a noun there, where a grammar of the language knows better than word lists. */
  readonly isNoun: ((sentence: Sentence, word: number) => boolean) | null;
};

/** A place in a sentence where a view is told that the wording belongs to. */
export type Report = {
  readonly cue: Cue<VoiceKind>;
  readonly subject: { readonly start: number; readonly end: number };
  readonly by: 'self' | 'other' | 'nobody' | 'anybody';
  readonly left: number;
  readonly right: number;
};
