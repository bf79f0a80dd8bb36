import type { CodedPassage } from '../model/coding.ts';
import type { Term } from '../model/lexicon.ts';
import { effectiveNumber } from '../stats/kish.ts';
import { type Bounds, wilson } from '../stats/proportion.ts';
import { sampleQuantile } from '../stats/quantile.ts';
import { type CodedStratum, type Recall, stratifiedRecall } from '../stats/recall.ts';
import { substream } from '../stats/substream.ts';
import { sum } from '../stats/sum.ts';

/** A coded passage with what the lexicon says of it and whose it is. */
export type Measured = Pick<CodedPassage, 'truth' | 'probability' | 'language'> & {
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
  readonly f1Interval: Bounds | null;
};

/** Replicates of the parametric bootstrap of F1. */
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

/** The same of the terms that count for these frames over all passages: recall is a term's share of what its frame has. */
export function termQuality(
  passages: readonly Measured[],
  codes: readonly { readonly code: string; readonly categories: readonly string[] }[],
  terms: readonly Term[],
  drawing: Drawing,
): readonly Quality[] {
  const met = new Set(passages.flatMap((one) => [...one.terms]));
  return codes.flatMap(({ code, categories }) =>
    terms
      .filter(({ id, theme, category }) => met.has(id) && categories.includes(`${theme}/${category}`))
      .map(({ id }) =>
        quality({ code, term: id, by: 'all', key: '' }, passages, (one) => one.terms.has(id), drawing),
      ),
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
        : f1Interval(hit, other, `f1 ${name.by} ${name.key} ${name.code}`),
  };

  function f1Interval(some: CodedStratum, rest: CodedStratum, stream: string): Bounds | null {
    const random = substream(seed, stream, 0);
    const again = (stratum: CodedStratum): CodedStratum => {
      const draws = Math.max(1, Math.round(stratum.coded));
      let positive = 0;
      for (let draw = 0; draw < draws; draw++)
        if (random.unit() < stratum.positive / stratum.coded) positive++;
      return { size: stratum.size, coded: draws, positive };
    };
    const drawn = Array.from({ length: replicates }, () =>
      f1Of(again(some), rest.coded === 0 ? rest : again(rest)),
    );
    const [lower, upper] = [sampleQuantile(drawn, 0.025), sampleQuantile(drawn, 0.975)];
    return lower === null || upper === null ? null : { lower, upper };
  }
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

function f1Of(hits: CodedStratum, others: CodedStratum): number {
  const found = (hits.size * hits.positive) / hits.coded;
  const lost = others.coded === 0 ? 0 : (others.size * others.positive) / others.coded;
  // The harmonic mean of precision and recall, as 2 TP / (2 TP + FP + FN).
  const wrong = hits.size - found;
  return found === 0 ? 0 : (2 * found) / (2 * found + wrong + lost);
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
