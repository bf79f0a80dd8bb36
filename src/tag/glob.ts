/**
 * True if a word fits a glob from UTF-16 index `from` of both on: `*` stands for zero or more
 * characters, `?` for exactly one code point. Linear in practice and never worse than the product of
 * the two lengths, because only the last `*` is ever taken back.
 */
export function matchesGlob(glob: string, word: string, from = 0): boolean {
  let g = from;
  let w = from;
  let star = -1;
  let resume = 0;
  while (w < word.length) {
    const char = glob[g];
    if (char === '*') {
      star = g++;
      resume = w;
    } else if (char === '?') {
      g++;
      w += width(word, w);
    } else if (char === word[w]) {
      g++;
      w++;
    } else if (star >= 0) {
      g = star + 1;
      resume += width(word, resume);
      w = resume;
    } else return false;
  }
  while (glob[g] === '*') g++;
  return g === glob.length;
}

function width(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}
