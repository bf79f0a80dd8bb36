import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Seeded draws; each named stream is its own, so that a change in one leaves the others as they are. */
export type Dice = {
  /** Uniform in [0, 1). */
  readonly share: () => number;
  /** True with this probability. */
  readonly chance: (probability: number) => boolean;
  /** A whole number from `low` to `high`, both included. */
  readonly whole: (low: number, high: number) => number;
  /** Standard normal (Box and Muller 1958). */
  readonly normal: () => number;
  /** One of these; throws a RangeError on an empty list. */
  readonly pick: <T>(list: readonly T[]) => T;
  /** The same values in another order. */
  readonly shuffled: <T>(list: readonly T[]) => readonly T[];
  /** One of the keys with probability in proportion to its weight. */
  readonly weighted: <K extends string>(
    weights: Readonly<Partial<Record<K, number>>>,
    keys: readonly K[],
  ) => K;
};

/** Opens the stream of this name under the seed. */
export function dice(seed: number, name: string): Dice {
  const generator = xoroshiro128plus(hash(`${seed}/${name}`));
  const share = () => uniformFloat64(generator);
  const whole = (low: number, high: number) => uniformInt(generator, low, high);
  const pick = <T>(list: readonly T[]): T => {
    const found = list[whole(0, Math.max(0, list.length - 1))];
    if (found === undefined) throw new RangeError('expected a list with something to pick from, got none');
    return found;
  };
  return {
    share,
    whole,
    pick,
    shuffled: (list) =>
      list
        .map((value) => ({ value, key: share() }))
        .sort((a, b) => a.key - b.key)
        .map((one) => one.value),
    chance: (probability) => share() < probability,
    normal: () => Math.sqrt(-2 * Math.log(1 - share())) * Math.cos(2 * Math.PI * share()),
    weighted: (weights, keys) => {
      const total = keys.reduce((sum, key) => sum + (weights[key] ?? 0), 0);
      let left = share() * total;
      for (const key of keys) {
        left -= weights[key] ?? 0;
        if (left < 0) return key;
      }
      return pick(keys);
    },
  };
}

/** 32-bit FNV-1a of a text's UTF-16 units. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  }
  return value | 0;
}
