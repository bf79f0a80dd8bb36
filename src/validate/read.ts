import { createHash } from 'node:crypto';
import {
  type CodingAct,
  type Origin,
  roles,
  type Sample,
  type SheetRow,
  slug,
  unsure,
} from '../model/coding.ts';
import { isCodedBy } from './adjudicate.ts';

/** Why a row of a sheet is not taken; `describeRefusal` says it in words. */
export type Refusal = { readonly row: number } & (
  | { readonly why: 'unknown_sample' | 'unknown_item' | 'edited_text' | 'no_text'; readonly found: string }
  | { readonly why: 'not_assigned' | 'own_item'; readonly found: string; readonly coder: string }
  | {
      readonly why: 'unknown_code';
      readonly found: string;
      readonly column: string;
      readonly values: readonly string[];
    }
  | { readonly why: 'duplicate'; readonly found: string; readonly first: number }
  | {
      readonly why: 'unknown_coder' | 'unknown_role' | 'missing_column' | 'simulated_sample';
      readonly found: string;
    }
  | {
      readonly why: 'contradicts_object';
      readonly found: string;
      readonly column: string;
      readonly object: string;
    }
  | { readonly why: 'other_origin'; readonly found: string; readonly before: Origin; readonly now: Origin }
  | {
      readonly why: 'changed';
      readonly found: string;
      readonly column: string;
      readonly before: string;
      readonly now: string;
    }
);

/** What a sheet came to: lines for the log, refusals in the order of rows, and what needs no line. */
export type ReadSheet = {
  readonly acts: readonly CodingAct[];
  readonly refusals: readonly Refusal[];
  /** Rows that are in the log already, and rows without a code. */
  readonly known: number;
  readonly empty: number;
};

/** Where a sheet comes from and when, and what the log holds already. */
export type ReadingOf = {
  readonly samples: readonly Sample[];
  readonly log: readonly CodingAct[];
  readonly origin: Origin;
  readonly at: string;
  readonly from: string;
  /** Whether codes that differ from earlier ones of the same coder replace them. */
  readonly revise: boolean;
  /**
   * Whether the rows come from a screen that showed the texts itself: they have no text to be compared, and a note that is
   * empty takes an earlier one back.
   */
  readonly isOnScreen?: boolean;
};

/**
 * Reads the rows of a sheet that came back: each is taken, known already, empty, or refused with a reason. Taking the
 * same rows twice gives no new line.
 */
export function readSheet(rows: readonly SheetRow[], context: ReadingOf): ReadSheet {
  const acts: CodingAct[] = [];
  const refusals: Refusal[] = [];
  const seen = new Map<string, number>();
  const standing = standingCodes(context.log);
  const originOf = new Map(context.log.map(({ coder, origin }) => [coder, origin]));
  let [known, empty] = [0, 0];
  for (const { row, cells } of rows) {
    const found = rowOf(row, cells, context);
    if ('why' in found) {
      refusals.push(found);
      continue;
    }
    const { codes, note, coder, role, sample, item, passage } = found;
    const name = [sample, item, coder, role].join('\0');
    const first = seen.get(name);
    if (first !== undefined) {
      refusals.push({ row, why: 'duplicate', found: item, first });
      continue;
    }
    seen.set(name, row);
    if (Object.keys(codes).length === 0) {
      empty++;
      continue;
    }
    const before = originOf.get(coder) ?? context.origin;
    if (before !== context.origin) {
      refusals.push({ row, why: 'other_origin', found: coder, before, now: context.origin });
      continue;
    }
    const { codes: earlier = {}, note: noted = '' } = standing.get(name) ?? {};
    const changed = Object.entries(codes).find(([code, value]) => (earlier[code] ?? value) !== value);
    if (changed !== undefined && !context.revise) {
      const [column, now] = changed;
      refusals.push({ row, why: 'changed', found: item, column, before: earlier[column] ?? '', now });
      continue;
    }
    const isNoteKnown = note === noted || (note === '' && !context.isOnScreen);
    if (isNoteKnown && Object.entries(codes).every(([code, value]) => earlier[code] === value)) {
      known++;
      continue;
    }
    const { at, from, origin } = context;
    const said = isNoteKnown && note === '' ? {} : { note };
    acts.push({ at, act: 'code', origin, role, coder, sample, item, passage, codes, ...said, from });
  }
  return { acts, refusals, known, empty };
}

type Row = Pick<CodingAct, 'codes' | 'coder' | 'role' | 'sample' | 'item' | 'passage'> & {
  readonly note: string;
};

function rowOf(
  row: number,
  cells: SheetRow['cells'],
  { samples, origin, isOnScreen }: ReadingOf,
): Row | Refusal {
  const missing = ['item', 'text', 'coder', 'sample'].find((name) => cells[name] === undefined);
  if (missing !== undefined) return { row, why: 'missing_column', found: missing };
  const { item = '', text = '', coder = '', note = '' } = cells;
  const sample = samples.find(({ design }) => design.sample === cells['sample']);
  if (sample === undefined) return { row, why: 'unknown_sample', found: cells['sample'] ?? '' };
  if (origin === 'human' && sample.design.simulated === true)
    return { row, why: 'simulated_sample', found: sample.design.sample };
  const key = sample.keys.find((one) => one.item === item);
  if (key === undefined) return { row, why: 'unknown_item', found: item };
  if (!isOnScreen && text === '') return { row, why: 'no_text', found: item };
  if (!isOnScreen && textDigest(text) !== key.text) return { row, why: 'edited_text', found: item };
  const role = roles.find((one) => one === (cells['role'] || 'coder'));
  if (role === undefined) return { row, why: 'unknown_role', found: cells['role'] ?? '' };
  if (!slug.safeParse(coder).success) return { row, why: 'unknown_coder', found: coder };
  // A machine may code whatever there is; it was dealt nothing.
  if (role === 'coder' && origin !== 'machine' && !isCodedBy(coder, key)) {
    return sample.design.coders.includes(coder)
      ? { row, why: 'not_assigned', found: item, coder }
      : { row, why: 'unknown_coder', found: coder };
  }
  if (role === 'adjudicator' && isCodedBy(coder, key)) return { row, why: 'own_item', found: item, coder };
  const codes: Record<string, string> = {};
  for (const { code, values } of sample.design.columns) {
    const written = cells[code.toLowerCase()];
    if (written === undefined) return { row, why: 'missing_column', found: code };
    if (written === '') continue;
    const value = [...values, unsure].find((one) => one.toLowerCase() === plain(written));
    if (value === undefined) return { row, why: 'unknown_code', found: written, column: code, values };
    codes[code] = value;
  }
  const { object, columns } = sample.design;
  const contrary = columns.find(
    ({ code, values, alone }) =>
      alone !== true &&
      codes[object] === '0' &&
      code !== object &&
      values.includes('1') &&
      codes[code] === '1',
  );
  if (contrary !== undefined)
    return { row, why: 'contradicts_object', found: item, column: contrary.code, object };
  return { codes, coder, role, sample: sample.design.sample, item, passage: key.passage, note };
}

/** A code as spreadsheets may have saved it: `1.0`, `1,00`, a full-width digit. */
function plain(written: string): string {
  return written
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/^(\d)[.,]0+$/, '$1');
}

/** The latest codes and note of each coder for each item, by sample, item, coder and role. */
function standingCodes(
  log: readonly CodingAct[],
): ReadonlyMap<string, { readonly codes: Readonly<Record<string, string>>; readonly note: string }> {
  const standing = new Map<
    string,
    { readonly codes: Readonly<Record<string, string>>; readonly note: string }
  >();
  for (const { sample, item, coder, role, codes, note } of log) {
    const name = [sample, item, coder, role].join('\0');
    const before = standing.get(name);
    standing.set(name, { codes: { ...before?.codes, ...codes }, note: note ?? before?.note ?? '' });
  }
  return standing;
}

/**
 * A digest of a text that survives spreadsheets: of its letters and digits alone, those that any Western encoding can
 * hold. Another word is another text; another quotation mark or a space more is not.
 */
export function textDigest(text: string): string {
  const kept = text.normalize('NFC').replace(/[^0-9A-Za-zÀ-ÖØ-öø-ÿ]/gu, '');
  return createHash('sha256').update(kept).digest('hex').slice(0, 16);
}
