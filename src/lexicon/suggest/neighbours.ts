import { cosine, toPositiveInformation } from '../../stats/cosine.ts';
import type { Tally } from './tally.ts';
import { inHits, type Worded } from './words.ts';

/** A word that stands among the same words as a term does. */
export type Neighbour = { readonly word: string; readonly term: string; readonly cosine: number };

/** Bounds of the table of contexts, some 20 MB. */
const bounds = { words: 4000, terms: 40, contexts: 1000 };

/** Words of context on either side. */
const reach = 4;

/**
 * Words by how much their contexts are those of some term's hits: cosine of vectors of positive pointwise mutual
 * information (Turney and Pantel 2010) over the most frequent words. The most alike first.
 */
export function neighbours(
  passages: Iterable<Worded>,
  { phrases, hits }: Pick<Tally, 'phrases' | 'hits'>,
  least: number,
): readonly Neighbour[] {
  const words = [...phrases]
    .filter(([phrase, { target, rest }]) => !phrase.includes(' ') && target + rest >= least)
    .toSorted(([a, x], [b, y]) => y.target + y.rest - x.target - x.rest || (a < b ? -1 : 1))
    .map(([word]) => word);
  const contexts = new Map(words.slice(0, bounds.contexts).map((word, at) => [word, at]));
  const terms = [...hits]
    .toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, bounds.terms)
    .map(([term]) => term);
  const row = () => new Float32Array(contexts.size);
  const ofWord = new Map(words.slice(0, bounds.words).map((word) => [word, row()]));
  const ofTerm = new Map(terms.map((term) => [term, row()]));
  for (const worded of passages) {
    const inside = inHits(worded);
    const add = (vector: Float32Array | undefined, start: number, end: number): void => {
      if (vector === undefined) return;
      for (let at = Math.max(0, start - reach); at < Math.min(worded.words.length, end + reach); at++) {
        const column = at >= start && at < end ? undefined : contexts.get(worded.words[at] ?? '');
        if (column !== undefined) vector[column] = (vector[column] ?? 0) + 1;
      }
    };
    for (const { start, end, term } of worded.hits) add(ofTerm.get(term), start, end);
    for (const [at, word] of worded.words.entries()) if (inside[at] === 0) add(ofWord.get(word), at, at + 1);
  }
  toPositiveInformation([...ofWord.values(), ...ofTerm.values()]);
  const found = [...ofWord].flatMap(([word, vector]): readonly Neighbour[] => {
    let best: Neighbour | null = null;
    for (const [term, other] of ofTerm) {
      const alike = cosine(vector, other);
      if (alike > (best?.cosine ?? 0)) best = { word, term, cosine: alike };
    }
    return best === null ? [] : [best];
  });
  return found.toSorted((a, b) => b.cosine - a.cosine || (a.word < b.word ? -1 : 1));
}
