import type { FieldQuality } from '../model/field.ts';
import type { DocumentId } from '../model/units.ts';
import { effectiveNumber } from '../stats/kish.ts';
import { percentileInterval } from '../stats/percentileinterval.ts';
import { wilson } from '../stats/proportion.ts';
import { sum } from '../stats/sum.ts';
import type { Drawing } from './measure.ts';

/** A coded passage with what the program and what people see in it of each kind of a field. */
export type ReadPassage = {
  readonly document: DocumentId;
  /** Chance of having been drawn and coded. */
  readonly probability: number;
  readonly kinds: readonly { readonly program: boolean; readonly people: boolean }[];
};

/** Weights of what both see, the program alone, people alone. */
type Seen = { readonly both: number; readonly program: number; readonly people: number };

/**
 * How well the program fills a field, over passages and kinds: F1 is the harmonic mean of precision and recall. Its
 * interval is of documents drawn anew, its lower end never above what Wilson's interval allows at the effective number of
 * things seen: where nothing was misread, drawing documents anew shows no spread (docs/method.md 8).
 */
export function fieldQuality(
  name: Pick<FieldQuality, 'field' | 'codes' | 'isSimulated'>,
  passages: readonly ReadPassage[],
  { seed, replicates }: Drawing,
): FieldQuality {
  const seen = passages.filter(({ kinds }) => kinds.some(({ program, people }) => program || people));
  const documents = [...Map.groupBy(seen, ({ document }) => document).values()].map((own) =>
    added(own.map((one) => seenIn(one, 1 / one.probability))),
  );
  const all = added(documents);
  const plain = added(seen.map((one) => seenIn(one, 1)));
  const f1 = f1Of(all);
  const drawn =
    documents.length < 2
      ? null
      : percentileInterval(
          documents.length,
          undefined,
          (times) => f1Of(added(documents.map((one, at) => scaled(one, times[at] ?? 0)))),
          { seed, name: `f1 field ${name.field}`, from: 0, to: replicates },
        );
  return {
    ...name,
    passages: passages.length,
    seen: seen.length,
    documents: documents.length,
    right: plain.both,
    wrong: plain.program,
    missed: plain.people,
    precision: shareOf(all.both, all.both + all.program),
    recall: shareOf(all.both, all.both + all.people),
    f1,
    interval:
      f1 === null || drawn === null
        ? null
        : { lower: Math.min(drawn.lower, leastAt(seen, all)), upper: drawn.upper },
  };
}

function seenIn({ kinds }: ReadPassage, weight: number): Seen {
  const count = (holds: (one: ReadPassage['kinds'][number]) => boolean) =>
    weight * kinds.filter(holds).length;
  return {
    both: count(({ program, people }) => program && people),
    program: count(({ program, people }) => program && !people),
    people: count(({ program, people }) => !program && people),
  };
}

function added(some: readonly Seen[]): Seen {
  return {
    both: sum(some.map(({ both }) => both)),
    program: sum(some.map(({ program }) => program)),
    people: sum(some.map(({ people }) => people)),
  };
}

function scaled({ both, program, people }: Seen, times: number): Seen {
  return { both: both * times, program: program * times, people: people * times };
}

/** As 2 TP / (2 TP + FP + FN); null where neither sees anything. */
function f1Of({ both, program, people }: Seen): number | null {
  return shareOf(2 * both, 2 * both + program + people);
}

/**
 * The least F1 by Wilson's interval. Of what either sees, both see the share J = F1 / (2 - F1), which is one of things
 * counted; a passage counts once, since its kinds stand and fall together.
 */
function leastAt(seen: readonly ReadPassage[], { both, program, people }: Seen): number {
  const number = effectiveNumber(seen.map(({ probability }) => 1 / probability));
  const share = both / (both + program + people);
  const lower = wilson(number * share, number)?.lower ?? 0;
  return (2 * lower) / (1 + lower);
}

function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
