import type { TermNames } from '../../model/lexicon.ts';
import type { Cue } from './cue.ts';
import type { Sentence } from './sentence.ts';
import { at } from './tokens.ts';

/** The wording of a frame in its sentence: its tokens, `end` excluded, and what they name; null where it is the frame itself. */
export type Target = { readonly start: number; readonly end: number; readonly names: TermNames | null };

/** A cue that decided, with its kind as the rule. */
export type Because = { readonly rule: string; readonly start: number; readonly end: number };

/** What a cue does to the wording: deny it, leave it open, or put it off to what is due. */
export type Operator = Because & { readonly does: 'deny' | 'open' | 'due' };

/** Words of an insertion between commas. */
export const inserted = 12;
/** Marks of quotation. */
export const quotes = /["“”«»‘']/u;

/** A cue as the reason of a judgement. */
export function becauseOf({ tokens, language }: Sentence, cue: Cue<string>): Because {
  return {
    rule: `${language}/${cue.kind}`,
    start: at(tokens, cue.start).start,
    end: at(tokens, cue.end - 1).end,
  };
}

/** Whether the wording begins with a finite verb. */
export function isVerb({ tokens, forms }: Sentence, { start }: Target): boolean {
  const first = at(tokens, start);
  const previous = tokens[start - 1]?.plain ?? '';
  return forms.finite.test(first.lower) && !forms.articles.has(previous);
}
