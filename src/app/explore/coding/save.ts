import type { SavedView, Saying } from '../../../model/api/coding.ts';
import type { CodingAct, Sample } from '../../../model/coding.ts';
import { InputError, shown } from '../../../model/input.ts';
import { isCategory } from '../../../validate/adjudicate.ts';
import { readSheet } from '../../../validate/read.ts';
import { refusalSentence } from '../../../validate/refusal.ts';
import { doneBy } from './dealt.ts';
import { type CodingSource, type Said, saidBy } from './source.ts';

/**
 * The lines that keep what somebody said of a passage on the screen, the same as those of a sheet that came back: none
 * where the log says so already. Throws an InputError with every code that cannot be.
 */
export function codingActs(
  { coder, role, codes, note }: Saying,
  item: string,
  sample: Sample,
  log: readonly CodingAct[],
  now: Date,
): readonly CodingAct[] {
  const { design } = sample;
  const known = design.columns.map(({ code }) => code);
  const unknown = Object.keys(codes).filter((code) => !known.includes(code));
  if (unknown.length > 0) {
    throw new InputError(
      unknown.map(
        (code) => `codes: expected one of ${known.join(', ')}, got ${shown(code)}: load the page again`,
      ),
    );
  }
  const standing = saidBy(log, design.sample, { coder, role }).get(item);
  const all = { ...withoutObject(standing, codes, design), ...codes };
  const cells = {
    ...Object.fromEntries(known.map((code) => [code.toLowerCase(), all[code] ?? ''])),
    ...{ item, text: '', note: note.trim(), coder, role, sample: design.sample },
  };
  const context = { origin: 'human', at: now.toISOString(), from: 'explorer', revise: true } as const;
  const read = readSheet([{ row: 1, cells }], { ...context, samples: [sample], log, isOnScreen: true });
  if (read.refusals.length > 0) throw new InputError(read.refusals.map(refusalSentence));
  if (read.empty > 0) {
    throw new InputError([`codes: expected an answer for one of ${known.join(', ')}, got none: give one`]);
  }
  return read.acts;
}

/** What the log holds of it by then, for the page. */
export function savedView(
  { study }: Pick<CodingSource, 'study'>,
  sample: Sample,
  item: string,
  somebody: Pick<Saying, 'coder' | 'role'>,
  log: readonly CodingAct[],
): SavedView {
  const { codes, note } = saidBy(log, sample.design.sample, somebody).get(item) ?? { codes: {}, note: '' };
  const now = { study: { ...study, codings: { ...study.codings, log } } };
  return { item, codes: { ...codes }, note, done: doneBy(now, sample, somebody).has(item) };
}

/** Categories that were there before the object was said not to be: with it they go. */
function withoutObject(
  standing: Said | undefined,
  codes: Saying['codes'],
  { columns, object }: Sample['design'],
): Saying['codes'] {
  if (standing === undefined || codes[object] !== '0') return {};
  const gone = columns.filter(
    (column) => isCategory(column) && column.code !== object && (standing.codes[column.code] ?? '0') !== '0',
  );
  return Object.fromEntries(gone.map(({ code }) => [code, '0']));
}
