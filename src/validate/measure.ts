import type { CodedPassage } from '../model/coding.ts';
import type { Term } from '../model/lexicon.ts';
import { effectiveNumber } from '../stats/kish.ts';
import { percentileInterval } from '../stats/percentileinterval.ts';
import { type Bounds, wilson } from '../stats/proportion.ts';
import { type CodedStratum, type Recall, stratifiedRecall } from '../stats/recall.ts';
import type { Replicates } from '../stats/substream.ts';
import { sum } from '../stats/sum.ts';

/** A coded passage with what the lexicon says of it and whose it is. */
export type Measured = Pick<CodedPassage, 'document' | 'truth' | 'probability' | 'language'> & {
  readonly institution: string | null;
  readonly voice: string | null;
  /** Categories that the lexicon finds in it, and the terms whose tags count. */
  readonly codes: ReadonlySet<string>;
  readonly terms: ReadonlySet<string>;
};

/** Whose passages are measured together: all, or those of one institution, voice, language, or institution and language. */
export const measuredBy = ['all', 'institution', 'voice', 'language', 'institution_language'] as const;
export type MeasuredBy = (typeof measuredBy)[number];

/** How well a frame, or one term of it, tells what people see; weighed by design, so that it speaks of the corpus. */
export type Quality = {
  readonly code: string;
  readonly term: string | null;
  readonly by: MeasuredBy;
  readonly key: string;
  /** Coded passages with a hit, those of them that are right, coded passages without a hit, and those that were missed. */
  readonly hits: number;
  readonly right: number;
  readonly others: number;
  readonly missed: number;
  /** Share of the corpus's hits that are right, with the interval of Wilson at the effective number; null without a hit. */
  readonly precision: number | null;
  readonly precisionInterval: Bounds | null;
  readonly recall: Recall['recall'];
  readonly recallInterval: Bounds | null;
  /** Why recall is empty, and the bound that is known instead. */
  readonly recallReason: Recall['reason'];
  readonly recallBound: number | null;
  readonly f1: number | null;
  /** Percentiles over documents drawn anew; null of fewer than two, and of terms. */
  readonly f1Interval: Bounds | null;
};

/** Replicates of the bootstrap of documents. */
export type Drawing = { readonly seed: number; readonly replicates: number };

/** Precision, recall and F1 of frames by each grouping, groups in the order of their names. */
export function frameQuality(
  passages: readonly Measured[],
  codes: readonly string[],
  drawing: Drawing,
): readonly Quality[] {
  return measuredBy.flatMap((by) =>
    groupsOf(passages, by).flatMap(([key, some]) =>
      codes.map((code) =>
        quality({ code, term: null, by, key }, some, (one) => one.codes.has(code), drawing),
      ),
    ),
  );
}

/**
 * The same of the terms that count for these frames, in every group that has one with a coded hit: recall is a term's
 * share of what its frame has there.
 */
export function termQuality(
  passages: readonly Measured[],
  codes: readonly { readonly code: string; readonly categories: readonly string[] }[],
  terms: readonly Term[],
  drawing: Drawing,
): readonly Quality[] {
  return measuredBy.flatMap((by) =>
    groupsOf(passages, by).flatMap(([key, some]) => {
      const met = new Set(some.flatMap((one) => [...one.terms]));
      return codes.flatMap(({ code, categories }) =>
        terms
          .filter(({ id, theme, category }) => met.has(id) && categories.includes(`${theme}/${category}`))
          .map(({ id }) => quality({ code, term: id, by, key }, some, (one) => one.terms.has(id), drawing)),
      );
    }),
  );
}

function quality(
  name: Pick<Quality, 'code' | 'term' | 'by' | 'key'>,
  passages: readonly Measured[],
  isHit: (one: Measured) => boolean,
  { seed, replicates }: Drawing,
): Quality {
  const parts = Map.groupBy(passages, isHit);
  const [hits, others] = [parts.get(true) ?? [], parts.get(false) ?? []];
  const isRight = ({ truth }: Measured) => truth[name.code] === 1;
  const [hit, other] = [stratumOf(hits, isRight), stratumOf(others, isRight)];
  const found = stratifiedRecall(hit, other);
  const { precision, recall, interval, reason, bound, f1 } = found;
  return {
    ...name,
    hits: hits.length,
    right: hits.filter(isRight).length,
    others: others.length,
    missed: others.filter(isRight).length,
    precision,
    precisionInterval: hit.coded === 0 ? null : wilson(hit.positive, hit.coded),
    recall,
    recallInterval: interval,
    recallReason: reason,
    recallBound: bound,
    f1,
    f1Interval:
      f1 === null || name.term !== null
        ? null
        : f1Interval(passages, isHit, isRight, {
            seed,
            name: `f1 ${name.by} ${name.key} ${name.code}`,
            from: 0,
            to: replicates,
          }),
  };
}

/** Interval of F1 over documents drawn anew, since passages of one document are alike; null of fewer than two. */
function f1Interval(
  passages: readonly Measured[],
  isHit: (one: Measured) => boolean,
  isRight: (one: Measured) => boolean,
  replicates: Replicates,
): Bounds | null {
  const documents = [...Map.groupBy(passages, ({ document }) => document).values()].map((own) => {
    const sizeOf = (holds: (one: Measured) => boolean) =>
      sum(own.filter(holds).map(({ probability }) => 1 / probability));
    return {
      found: sizeOf((one) => isHit(one) && isRight(one)),
      wrong: sizeOf((one) => isHit(one) && !isRight(one)),
      lost: sizeOf((one) => !isHit(one) && isRight(one)),
    };
  });
  if (documents.length < 2) return null;
  const drawn = percentileInterval(
    documents.length,
    undefined,
    (times) => {
      let [found, wrong, lost] = [0, 0, 0];
      for (const [at, one] of documents.entries()) {
        const often = times[at] ?? 0;
        found += often * one.found;
        wrong += often * one.wrong;
        lost += often * one.lost;
      }
      // The harmonic mean of precision and recall, as 2 TP / (2 TP + FP + FN).
      const all = 2 * found + wrong + lost;
      return all === 0 ? null : (2 * found) / all;
    },
    replicates,
  );
  return drawn === null ? null : { lower: drawn.lower, upper: drawn.upper };
}

/** Passages as a stratum for recall: the size that they stand for, at the number that unequal weights leave of them. */
function stratumOf(passages: readonly Measured[], isRight: (one: Measured) => boolean): CodedStratum {
  const weights = passages.map(({ probability }) => 1 / probability);
  const size = sum(weights);
  const right = sum(passages.map((one, at) => (isRight(one) ? (weights[at] ?? 0) : 0)));
  const coded = passages.length === 0 ? 0 : effectiveNumber(weights);
  // All of them right is exactly all.
  const share = passages.every(isRight) ? 1 : right / size;
  return { size: Math.max(size, coded), coded, positive: passages.length === 0 ? 0 : coded * share };
}

function groupsOf(
  passages: readonly Measured[],
  by: MeasuredBy,
): readonly (readonly [string, readonly Measured[]])[] {
  const nameOf = ({ institution, voice, language }: Measured) => {
    const none = '(none)';
    switch (by) {
      case 'all':
        return '';
      case 'institution':
        return institution ?? none;
      case 'voice':
        return voice ?? none;
      case 'language':
        return language;
      case 'institution_language':
        return `${institution ?? none}, ${language}`;
    }
  };
  return [...Map.groupBy(passages, nameOf)].toSorted(([a], [b]) => (a < b ? -1 : 1));
}
