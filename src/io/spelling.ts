/**
 * The part of a name in which two spellings agree: letters and digits without case, accents and
 * punctuation, so that `Red_Andina`, `red-andina` and `Red Andina` are one.
 */
export function spelling(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** A name from a path in words: hyphens and underscores become spaces. */
export function spoken(name: string): string {
  return name.replace(/[-_]+/g, ' ').trim();
}

/** Orders texts by code point, as SQLite does and whatever the machine's locale. */
export function compareCodePoints(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
