/** A word or a number in the form in which it is compared, and what stands before it. */
export type Token = {
  /** Folded: NFKC, lower case. */
  readonly form: string;
  /** What stands between the token before and this one. */
  readonly before: string;
};

/** Hyphens, and what readers of PDFs put for one: a soft hyphen, U+0002, U+FFFE. */
const hyphen = '[-\\u2010\\u2011\\u00ad\\u0002\\ufffe]';
const apart = new RegExp(`^${hyphen}\\s*$`, 'u');
const together = new RegExp(`^${hyphen}$`, 'u');
/** Soft hyphens inside a line, and characters of no width, are not seen. */
const unseen = /[\u200b-\u200f\u2060-\u2064\ufeff]|\u00ad(?=\p{L})/gu;

/**
 * The words and numbers of a text, by one rule for truth and all readers: runs of letters (with their marks) or of
 * digits, after NFKC, in lower case. Punctuation and the place of spaces do not count.
 */
export function tokensOf(text: string): readonly Token[] {
  const plain = text.normalize('NFKC').replace(unseen, '').toLowerCase();
  let end = 0;
  return [...plain.matchAll(/[\p{L}\p{M}]+|\p{N}+/gu)].map(({ 0: form, index }) => {
    const before = plain.slice(end, index);
    end = index + form.length;
    return { form, before };
  });
}

/** How two parts of a word stand to one another: made one word, joined by a hyphen, or still parted. */
export type Joint = 'joined' | 'hyphen' | 'parted';

/** How a token is joined to the one before it. */
export function jointOf({ before }: Token): Joint {
  if (before === '') return 'joined';
  return together.test(before) ? 'hyphen' : 'parted';
}

/** True where nothing but a hyphen, and perhaps a line end, stands before a token. */
export function afterHyphen({ before }: Token): boolean {
  return apart.test(before);
}

/**
 * Parts every token that is two known parts made one (`orga` + `nización`), so that a text compares the same however
 * hyphens at line ends were treated; `jointOf` then says how they were.
 */
export function withParts(tokens: readonly Token[], parts: ReadonlyMap<string, string>): readonly Token[] {
  return tokens.flatMap((token) => {
    const first = parts.get(token.form);
    if (first === undefined) return [token];
    return [
      { form: first, before: token.before },
      { form: token.form.slice(first.length), before: '' },
    ];
  });
}
