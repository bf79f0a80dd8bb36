/** Words as the full-text index takes them. */
export type Phrase = {
  readonly match: string;
  /** Number of words. */
  readonly words: number;
  /** Whether the last word stands for all that begin so, which the index has to gather before it gives the first. */
  readonly isPrefix: boolean;
};

/** Words as one phrase: nothing in them is taken for an operator. Null where there is no word. */
export function phraseOf(words: string): Phrase | null {
  const tokens = words.match(/[\p{L}\p{N}\p{M}]+\*?/gu) ?? [];
  const last = tokens.at(-1);
  if (last === undefined) return null;
  const isPrefix = last.endsWith('*');
  const phrase = tokens.map((token) => token.replace('*', '')).join(' ');
  return { match: `"${phrase}"${isPrefix ? '*' : ''}`, words: tokens.length, isPrefix };
}
