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
