import { z } from 'zod';

/** One line of `codings/freezes.jsonl`: what was fixed, and how many acts of coding had come in by then. */
export const Freeze = z.strictObject({
  at: z.iso.datetime(),
  act: z.literal('freeze'),
  /** Hashes by part: `claim <id>`, `lexicon`, `settings`, `comparison`, `sample <id>`. */
  parts: z.record(z.string(), z.string()),
  codings: z.int().min(0),
});
export type Freeze = z.infer<typeof Freeze>;

/** How a run stands to what was fixed before passages were coded. */
export type Freezing =
  | { readonly state: 'not_frozen' }
  | {
      /** `exploratory`: something is not as it was frozen. */
      readonly state: 'frozen' | 'exploratory';
      readonly at: string;
      /** Which freeze it is held against, counted from 1: always the last. */
      readonly number: number;
      /** Acts of coding that had come in when it was made. */
      readonly codings: number;
      /** The parts that differ, each with how. */
      readonly changed: readonly string[];
    };

/** What a reader has to know of it in one clause, lower-case start and no full stop. */
export function freezeWords(freezing: Freezing): string {
  if (freezing.state === 'not_frozen') {
    return 'not frozen: claims, lexicons, settings and sample were not fixed before passages were coded, so that this run is exploratory';
  }
  const { at, number, codings, changed } = freezing;
  const late = codings === 0 ? 'before any coding' : `after ${codings} codings had come in`;
  const freeze = `freeze ${number} of ${at.slice(0, 10)}, made ${late}`;
  return freezing.state === 'frozen'
    ? `frozen: nothing has changed since ${freeze}`
    : `exploratory: not as in ${freeze}: ${changed.join(', ')}`;
}
