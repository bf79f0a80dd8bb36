import { type Replicates, type Substream, substream } from './substream.ts';

/** What was gone through: how many relabellings, and whether these are all there are. */
export type Relabelled = { readonly all: number; readonly exact: boolean };

/** Below this every step of the count is exact. */
const MOST_COUNTED = 1e9;

/**
 * In how many ways labels can change places within strata (units with the same label are not told apart): the
 * product over strata of multinomial coefficients. Null above a billion. Without strata all units are in one.
 */
export function relabellings(labels: readonly number[], strata?: readonly number[]): number | null {
  let count = 1;
  for (const { members } of stretchesOf(labels, strata)) {
    const seen = new Map<number, number>();
    for (const [at, unit] of members.entries()) {
      const label = labels[unit] ?? 0;
      const times = (seen.get(label) ?? 0) + 1;
      seen.set(label, times);
      // Whole at every step: it is the number for the units up to this one.
      count = (count * (at + 1)) / times;
      if (count > MOST_COUNTED) return null;
    }
  }
  return count;
}

/**
 * Hands `visit` the labels after each relabelling within strata, in the units' order: every one once where there
 * are at most `most`, else random ones, as many as `replicates` says. `visit` must not keep the array, which the
 * next relabelling overwrites. Random ones depend on their number alone (see `substream`).
 */
export function relabel(
  labels: readonly number[],
  strata: readonly number[] | undefined,
  { most, replicates }: { readonly most: number; readonly replicates: Replicates },
  visit: (labels: Int32Array) => void,
): Relabelled {
  const stretches = stretchesOf(labels, strata);
  const count = relabellings(labels, strata);
  const out = Int32Array.from(labels);
  if (count !== null && count <= most) {
    everyOne(stretches, out, visit);
    return { all: count, exact: true };
  }
  for (let replicate = replicates.from; replicate < replicates.to; replicate++) {
    const random = substream(replicates.seed, replicates.name, replicate);
    for (const { members, sorted } of stretches) put(shuffled(sorted.slice(), random), members, out);
    visit(out);
  }
  return { all: Math.max(0, replicates.to - replicates.from), exact: false };
}

/** The units of one stratum and their labels in ascending order. */
type Stretch = { readonly members: Int32Array; readonly sorted: Int32Array };

function stretchesOf(labels: readonly number[], strata?: readonly number[]): readonly Stretch[] {
  const units = labels.map((_, unit) => unit);
  return [...Map.groupBy(units, (unit) => strata?.[unit] ?? 0).values()].map((members) => ({
    members: Int32Array.from(members),
    sorted: Int32Array.from(members, (unit) => labels[unit] ?? 0).sort(),
  }));
}

function everyOne(stretches: readonly Stretch[], out: Int32Array, visit: (labels: Int32Array) => void): void {
  const [first, ...rest] = stretches;
  if (first === undefined) {
    visit(out);
    return;
  }
  const current = first.sorted.slice();
  do {
    put(current, first.members, out);
    everyOne(rest, out, visit);
  } while (advance(current));
}

/** The next arrangement in lexicographic order (Knuth 7.2.1.2, algorithm L); false after the last. */
function advance(row: Int32Array): boolean {
  let left = row.length - 2;
  while (left >= 0 && at(row, left) >= at(row, left + 1)) left--;
  if (left < 0) return false;
  let right = row.length - 1;
  while (at(row, left) >= at(row, right)) right--;
  swap(row, left, right);
  row.subarray(left + 1).reverse();
  return true;
}

function shuffled(row: Int32Array, random: Substream): Int32Array {
  for (let last = row.length - 1; last > 0; last--) swap(row, last, random.below(last + 1));
  return row;
}

function put(row: Int32Array, members: Int32Array, out: Int32Array): void {
  for (let place = 0; place < row.length; place++) out[members[place] ?? 0] = at(row, place);
}

function at(row: Int32Array, place: number): number {
  return row[place] ?? 0;
}

function swap(row: Int32Array, one: number, other: number): void {
  const kept = at(row, one);
  row[one] = at(row, other);
  row[other] = kept;
}
