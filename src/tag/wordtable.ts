/** Most words remembered, at most some 60 MB, so that noise cannot fill the memory of a long run. */
const maxWords = 500_000;

/** Longest word that is packed: four characters to each of three numbers. */
const packed = 12;

/** Numbers of an entry: the three that hold the word, and its value plus one (0 where the entry is free). */
const width = 4;

/**
 * Remembers a whole number, 0 or more, for each distinct word, computed by `make` when the word is first met. A
 * word is looked up by its place in a text, without cutting it out: this is the hot spot of tagging. A word of up to
 * twelve Latin-1 characters is packed into three numbers and compared by them; the few others stand in a `Map`.
 * Words hold no NUL.
 */
export function createWordTable(
  make: (word: string) => number,
): (text: string, start: number, end: number) => number {
  const others = new Map<string, number>();
  let count = 0;
  /** A power of two, at least half of them free. */
  let slots = 4096;
  let entries = new Int32Array(slots * width);

  function put(first: number, second: number, third: number, value: number): void {
    let entry = (mix(first, second, third) & (slots - 1)) * width;
    while (entries[entry + 3] !== 0) entry = (entry + width) & (slots * width - 1);
    entries[entry] = first;
    entries[entry + 1] = second;
    entries[entry + 2] = third;
    entries[entry + 3] = value + 1;
  }

  function grow(): void {
    const old = entries;
    slots *= 2;
    entries = new Int32Array(slots * width);
    for (let i = 0; i < old.length; i += width) {
      const value = (old[i + 3] ?? 0) - 1;
      if (value >= 0) put(old[i] ?? 0, old[i + 1] ?? 0, old[i + 2] ?? 0, value);
    }
  }

  /** Makes room for one word more. */
  function makeRoom(): void {
    if (count === maxWords) {
      count = 0;
      others.clear();
      entries.fill(0);
    }
    count++;
    if (count * 2 > slots) grow();
  }

  function otherwise(text: string, start: number, end: number): number {
    const word = text.slice(start, end);
    const known = others.get(word);
    if (known !== undefined) return known;
    const value = make(word);
    makeRoom();
    others.set(unshared(word), value);
    return value;
  }

  return (text, start, end) => {
    if (end - start > packed) return otherwise(text, start, end);
    let first = 0;
    let second = 0;
    let third = 0;
    let all = 0;
    for (let i = start; i < end; i++) {
      const code = text.charCodeAt(i);
      all |= code;
      third = (third << 8) | (second >>> 24);
      second = (second << 8) | (first >>> 24);
      first = (first << 8) | code;
    }
    if (all > 0xff) return otherwise(text, start, end);
    let entry = (mix(first, second, third) & (slots - 1)) * width;
    for (let value = entries[entry + 3] ?? 0; value !== 0; value = entries[entry + 3] ?? 0) {
      const isIt = entries[entry] === first && entries[entry + 1] === second && entries[entry + 2] === third;
      if (isIt) return value - 1;
      entry = (entry + width) & (slots * width - 1);
    }
    const value = make(text.slice(start, end));
    makeRoom();
    put(first, second, third, value);
    return value;
  };
}

/** Spreads the bits of a word over those that choose its entry (the multipliers of xxHash). */
function mix(first: number, second: number, third: number): number {
  const sum = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca77) ^ Math.imul(third, 0xc2b2ae3d);
  const mixed = Math.imul(sum ^ (sum >>> 15), 0x27d4eb2f);
  return mixed ^ (mixed >>> 13);
}

/** A copy of a slice: the engine's slices would keep the whole text that they come from in memory. */
function unshared(word: string): string {
  return word.split('').join('');
}
