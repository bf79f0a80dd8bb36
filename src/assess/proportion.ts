import type {
  Asymmetry,
  IntervalVerdict,
  Part,
  Reason,
  Share,
  Tests,
  ThresholdFinding,
} from '../model/finding.ts';
import { type Doing, unitOf } from '../model/profile.ts';
import { sideLabel } from '../model/words.ts';
import { effectiveNumber } from '../stats/kish.ts';
import { binomialTest } from '../stats/proportion.ts';
import { compareText } from '../text/compare.ts';
import { asymmetry } from './asymmetry.ts';
import { amountOf, tooLittle } from './gates.ts';
import type { Parts } from './gather.ts';
import { type Threshold, thresholdOf } from './magnitude.ts';
import { cellsOf } from './measure.ts';
import { bandOf, institutionGate, namesOf, shareOf, voicesOn, wantedOn } from './on.ts';
import { againstThreshold } from './power.ts';
import {
  type Asked,
  checksOf,
  codedBy,
  codingsOf,
  headOf,
  isValidated,
  noTests,
  type Question,
  unfit,
} from './question.ts';
import { type ActorMeasure, actingIn, isUnder, kindOf } from './units.ts';
import { verdictBefore } from './verdict.ts';

type Variant = ActorMeasure['variants'][number];

/** Counts of both kinds in one institution. */
type Held = {
  documents: number;
  passages: number;
  /** As people would have coded them where documents were coded whole, and as the program counts them. */
  a: number;
  b: number;
  readonly raw: { a: number; b: number };
  /** One over its chance for every document that was coded whole. */
  readonly weights: number[];
  /** What each document counts that counts anything. */
  readonly counts: number[];
  /** Actors in a role that counts by some reading, by role, actor and programme. */
  readonly units: Map<string, Doing>;
};

/**
 * A share of units that are each counted once (distinct actors and programmes, documents) against a threshold, by the
 * interval of Wilson and an exact binomial p (docs/method.md 1.3): a share of 0 or 1 needs no logarithm.
 */
export function proportion(asked: Asked, comparison: Threshold): Question {
  const { measure } = asked.measured;
  const isWanted = wantedOn(asked, comparison.on);
  const cells = measure.count === 'actors' ? null : cellsOf(asked.measured, asked.corrections);
  const raw = cells === null || asked.corrections === null ? null : cellsOf(asked.measured);
  const counted = framedBy(asked);
  const institutions = new Map<string, Held>();
  const missed =
    measure.count === 'substantive_documents' && measure.projects !== undefined
      ? asymmetry(asked, measure.projects, isWanted)
      : null;
  return {
    add(parts) {
      missed?.add(parts);
      if (!isWanted(parts)) return;
      const name = parts[0].institution ?? '(none)';
      const held = institutions.get(name) ?? nothingHeld();
      institutions.set(name, held);
      held.documents += 1;
      held.passages += parts.reduce((sum, { objectPassages }) => sum + objectPassages, 0);
      if (measure.count === 'actors') hold(held, parts, measure);
      const count = counted(parts);
      if (count > 0) held.counts.push(count);
      for (const cell of cells?.(parts) ?? []) {
        held.a += cell.a;
        held.b += cell.b;
      }
      for (const cell of raw?.(parts) ?? []) {
        held.raw.a += cell.a;
        held.raw.b += cell.b;
      }
      const said = saidOf(asked, parts);
      if (said !== null) held.weights.push(1 / said.probability);
    },
    finish: () =>
      findingOf(
        asked,
        comparison,
        [...institutions].toSorted(([a], [b]) => compareText(a, b)),
        missed?.result() ?? null,
      ),
  };
}

/** How many units of either kind a document has, as the program counts them. */
function framedBy({ measured: of }: Asked): (parts: Parts) => number {
  const cells = cellsOf(of);
  return (parts) => cells(parts).reduce((sum, { framed }) => sum + framed, 0);
}

function nothingHeld(): Held {
  return {
    documents: 0,
    passages: 0,
    a: 0,
    b: 0,
    raw: { a: 0, b: 0 },
    weights: [],
    counts: [],
    units: new Map(),
  };
}

function saidOf({ corrections, measured: { whole } }: Asked, [{ document }]: Parts) {
  return whole === null ? null : (corrections?.documents?.said(document, whole) ?? null);
}

/**
 * A corrected share, with the interval of as many documents as unequal chances leave of those that were coded: what the
 * program adds by documents that nobody coded makes it no narrower (docs/method.md 2.5).
 */
function correctedShare(a: number, all: number, weights: readonly number[]): Share | null {
  const number = effectiveNumber(weights);
  if (all <= 0 || number === 0) return null;
  return shareOf(Math.min(1, Math.max(0, a / all)) * number, number);
}

function hold({ units }: Held, parts: Parts, { role, variants }: ActorMeasure): void {
  for (const { portrait } of parts)
    for (const doing of portrait.doings) {
      if (doing.role === role || variants.some(({ roles }) => roles?.includes(doing.role)))
        units.set(`${doing.role}\n${unitOf(doing)}`, doing);
    }
}

function findingOf(
  asked: Asked,
  comparison: Threshold,
  institutions: readonly (readonly [string, Held])[],
  missed: Asymmetry | null,
): ThresholdFinding {
  const { measure, numerator, denominator } = asked.measured;
  const limit = thresholdOf(comparison);
  const direction = comparison.above === undefined ? 'below' : 'above';
  const held = institutions.map(([, one]) => one);
  const doings = held.flatMap(({ units }) => [...units.values()]);
  const documents = held.reduce((sum, one) => sum + one.documents, 0);
  const asksFor = namesOf(asked, comparison.on);
  const isCoded = isValidated(asked, [voicesOn(asked, comparison.on)]);
  const totals = held.map((one) => decidingOf(one, isCoded || asked.corrections === null));
  const { a, b } = measure.count === 'actors' ? kindsIn(doings, measure) : sumOf(totals);
  const codings = codingsOf(asked, [voicesOn(asked, comparison.on)]);
  const counts = held.flatMap((one) => one.counts);
  const amounts = [amountOf(sideLabel({ voices: voicesOn(asked, comparison.on) }), documents, counts)];
  const gates = checksOf(asked, { sides: [], strata: [], amounts, codings });
  const { corrected, bar } = codedBy(gates);
  const weights = held.flatMap((one) => one.weights);
  const missing = documents === 0 && asksFor.length > 0;
  const stop: Reason | null = missing
    ? 'institution_missing'
    : documents === 0
      ? 'no_documents'
      : isCoded && weights.length > 0 && a + b <= 0
        ? 'correction_unstable'
        : a + b === 0
          ? 'nothing_counted'
          : (tooLittle(gates) ?? unfit(gates));
  const raw = sumOf(held.map((one) => one.raw));
  const before = stop === null && isCoded ? shareOf(raw.a, raw.a + raw.b) : null;
  const share = stop !== null ? null : isCoded ? correctedShare(a, a + b, weights) : shareOf(a, a + b);
  const verdict = (at: number) => (share === null ? null : againstThreshold(share, at, direction));
  const variants = (measure.count === 'actors' && stop === null ? measure.variants : []).map((variant) => {
    const read = kindsIn(doings, measure as ActorMeasure, variant);
    const found = shareOf(read.a, read.a + read.b);
    const { id, title } = variant;
    return {
      id,
      title,
      share: found,
      verdict: found === null ? null : againstThreshold(found, limit, direction),
    };
  });
  return {
    ...headOf(asked),
    kind: 'threshold',
    numerator,
    denominator,
    threshold: limit,
    direction,
    interval: 'wilson',
    corrected,
    ...verdictBefore({ stop, corrected, bar, intervalVerdict: verdict(limit) }),
    intervalVerdict: verdict(limit),
    fragile: variants.some((one) => one.verdict !== null && classOf(one.verdict) !== classOf(verdict(limit)))
      ? ['reading']
      : [],
    gates: missing ? [institutionGate(asksFor.slice(0, 3)), ...gates] : gates,
    estimate: null,
    uncorrected: null,
    tests: share === null ? noTests : exactTests(share, limit, direction),
    detectable: null,
    share,
    uncorrectedShare: before,
    band: bandOf(comparison).flatMap((at) => {
      const found = verdict(at);
      return found === null ? [] : [{ threshold: at, verdict: found }];
    }),
    variants,
    asymmetry: missed,
    detectableShare: null,
    needed: null,
    parts: institutions.map(([institution, one]): Part => {
      const own =
        measure.count === 'actors'
          ? kindsIn([...one.units.values()], measure)
          : decidingOf(one, isCoded || asked.corrections === null);
      return {
        institution,
        documents: one.documents,
        a: own.a,
        b: own.b,
        share: shareOf(own.a, own.a + own.b),
        leftOut: null,
      };
    }),
    warnings: variants.some((one) => one.verdict !== null && one.verdict !== verdict(limit))
      ? ['reading_of_actors_decides']
      : [],
    documents,
    passages: held.reduce((sum, { passages }) => sum + passages, 0),
    institutions: institutions.length,
  };
}

/** The counts that decide: those of the program, where too little was coded to correct them. */
function decidingOf(held: Held, isWhole: boolean): Pick<Held, 'a' | 'b'> {
  return isWhole ? held : held.raw;
}

function kindsIn(
  doings: readonly Doing[],
  measure: ActorMeasure,
  { roles = [measure.role], without = [], through_parents = measure.through_parents }: Partial<Variant> = {},
): { readonly a: number; readonly b: number } {
  const kinds = actingIn(doings, roles)
    .filter(({ category }) => category === null || !isUnder(category, without))
    .map((doing) => kindOf(doing, { ...measure, through_parents }));
  return {
    a: kinds.filter((kind) => kind === 'a').length,
    b: kinds.filter((kind) => kind === 'b').length,
  };
}

function sumOf(held: readonly Pick<Held, 'a' | 'b'>[]): { readonly a: number; readonly b: number } {
  return {
    a: held.reduce((sum, one) => sum + one.a, 0),
    b: held.reduce((sum, one) => sum + one.b, 0),
  };
}

/** Whether a verdict speaks for the claim, against it, or for neither. */
function classOf(verdict: IntervalVerdict | null): string | undefined {
  return verdict?.split('_')[0];
}

function exactTests({ x, n }: Share, limit: number, direction: ThresholdFinding['direction']): Tests {
  const test = binomialTest(x, n, limit);
  const [claimed, other] =
    direction === 'above' ? (['pGreater', 'pLess'] as const) : (['pLess', 'pGreater'] as const);
  return { ...noTests, claimed: test?.[claimed] ?? null, against: test?.[other] ?? null };
}
