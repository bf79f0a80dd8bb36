/** The words of a text: letters, digits and marks that stand together. */
export function wordsIn(text: string): string[] {
  return text.normalize('NFC').match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/** Insertions, deletions and changes of words between two texts, at least. */
export function wordErrors(truth: readonly string[], found: readonly string[]): number {
  let above = Array.from({ length: found.length + 1 }, (_, index) => index);
  for (const [row, word] of truth.entries()) {
    const here = [row + 1];
    for (const [column, other] of found.entries()) {
      const change = (above[column] ?? 0) + (word === other ? 0 : 1);
      here.push(Math.min(change, (above[column + 1] ?? 0) + 1, (here[column] ?? 0) + 1));
    }
    above = here;
  }
  return above.at(-1) ?? 0;
}
