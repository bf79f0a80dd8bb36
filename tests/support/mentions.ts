import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { ActorNames, Mention, MentionKind } from '../../src/model/mention.ts';
import type { Language, Passage, Zone } from '../../src/model/passage.ts';
import { documentId, offset, pageIndex, passageId, sha256 } from '../../src/model/units.ts';
import { mentions } from '../../src/profile/mention/mentions.ts';
import type { Matcher } from '../../src/tag/compile.ts';
import { tag } from '../../src/tag/tag.ts';
import { codePointLength } from '../../src/text/codepoints.ts';
import { noActors } from './actors.ts';
import { plainPassage } from './parts.ts';

/** A mark of the truth: code points of a text, and what is known of it. */
export type Mark = {
  readonly kind: MentionKind;
  readonly start: number;
  readonly end: number;
  /** Of a role its name, of an amount value, unit, year and status; empty for all else. */
  readonly values: string;
};

/** A passage with its truth. */
export type Marked = {
  readonly id: string;
  readonly language: Language;
  readonly zone: Zone;
  readonly text: string;
  readonly marks: readonly Mark[];
};

/** The passages of `tests/fixtures/mentions.yaml`. */
export function markedPassages(): readonly Marked[] {
  const file = join(import.meta.dirname, '..', 'fixtures', 'mentions.yaml');
  const rows: readonly { id: string; zone?: Zone; text: string }[] = parse(readFileSync(file, 'utf8'));
  return rows.map(({ id, zone, text }) => ({
    id,
    language: id.slice(0, 2) as Language,
    zone: zone ?? 'body',
    ...unmarked(text),
  }));
}

/** Takes the marks out of a text: `[kind:values|words]`, one inside another where they are. */
export function unmarked(written: string): { readonly text: string; readonly marks: readonly Mark[] } {
  const open: { kind: MentionKind; values: string; start: number }[] = [];
  const marks: Mark[] = [];
  const text: string[] = [];
  const signs = written.match(/\[[a-z]+(?::[^|]*)?\||\]|[\s\S]/gu) ?? [];
  for (const sign of signs) {
    const [, kind, values = ''] = /^\[([a-z]+)(?::([^|]*))?\|$/u.exec(sign) ?? [];
    if (kind !== undefined) open.push({ kind: kind as MentionKind, values, start: text.length });
    else if (sign === ']') {
      const mark = open.pop();
      if (mark === undefined) throw new Error(`Expected brackets to match in \`${written}\``);
      const { kind: of, values: told, start } = mark;
      marks.push({ kind: of, start, end: text.length, values: of === 'actor' ? '' : told });
      if (of === 'actor' && told !== '') marks.push({ kind: 'role', start, end: text.length, values: told });
    } else text.push(...sign);
  }
  if (open.length > 0) throw new Error(`Expected brackets to close in \`${written}\``);
  return { text: text.join(''), marks };
}

/** A passage that stands on one page as it is. */
export function passageOf({ id, language, zone, text }: Omit<Marked, 'marks'>, ordinal = 0): Passage {
  const document = documentId(sha256('0'.repeat(64)));
  const number = createHash('sha256').update(id).digest('hex').slice(0, 12);
  return {
    ...plainPassage,
    id: passageId(`${document}-${number}`),
    document,
    ordinal,
    language,
    zone,
    text,
    words: text.split(/\s+/u).length,
    runs: [{ at: offset(0), length: codePointLength(text), page: pageIndex(0), start: offset(0) }],
  };
}

/** What is found in a passage, as marks; a role stands where its actor does. */
export function foundIn(
  { id, language, zone, text }: Omit<Marked, 'marks'>,
  matcher: Matcher,
  actors: ActorNames = noActors,
): readonly Mark[] {
  const passage = passageOf({ id, language, zone, text });
  return marksOf(mentions([passage], tag([passage], matcher), actors));
}

/** Mentions as marks. */
export function marksOf(found: readonly Mention[]): readonly Mark[] {
  const actors = new Map(found.filter(({ kind }) => kind === 'actor').map((one) => [one.start, one]));
  return found.map(({ kind, start, end, role, of, amount }) => {
    if (kind === 'role') {
      const actor = of === null ? undefined : actors.get(of);
      return { kind, start: actor?.start ?? start, end: actor?.end ?? end, values: role ?? '' };
    }
    const values =
      amount === null ? '' : `${amount.value} ${amount.unit} ${amount.year ?? '-'} ${amount.status ?? '-'}`;
    return { kind, start, end, values };
  });
}

/** Right, found and true mentions of one kind. */
export type Score = { right: number; found: number; truth: number };

/**
 * Holds what was found against the truth. The span has to be the same, and so has the role, and an amount's value and
 * unit; beneficiaries and objectives, whose ends readers draw differently, have to share half of what either covers.
 * Each true mention is found once.
 */
export function score(found: readonly Mark[], truth: readonly Mark[], into: Map<string, Score>): void {
  const of = (kind: string): Score => {
    const known = into.get(kind) ?? { right: 0, found: 0, truth: 0 };
    into.set(kind, known);
    return known;
  };
  const left = [...truth];
  for (const one of found) {
    of(one.kind).found += 1;
    const at = left.findIndex((mark) => fits(one, mark));
    if (at < 0) continue;
    of(one.kind).right += 1;
    left.splice(at, 1);
  }
  for (const { kind } of truth) of(kind).truth += 1;
}

/** True where a mark found is the true one. */
export function fits(one: Mark, truth: Mark): boolean {
  if (one.kind !== truth.kind) return false;
  const shared = Math.min(one.end, truth.end) - Math.max(one.start, truth.start);
  const all = Math.max(one.end, truth.end) - Math.min(one.start, truth.start);
  if (one.kind === 'beneficiary' || one.kind === 'objective') return shared * 2 >= all;
  if (one.start !== truth.start || one.end !== truth.end) return false;
  const words = (values: string) => values.split(' ').slice(0, 2).join(' ');
  return words(one.values) === words(truth.values);
}

/** Precision, recall and their harmonic mean; null where there is nothing to divide by. */
export function ratesOf({ right, found, truth }: Score) {
  const share = (of: number) => (of === 0 ? null : right / of);
  return {
    precision: share(found),
    recall: share(truth),
    f1: found + truth === 0 ? null : (2 * right) / (found + truth),
  };
}

/** All kinds together. */
export function sumOf(scores: Iterable<Score>): Score {
  const sum = { right: 0, found: 0, truth: 0 };
  for (const one of scores) {
    sum.right += one.right;
    sum.found += one.found;
    sum.truth += one.truth;
  }
  return sum;
}
