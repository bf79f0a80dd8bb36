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

/** A freeze by its number, counted from 1, and the acts of coding that had come in when it was made. */
export type Frozen = Pick<Freeze, 'at' | 'codings'> & { readonly number: number };

/** How a run stands to what was fixed before passages were coded. */
export type Freezing =
  | { readonly state: 'not_frozen' }
  | (Frozen & {
      /** `exploratory`: something is not as it was frozen, or it was frozen only after codings had been opened. */
      readonly state: 'frozen' | 'exploratory';
      /** Of the codings in use those that had come in before it: none but where no freeze came before them. */
      readonly opened: number;
      /** The parts that differ, each with how. */
      readonly changed: readonly string[];
      /** The last freeze, where it came too late to count; null where the one held against is the last. */
      readonly later: Frozen | null;
    });

/** What a reader has to know of it in one clause, lower-case start and no full stop. */
export function freezeWords(freezing: Freezing): string {
  if (freezing.state === 'not_frozen') {
    return 'not frozen: claims, lexicons, settings and sample were not fixed before passages were coded, so that this run is exploratory';
  }
  return freezing.state === 'frozen'
    ? `frozen: nothing has changed since ${freezeName(freezing)}`
    : `exploratory: ${exploratoryWords(freezing)}`;
}

/** Why a run is exploratory, as a clause: what has changed since which freeze, and which freeze came too late. */
export function exploratoryWords(freezing: Exclude<Freezing, { state: 'not_frozen' }>): string {
  const { opened, changed, later } = freezing;
  const parts = changed.join(', ');
  const name = freezeName(freezing);
  const first =
    opened === 0
      ? `not as in ${name}: ${parts}`
      : `first frozen by ${name}${changed.length === 0 ? '' : `, and not as it was then: ${parts}`}`;
  if (later === null) return first;
  const { number, at, codings } = later;
  return `${first}; freeze ${number} of ${dayOf(at)} came after codings had been opened (${codings} by then) and cannot count`;
}

function freezeName({ at, number, codings, opened }: Exclude<Freezing, { state: 'not_frozen' }>): string {
  const when =
    codings === 0
      ? 'before any coding'
      : opened === 0
        ? `before any coding that is used here (${codings} of other samples had come in)`
        : `after ${opened} of the codings that are used here had come in`;
  return `freeze ${number} of ${dayOf(at)}, made ${when}`;
}

function dayOf(at: string): string {
  return at.slice(0, 10);
}
