/** How two parts of a word stand to one another: made one word, joined by a hyphen, or still parted. */
export type Joint = 'joined' | 'hyphen' | 'parted';

/** A word or a number in the form in which it is compared, and what stands before it. */
export type Token = {
  /** Folded: NFKC, lower case. */
  readonly form: string;
  /** What stands between the token before and this one. */
  readonly before: string;
  /** How its parts stand, where it was put together again; else `joined`. */
  readonly joint: Joint;
};

/** A hyphen, or what readers of PDFs put for one: a soft hyphen, U+0002, U+FFFE. */
const hyphen = /^[-\u2010\u2011\u00ad\u0002\ufffe]$/u;
/** Soft hyphens inside a word, and characters of no width, are not seen. */
const unseen = /[\u200b-\u200f\u2060-\u2064\ufeff]|\u00ad(?=\p{L})/gu;

/**
 * The words and numbers of a text, by one rule for truth and all readers: runs of letters (with their marks) or of
 * digits, after NFKC, in lower case. Punctuation and white space part them and do not count.
 */
export function tokensOf(text: string): readonly Token[] {
  const plain = text.normalize('NFKC').replace(unseen, '').toLowerCase();
  let end = 0;
  return [...plain.matchAll(/[\p{L}\p{M}]+|\p{N}+/gu)].map(({ 0: form, index }) => {
    const before = plain.slice(end, index);
    end = index + form.length;
    return { form, before, joint: 'joined' };
  });
}

/**
 * Makes one token of every two neighbours that are known parts of a word, so that texts compare the same however
 * they treat hyphens at line ends; `joint` keeps how the parts stood. `parts` holds pairs as `pairOf` writes them.
 */
export function reunited<Kind extends Token>(
  tokens: readonly Kind[],
  parts: ReadonlySet<string>,
): readonly Kind[] {
  const whole: Kind[] = [];
  for (const token of tokens) {
    const last = whole.at(-1);
    if (last !== undefined && parts.has(pairOf(last.form, token.form))) {
      const joint = token.before === '' ? 'joined' : hyphen.test(token.before) ? 'hyphen' : 'parted';
      whole[whole.length - 1] = { ...last, form: last.form + token.form, joint };
    } else whole.push(token);
  }
  return whole;
}

/** Two parts of a word, as one key. */
export function pairOf(first: string, second: string): string {
  return `${first} ${second}`;
}
