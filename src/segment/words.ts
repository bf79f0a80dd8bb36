const word = /[\p{L}\p{N}\p{M}]+(?:['’‐‑-][\p{L}\p{N}\p{M}]+)*/gu;

/** Number of words: runs of letters and digits, where inner apostrophes and hyphens join (`decreto-lei` is one). */
export function countWords(text: string): number {
  let count = 0;
  word.lastIndex = 0;
  while (word.test(text)) count++;
  return count;
}
