/** The best few of a stream, kept in memory that does not grow with it. */
export type Ranked<T> = {
  /** Offers an item; among equal weights the earlier one ranks first. */
  readonly add: (item: T, weight: number) => void;
  /** What has been kept, best first. */
  readonly list: () => readonly T[];
};

/** Keeps the `limit` items of greatest weight. */
export function best<T>(limit: number): Ranked<T> {
  const kept: { readonly item: T; readonly weight: number }[] = [];
  return {
    add(item, weight) {
      const last = kept.at(-1);
      if (kept.length >= limit && last !== undefined && weight <= last.weight) return;
      const place = kept.findLastIndex((other) => other.weight >= weight) + 1;
      kept.splice(place, 0, { item, weight });
      if (kept.length > limit) kept.pop();
    },
    list: () => kept.map(({ item }) => item),
  };
}

/**
 * Keeps the `limit` items of greatest weight, at most one of each group; items of one group have to come
 * one after the other.
 */
export function bestOfEach<T>(limit: number, groupOf: (item: T) => string): Ranked<T> {
  const kept = best<T>(limit);
  let first: { readonly item: T; readonly weight: number } | null = null;
  const settle = () => {
    if (first !== null) kept.add(first.item, first.weight);
    first = null;
  };
  return {
    add(item, weight) {
      if (first !== null && groupOf(first.item) !== groupOf(item)) settle();
      if (first === null || weight > first.weight) first = { item, weight };
    },
    list() {
      settle();
      return kept.list();
    },
  };
}
