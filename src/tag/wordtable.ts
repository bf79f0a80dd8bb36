/** Most words remembered, some 100 MB, so that noise cannot fill the memory of a long run. */
const maxWords = 500_000;

/**
 * Remembers a value for each distinct word, computed by `make` when the word is first met. A word is
 * looked up by its place in a text, without cutting it out: this is the hot spot of tagging, which a
 * `Map` of substrings slows by a tenth in plain text and by a fifth in text dense with terms.
 */
export function createWordTable<Value>(
  make: (word: string) => Value,
): (text: string, start: number, end: number) => Value {
  let words: string[] = [];
  let values: Value[] = [];
  /** One more than the place of a word in `words`; 0 where free. A power of two, at least half of it free. */
  let slots = new Int32Array(4096);

  function insert(place: number, hash: number): void {
    let slot = hash & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = place + 1;
  }

  function learn(text: string, start: number, end: number): Value {
    if (words.length === maxWords) {
      words = [];
      values = [];
      slots = new Int32Array(4096);
    }
    if (words.length * 2 >= slots.length) {
      slots = new Int32Array(slots.length * 2);
      for (const [place, word] of words.entries()) insert(place, hashOf(word, 0, word.length));
    }
    const word = unshared(text.slice(start, end));
    const value = make(word);
    insert(words.length, hashOf(word, 0, word.length));
    words.push(word);
    values.push(value);
    return value;
  }

  return (text, start, end) => {
    let slot = hashOf(text, start, end) & (slots.length - 1);
    for (let entry = slots[slot]; entry !== undefined && entry !== 0; entry = slots[slot]) {
      const value = values[entry - 1];
      if (value !== undefined && isAt(words[entry - 1] ?? '', text, start, end)) return value;
      slot = (slot + 1) & (slots.length - 1);
    }
    return learn(text, start, end);
  };
}

function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash ^ (hash >>> 15);
}

function isAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let i = 0; i < word.length; i++) {
    if (word.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  }
  return true;
}

/** A copy of a slice: the engine's slices would keep the whole text that they come from in memory. */
function unshared(word: string): string {
  return word.split('').join('');
}
