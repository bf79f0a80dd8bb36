import type { Evidence } from './results.ts';
import type { Located } from './tag.ts';

/** Words of a passage that make it speak for or against a hypothesis. */
export type Fired = Located & {
  /** What found them: the id of a term, or of a mention its kind and what it names (`beneficiary poor`). */
  readonly by: string;
  /** Code of the category they count for; null of mentions. */
  readonly code: string | null;
};

/** Whether a passage is what the hypothesis says there should be more of, or what it says there should be less of. */
export type Telling = 'for' | 'against';

/** A passage that speaks for or against one hypothesis, chosen by rule (docs/method.md 7). */
export type Witness = {
  readonly claim: string;
  readonly hypothesis: string;
  readonly tells: Telling;
  /** From 1, the strongest first, among those that tell the same. */
  readonly rank: number;
  /** In the order in which they stand; at least one. */
  readonly fired: readonly Fired[];
  /** The passage with its source, as it may leave the study; `page` is where the first of the words stands. */
  readonly item: Evidence;
};
