import { type CodingColumn, nonHits, type SampleStratum, type SideName, sides } from '../model/coding.ts';
import { InputError } from '../model/input.ts';
import { elementary, isPart, type MeasuredCategory } from '../model/lexicon.ts';
import type { MentionColumn } from '../model/mention-codes.ts';
import type { StudyFile } from '../model/study.ts';
import { wilsonSampleSize } from '../stats/proportion.ts';
import { sum } from '../stats/sum.ts';
import { type Allocation, allocate } from './allocate.ts';
import { questions } from './instructions.ts';

/** How many passages to draw: of both sides together, of each side, or as many as the planner asks for. */
export type Budget = { readonly total: number } | { readonly perSide: number } | null;

/** A stratum with the passages in it and those that an earlier sample has taken of it. */
export type Counted = Omit<SampleStratum, 'drawn'> & { readonly before: number };

/** Strata with what is drawn of each, earlier samples included, and the floor that could be kept on each side. */
export type Plan = {
  readonly strata: readonly (Counted & Pick<SampleStratum, 'drawn'>)[];
  readonly floors: Readonly<Record<SideName, number>>;
};

/** Divides a budget over the strata, each side by itself. A side with fewer passages leaves the rest to the other. */
export function plan(strata: readonly Counted[], budget: Budget): Plan {
  const of = (side: SideName) => strata.filter((stratum) => stratum.side === side);
  const there = Object.fromEntries(sides.map((side) => [side, sum(of(side).map(({ size }) => size))]));
  const share = (side: SideName): number | null => {
    if (budget === null) return null;
    if ('perSide' in budget) return budget.perSide;
    const other = there[side === 'source' ? 'policy' : 'source'] ?? 0;
    const half = side === 'source' ? Math.ceil(budget.total / 2) : Math.floor(budget.total / 2);
    return Math.max(half, budget.total - other);
  };
  const made: Readonly<Record<SideName, Allocation>> = {
    source: allocate(of('source'), share('source')),
    policy: allocate(of('policy'), share('policy')),
  };
  return {
    strata: sides.flatMap((side) =>
      of(side).map((stratum, at) => ({ ...stratum, drawn: made[side].drawn[at] ?? 0 })),
    ),
    floors: { source: made.source.floor, policy: made.policy.floor },
  };
}

/** What a plan comes to on one side, and what it would take to know the lexicon well. */
export function planFacts({ strata, floors }: Plan, side: SideName) {
  const own = strata.filter((stratum) => stratum.side === side);
  const hits = own.filter(({ pattern }) => !nonHits.has(pattern));
  return {
    passages: sum(own.map(({ size }) => size)),
    drawn: sum(own.map(({ drawn }) => drawn)),
    hits: sum(hits.map(({ drawn }) => drawn)),
    floor: floors[side],
    /** Coded hits for a precision of .8 within ten percentage points, by the interval of Wilson. */
    wanted: wilsonSampleSize(0.8, 0.1),
  };
}

/**
 * The columns of a sheet: the object, the parts of the poles unless other categories are named (`all` for all that
 * are no unions), and questions and hypotheses about mentions that are asked for by name. Throws an InputError of a code that is none.
 */
export function columnsOf(
  measured: readonly MeasuredCategory[],
  { poles, object }: Pick<StudyFile, 'poles' | 'object'>,
  asked: readonly string[],
  mentions: readonly MentionColumn[] = [],
): readonly CodingColumn[] {
  const parts = elementary(measured, object);
  const wholes = measured.filter(({ code }) => Object.values(poles).includes(code));
  const usual = parts.filter((part) => wholes.some((whole) => whole === part || isPart(part, whole)));
  const known = parts.map(({ code }) => code);
  const unknown = asked.filter(
    (code) =>
      code !== 'all' &&
      code !== object &&
      !known.includes(code) &&
      !(code in questions) &&
      !mentions.some((column) => isAsked(column, code)),
  );
  if (unknown.length > 0) {
    throw new InputError([
      `--codes: expected all, or some of ${[...known, ...Object.keys(questions), ...(mentions.length === 0 ? [] : ['mentions', ...new Set(mentions.map(({ hypothesis }) => hypothesis))])].join(', ')}, got ${unknown.join(', ')}`,
    ]);
  }
  const named = known.filter((code) => asked.includes('all') || asked.includes(code));
  const codes = named.length > 0 ? named : usual.map(({ code }) => code);
  return [
    ...[object, ...codes].map((code) => ({ code, values: ['1', '0'] })),
    ...Object.entries(questions)
      .filter(([name]) => asked.includes(name))
      .map(([code, { values }]) => ({ code, values: Object.keys(values) })),
    ...mentions
      .filter((column) => asked.some((code) => isAsked(column, code)))
      .map(({ code }) => ({ code, values: ['1', '0'], alone: true as const })),
  ];
}

/** `mentions` asks for the columns of all hypotheses, the name of one for its own. */
function isAsked({ hypothesis }: MentionColumn, code: string): boolean {
  return code === 'mentions' || code === hypothesis;
}
