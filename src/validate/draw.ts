import { doubleShare, fewestDouble, type SampleDesign } from '../model/coding.ts';
import { type Substream, substream } from '../stats/substream.ts';

/** Consonants that nobody mistakes for one another; no vowel, so that no word, date or number can come of them. */
const letters = 'BCDFGHJKLMNPQRSTVWXZ';
const idLength = 6;

/** Which of `from` things to take: `count` of their places, ascending, each set of that size equally likely. */
export function places(count: number, from: number, random: Substream): readonly number[] {
  const taken = new Set<number>();
  // Floyd (Bentley and Floyd 1987): needs no list of all places.
  for (let last = from - count; last < from; last++) {
    const place = random.below(last + 1);
    taken.add(taken.has(place) ? last : place);
  }
  return [...taken].toSorted((a, b) => a - b);
}

/** Things in an order in which every order is equally likely. */
export function shuffled<T>(things: readonly T[], random: Substream): readonly T[] {
  const order = [...things];
  for (let last = order.length - 1; last > 0; last--) {
    const other = random.below(last + 1);
    [order[last], order[other]] = [order[other] as T, order[last] as T];
  }
  return order;
}

/** Ids that say nothing of what they stand for, different from one another and from those in `used`. */
export function opaqueIds(count: number, used: ReadonlySet<string>, random: Substream): readonly string[] {
  const made = new Set<string>();
  while (made.size < count) {
    const id = Array.from({ length: idLength }, () => letters.charAt(random.below(letters.length))).join('');
    if (!used.has(id)) made.add(id);
  }
  return [...made];
}

/** Something that is coded, and the stratum it was drawn from. */
export type Drawn = { readonly item: string; readonly stratum: string };

/**
 * Who codes what: each item one coder or, for a share of them, a fifth unless given, and at least a hundred, two. Doubles are spread over the
 * strata evenly, so that each item has about the same chance of being one; coders get equally many. With one coder
 * nothing is coded twice.
 */
export function deal(
  drawn: readonly Drawn[],
  coders: readonly string[],
  seed: number,
  name: string,
  fewest = fewestDouble,
  share = doubleShare,
): ReadonlyMap<string, readonly string[]> {
  const count = drawn.length;
  const double = coders.length < 2 ? 0 : Math.min(count, Math.max(fewest, Math.ceil(share * count)));
  const mixed = shuffled(drawn, substream(seed, `${name} double`, 0));
  const ordered = mixed.toSorted((a, b) => (a.stratum < b.stratum ? -1 : a.stratum > b.stratum ? 1 : 0));
  const dealt = new Map<string, readonly string[]>();
  let turn = 0;
  const next = () => coders[turn++ % coders.length] ?? '';
  for (const [at, { item }] of ordered.entries()) {
    const isDouble = Math.floor(((at + 1) * double) / count) > Math.floor((at * double) / count);
    dealt.set(item, isDouble ? [next(), next()] : [next()]);
  }
  return dealt;
}

/** The id of one passage of a document that was drawn whole: the document's own, and its place there from 0. */
export function idWithin(document: string, place: number): string {
  return `${document}-${String(place + 1).padStart(4, '0')}`;
}

/**
 * What one coder has of a sample in an order of the coder's own; of documents that were drawn whole only these are
 * shuffled, and their passages follow one another as they stand.
 */
export function orderIn<T extends { readonly item: string }>(
  items: readonly T[],
  coder: string,
  { seed, sample, unit }: Pick<SampleDesign, 'seed' | 'sample' | 'unit'>,
): readonly T[] {
  if (unit !== 'documents') return orderFor(items, coder, seed, sample);
  const documents = [...Map.groupBy(items, ({ item }) => item.slice(0, item.indexOf('-'))).values()];
  return orderFor(documents, coder, seed, sample).flatMap((own) =>
    own.toSorted((a, b) => (a.item < b.item ? -1 : 1)),
  );
}

/** The items of one coder in an order of the coder's own. */
export function orderFor<T>(items: readonly T[], coder: string, seed: number, name: string): readonly T[] {
  return shuffled(items, substream(seed, `${name} order ${coder}`, 0));
}
