import { type Doing, unitOf } from '../model/profile.ts';
import { logRatio, type Pair } from '../stats/logratio.ts';
import { type ActorMeasure, kindOf } from './units.ts';

/** What one document counts for a measure: two numbers, or the actors that make them. */
export type Counts = Pair & { readonly doings: readonly Doing[] };

/** The balance of some documents, and without one of them; null where nothing is counted or has no logarithm. */
export type Balances = {
  readonly totals: Pair;
  readonly whole: number | null;
  readonly without: (document: Counts) => number | null;
};

/**
 * Balance of numbers over documents, or of distinct `actors`, and with each document left out: actors are counted anew
 * without it. One left out costs what it holds, whatever the number of the others. None may stand twice among them.
 */
export function balancesOf(actors: ActorMeasure | null, documents: readonly Counts[]): Balances {
  if (actors !== null) return ofActors(actors, documents);
  let [a, b] = [0, 0];
  for (const one of documents) {
    a += one.a;
    b += one.b;
  }
  return { totals: { a, b }, whole: balance(a, b), without: (one) => balance(a - one.a, b - one.b) };
}

function balance(a: number, b: number): number | null {
  return a === 0 && b === 0 ? null : logRatio(a, b);
}

type Told = { readonly document: Counts; readonly doing: Doing };
/** Who told of an actor and programme last, and who before, of those that are another document. */
type Unit = { last: Told; before: Told | null };

function ofActors(measure: ActorMeasure, documents: readonly Counts[]): Balances {
  const units = new Map<string, Unit>();
  /** In how many documents an actor is named with a programme. */
  const placed = new Map<string, number>();
  for (const document of documents) {
    const own = inRole(document);
    for (const [name, doing] of own) {
      const known = units.get(name);
      const before = known === undefined ? null : known.last;
      units.set(name, { last: { document, doing }, before });
    }
    for (const actor of placedIn(own)) placed.set(actor, (placed.get(actor) ?? 0) + 1);
  }
  const totals = { a: 0, b: 0 };
  for (const { last } of units.values())
    add(totals, kindIn(last.doing, placed.get(last.doing.actor) ?? 0), 1);
  return { totals, whole: balance(totals.a, totals.b), without };

  function without(document: Counts): number | null {
    const own = inRole(document);
    if (own.size === 0) return balance(totals.a, totals.b);
    const gone = placedIn(own);
    const names = new Set(own.keys());
    for (const actor of gone) names.add(unitOf({ actor, programme: null }));
    const left = { ...totals };
    for (const name of names) {
      const unit = units.get(name);
      if (unit === undefined) continue;
      const { actor } = unit.last.doing;
      const times = placed.get(actor) ?? 0;
      add(left, kindIn(unit.last.doing, times), -1);
      const told = unit.last.document === document ? unit.before : unit.last;
      if (told !== null) add(left, kindIn(told.doing, gone.has(actor) ? times - 1 : times), 1);
    }
    return balance(left.a, left.b);
  }

  function inRole({ doings }: Counts): ReadonlyMap<string, Doing> {
    const own = new Map<string, Doing>();
    for (const doing of doings) if (doing.role === measure.role) own.set(unitOf(doing), doing);
    return own;
  }

  /** An actor without a programme counts only where it is named with none at all. */
  function kindIn(doing: Doing, times: number) {
    return doing.programme === null && times > 0 ? null : kindOf(doing, measure);
  }
}

function placedIn(own: ReadonlyMap<string, Doing>): ReadonlySet<string> {
  return new Set([...own.values()].flatMap(({ programme, actor }) => (programme === null ? [] : [actor])));
}

function add(totals: { a: number; b: number }, kind: 'a' | 'b' | null, times: 1 | -1): void {
  if (kind !== null) totals[kind] += times;
}
