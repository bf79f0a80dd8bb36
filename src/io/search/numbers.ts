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

/** What is in a set and not in another, which begins at the same number. */
export function without(one: NumberSet, other: NumberSet): NumberSet {
  return { first: one.first, bits: one.bits.map((bits, at) => bits & ~(other.bits[at] ?? 0)) };
}

/**
 * Puts what of a set lies between two numbers, both included, into a list from an index on; all numbers there where the
 * set is null. Gives the index behind the last.
 */
export function putWithin(
  set: NumberSet | null,
  { first, last }: { readonly first: number; readonly last: number },
  list: Uint32Array,
  index: number,
): number {
  let end = index;
  if (set === null) {
    for (let number = first; number <= last; number++) list[end++] = number;
    return end;
  }
  const [low, high] = [Math.max(0, first - set.first), Math.min(last - set.first, set.bits.length * 32 - 1)];
  for (let at = low >>> 5; at <= high >>> 5 && low <= high; at++) {
    let bits = set.bits[at] ?? 0;
    if (at === low >>> 5) bits &= -1 << (low & 31);
    if (at === high >>> 5) bits &= -1 >>> (31 - (high & 31));
    // Bit after bit that is set, the lowest first.
    for (; bits !== 0; bits &= bits - 1) list[end++] = set.first + at * 32 + 31 - Math.clz32(bits & -bits);
  }
  return end;
}
