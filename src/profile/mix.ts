import type { ClassShare, Mix, MixedBy, Reading } from '../model/channels.ts';
import type { Share } from '../model/finding.ts';
import type { ActorRole } from '../model/mention.ts';
import { type Doing, unitsIn } from '../model/profile.ts';
import type { DocumentId } from '../model/units.ts';
import { diversity } from '../stats/diversity.ts';
import { tInterval } from '../stats/interval.ts';
import { balanceVariance, logRatio, type Pair, totalOf } from '../stats/logratio.ts';
import { wilson } from '../stats/proportion.ts';
import { sum } from '../stats/sum.ts';

/** A class of actors as a body itself has it, and as the body above it has it. */
export type Classes = Readonly<Record<Reading, string | null>>;

/** One document's mentions of actors in a role by class, and how many documents have just these. */
export type Naming = { readonly mentions: readonly (readonly [Classes, number])[]; documents: number };

/** Who has one role in the documents of an institution or voice. */
export type Held = {
  readonly by: MixedBy;
  readonly key: string;
  readonly role: ActorRole;
  /** Documents that name somebody in the role. */
  documents: number;
  last: DocumentId | null;
  /** By actor and programme. */
  readonly units: Map<string, Doing>;
  readonly namings: Map<string, Naming>;
};

/** A mix with the counts that it is compared by: of each class against all others, a pair a document. */
export type Counted = { readonly mix: Mix; readonly pairsOf: (category: string | null) => readonly Pair[] };

/** The class of an actor by either reading. */
export function classesOf({ category, above }: Pick<Doing, 'category' | 'above'>): Classes {
  return { itself: category, above: above[0] ?? category };
}

/** A mix over the classes given, of which those that it has none of are told too; null where nobody has the role. */
export function mixOf(held: Held, reading: Reading, classes: readonly (string | null)[]): Counted | null {
  const units = unitsIn(held.units.values()).map((unit) => classesOf(unit)[reading]);
  const counts = classes.map((category) => units.filter((one) => one === category).length);
  const mix = diversity(counts);
  if (mix === null) return null;
  const namings = [...held.namings.values()];
  const pairsOf = (category: string | null) => pairs(namings, (one) => one[reading] === category);
  const { a: mentions } = totalOf(pairs(namings, () => true));
  const { by, key, role } = held;
  const { hill1, hill2, giniSimpson } = mix;
  return {
    mix: {
      by,
      key,
      role,
      reading,
      documents: held.documents,
      units: units.length,
      mentions,
      hill1,
      hill2,
      giniSimpson,
      classes: classes.map((category, at) =>
        classShare(category, counts[at] ?? 0, units.length, pairsOf(category)),
      ),
    },
    pairsOf,
  };
}

function classShare(
  category: string | null,
  count: number,
  all: number,
  documents: readonly Pair[],
): ClassShare {
  const { a, b } = totalOf(documents);
  return {
    category,
    share: shareOf(count, all),
    most: count === 0 ? Math.min(1, 3 / all) : null,
    mentions: a,
    named: a + b === 0 ? null : { value: a / (a + b), ...boundsOf(documents) },
  };
}

/** A share of whole units, of which there is one at least. */
function shareOf(x: number, n: number): Share {
  const bounds = wilson(x, n);
  if (bounds === null) throw new RangeError(`expected a share of one unit at least, got ${x} of ${n}`);
  return { value: x / n, ...bounds, x, n };
}

function boundsOf(documents: readonly Pair[]): {
  readonly lower: number | null;
  readonly upper: number | null;
} {
  const { a, b } = totalOf(documents);
  const [middle, variance] = [logRatio(a, b), balanceVariance(documents)];
  const interval =
    middle === null || variance === null
      ? null
      : tInterval(middle, [{ variance, degreesOfFreedom: documents.length - 1 }]);
  return { lower: expit(interval?.lower), upper: expit(interval?.upper) };
}

function expit(logOdds: number | undefined): number | null {
  return logOdds === undefined ? null : 1 / (1 + Math.exp(-logOdds));
}

/** What each document that names somebody in the role adds to both totals. */
function pairs(namings: readonly Naming[], isOf: (classes: Classes) => boolean): readonly Pair[] {
  return namings.flatMap(({ mentions, documents }) => {
    const all = sum(mentions.map(([, times]) => times));
    const a = sum(mentions.map(([classes, times]) => (isOf(classes) ? times : 0)));
    return Array.from({ length: documents }, () => ({ a, b: all - a }));
  });
}
