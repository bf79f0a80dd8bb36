/** A set of passages by their numbers, a bit for each from `first` on. */
export type NumberSet = { readonly first: number; readonly bits: Uint32Array };

/** An empty set that has room for numbers from `first` to `last`. */
export function numberSet(first: number, last: number): NumberSet {
  return { first, bits: new Uint32Array(Math.max(0, last - first + 32) >>> 5) };
}

/** Puts numbers into a set; those that it has no room for are none of its passages. */
export function put({ first, bits }: NumberSet, numbers: readonly number[]): void {
  for (const number of numbers) {
    const at = number - first;
    if (at >= 0 && at >>> 5 < bits.length) bits[at >>> 5] = (bits[at >>> 5] ?? 0) | (1 << (at & 31));
  }
}

export function has({ first, bits }: NumberSet, number: number): boolean {
  const at = number - first;
  return at >= 0 && ((bits[at >>> 5] ?? 0) & (1 << (at & 31))) !== 0;
}

/** What is in both sets, which begin at the same number. */
export function both(one: NumberSet, other: NumberSet): NumberSet {
  return { first: one.first, bits: one.bits.map((bits, at) => bits & (other.bits[at] ?? 0)) };
}

/** What of a set lies between two numbers, both included; all numbers there where the set is null. */
export function numbersWithin(set: NumberSet | null, from: number, to: number): number[] {
  const found: number[] = [];
  if (set === null) {
    for (let number = from; number <= to; number++) found.push(number);
    return found;
  }
  for (let number = Math.max(from, set.first); number <= to; number++) {
    const at = number - set.first;
    // Most sets are empty over long stretches.
    if (set.bits[at >>> 5] === 0) number += 31 - (at & 31);
    else if (has(set, number)) found.push(number);
  }
  return found;
}
