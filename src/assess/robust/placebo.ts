import type { Placebo, RobustnessReason } from '../../model/robustness.ts';
import { logOdds } from '../../model/units.ts';
import { isAtLeast, pValue } from '../../stats/pvalue.ts';
import { sampleQuantile } from '../../stats/quantile.ts';
import { type Substream, substream } from '../../stats/substream.ts';
import { compareText } from '../../text/compare.ts';

import { type Compared, differenceOf } from './compare.ts';
import type { WordIndex } from './words.ts';

/** So many words, those nearest in frequency, may stand for a term. */
const CANDIDATES = 25;
/** A word is no match for a term that is in more than so many times as many passages, or as few. */
const FURTHEST = 1.5;
/** Share of a lexicon's terms that have to find a match for a placebo to stand for it. */
const ENOUGH = 0.8;

/** A term that words stand for: its side of the contrast, its language, and in how many passages it is. */
export type Matched = {
  readonly term: string;
  readonly pole: 'a' | 'b';
  readonly language: string;
  readonly passages: number;
};

type Draws = { readonly seed: number; readonly placebos: number };

/**
 * How extreme a contrast is among those of random lexicons: each term of both poles is replaced by a random word of its
 * language that is in about as many of the compared passages (docs/method.md 3.7). Words of the lexicon are no
 * candidates, and no word stands for two terms of one draw.
 */
export function placebo(
  observed: number,
  { institutions, strata }: Compared,
  matched: readonly Matched[],
  index: WordIndex,
  isOwn: (word: string) => boolean,
  { seed, placebos }: Draws,
): Placebo {
  const documents = institutions.flatMap(({ units }, at) => units.map(({ document }) => ({ document, at })));
  const home = new Map<number, number>();
  for (const { document, at } of documents)
    for (const row of document.rows)
      if (strata.has(row.stratum)) for (const passage of row.passages) home.set(passage, at);
  const slots = slotsOf(matched, index, isOwn, home);
  if (slots === null) return empty('too_many_documents', matched.length);
  if (placebos === 0) return empty('no_draws', matched.length);
  if (slots.length === 0 || slots.length < ENOUGH * matched.length)
    return empty('too_few_words', matched.length);
  const values: number[] = [];
  let without = 0;
  for (let draw = 0; draw < placebos; draw++) {
    const value = drawn(substream(seed, 'placebo', draw));
    if (value === null) without++;
    else values.push(value);
  }
  const extreme = (holds: (value: number) => boolean) =>
    pValue({ atLeast: values.filter(holds).length + without, all: placebos, exact: false });
  const at = (p: number) => {
    const value = sampleQuantile(values, p);
    return value === null ? null : logOdds(value);
  };
  return {
    draws: placebos,
    without,
    terms: slots.length,
    median: at(0.5),
    lower: at(0.025),
    upper: at(0.975),
    p: extreme((value) => isAtLeast(value, observed)),
    pTwoSided: extreme((value) => isAtLeast(Math.abs(value), Math.abs(observed))),
    reason: null,
  };

  /** The contrast by one lexicon of random words. */
  function drawn(random: Substream): number | null {
    const used = new Set<string>();
    const hits = { a: new Set<number>(), b: new Set<number>() };
    for (const { pole, candidates } of slots ?? []) {
      const free = candidates.filter(({ word }) => !used.has(word));
      const chosen = (free.length > 0 ? free : candidates)[
        random.below(Math.max(1, free.length || candidates.length))
      ];
      if (chosen === undefined) continue;
      used.add(chosen.word);
      for (const passage of chosen.passages) hits[pole].add(passage);
    }
    const totals = institutions.map(() => ({ a: 0, b: 0 }));
    for (const pole of ['a', 'b'] as const)
      for (const passage of hits[pole]) {
        const own = totals[home.get(passage) ?? -1];
        if (own !== undefined) own[pole]++;
      }
    return differenceOf(
      institutions.map(({ side }, place) => ({ side, pairs: [totals[place] ?? { a: 0, b: 0 }] })),
    );
  }
}

type Candidate = { readonly word: string; readonly passages: readonly number[] };
type Slot = { readonly pole: Matched['pole']; readonly candidates: readonly Candidate[] };

/** Candidates of every term that has some; null where words were too many to remember. */
function slotsOf(
  matched: readonly Matched[],
  index: WordIndex,
  isOwn: (word: string) => boolean,
  home: ReadonlyMap<number, number>,
): readonly Slot[] | null {
  const vocabularies = new Map<string, readonly Candidate[]>();
  const slots: Slot[] = [];
  for (const { pole, language, passages } of matched) {
    const words = vocabularies.get(language) ?? vocabularyOf(language);
    if (words === null) return null;
    vocabularies.set(language, words);
    const candidates = nearest(words, passages);
    if (candidates.length > 0) slots.push({ pole, candidates });
  }
  return slots;

  function vocabularyOf(language: string): readonly Candidate[] | null {
    const words = index.words(language);
    if (words === null) return null;
    return [...words]
      .filter(([word]) => !isOwn(word))
      .map(([word, all]) => ({ word, passages: all.filter((passage) => home.has(passage)) }))
      .filter(({ passages }) => passages.length > 0)
      .toSorted(
        (one, other) => one.passages.length - other.passages.length || compareText(one.word, other.word),
      );
  }
}

/** The words in about as many passages as wanted; all of those that are equally near. */
function nearest(words: readonly Candidate[], wanted: number): readonly Candidate[] {
  const distance = ({ passages }: Candidate) => Math.abs(Math.log(passages.length / wanted));
  const near = words
    .filter((word) => distance(word) <= Math.log(FURTHEST) + 1e-9)
    .toSorted((one, other) => distance(one) - distance(other) || compareText(one.word, other.word));
  const last = near[CANDIDATES - 1];
  return last === undefined ? near : near.filter((word) => distance(word) <= distance(last) + 1e-9);
}

function empty(reason: RobustnessReason, terms: number): Placebo {
  const none = { median: null, lower: null, upper: null, p: null, pTwoSided: null };
  return { draws: 0, without: 0, terms, ...none, reason };
}
