import { type Mix, type MixContrast, type MixedBy, mixedBy, readings } from '../model/channels.ts';
import { type ActorRole, actorRoles } from '../model/mention.ts';
import { type Observation, unitOf, unitsIn } from '../model/profile.ts';
import type { MentionRow } from '../model/results.ts';
import { compareText } from '../text/compare.ts';
import { type Classes, classesOf, type Held, mixOf } from './mix.ts';
import { contrastsOf } from './mix-contrasts.ts';

/** What one document has named so far in each group, by the classes of who is named. */
type Open = Map<Held, Map<string, { readonly classes: Classes; times: number }>>;

/**
 * Who has which role in the documents of each institution and voice, by class (docs/method.md 8). A unit is a distinct actor
 * and programme in a role, however often documents name it; mentions are counted beside, document by document. Both
 * iterables are gone through once; mentions of a document stand together.
 */
export function mixes(
  observations: Iterable<Observation>,
  mentions: Iterable<MentionRow>,
): { readonly mixes: readonly Mix[]; readonly contrasts: readonly MixContrast[] } {
  const groups = new Map<string, Held>();
  const above = new Map<string, readonly string[]>();
  for (const one of observations)
    for (const doing of one.portrait.doings) {
      if (doing.above.length > 0) above.set(doing.actor, doing.above);
      for (const by of mixedBy) {
        const held = heldOf(groups, by, one[by], doing.role);
        held.units.set(unitOf(doing), doing);
        // The languages of a document stand together and are one document.
        if (held.last !== one.document) held.documents += 1;
        held.last = one.document;
      }
    }
  let [file, open]: [string | null, Open] = [null, new Map()];
  for (const { mention, ...row } of mentions) {
    if (row.file !== file) {
      close(open);
      [file, open] = [row.file, new Map()];
    }
    const { kind, role, id, category } = mention;
    if (kind !== 'role' || role === null || id === null) continue;
    const classes = classesOf({ category, above: above.get(id) ?? [] });
    for (const by of mixedBy) name(open, heldOf(groups, by, row[by], role), classes);
  }
  close(open);
  return mixed([...groups.values()]);
}

function heldOf(groups: Map<string, Held>, by: MixedBy, key: string | null, role: ActorRole): Held {
  const name = [by, key ?? '(none)', role].join('\n');
  const held = groups.get(name) ?? nobody(by, key ?? '(none)', role);
  groups.set(name, held);
  return held;
}

function nobody(by: MixedBy, key: string, role: ActorRole): Held {
  return { by, key, role, documents: 0, last: null, units: new Map(), namings: new Map() };
}

function name(open: Open, held: Held, classes: Classes): void {
  const own = open.get(held) ?? new Map();
  open.set(held, own);
  const key = JSON.stringify(readings.map((reading) => classes[reading]));
  const known = own.get(key) ?? { classes, times: 0 };
  known.times += 1;
  own.set(key, known);
}

/** Puts a document to those that name the same classes as often: of many documents few are different. */
function close(open: Open): void {
  for (const [held, named] of open) {
    const sorted = [...named].toSorted(([a], [b]) => compareText(a, b));
    const key = sorted.map(([classes, { times }]) => `${classes}${times}`).join('\n');
    const known = held.namings.get(key) ?? {
      mentions: sorted.map(([, { classes, times }]) => [classes, times] as const),
      documents: 0,
    };
    known.documents += 1;
    held.namings.set(key, known);
  }
}

function mixed(groups: readonly Held[]): ReturnType<typeof mixes> {
  const sorted = groups.toSorted(
    (a, b) =>
      mixedBy.indexOf(a.by) - mixedBy.indexOf(b.by) ||
      compareText(a.key, b.key) ||
      actorRoles.indexOf(a.role) - actorRoles.indexOf(b.role),
  );
  const counted = readings.flatMap((reading) => {
    const classes = Map.groupBy(sorted, ({ role }) => role);
    const named = new Map(
      [...classes].map(([role, held]) => [
        role,
        [
          ...new Set(
            held.flatMap((one) => unitsIn(one.units.values()).map((unit) => classesOf(unit)[reading])),
          ),
        ].toSorted(byName),
      ]),
    );
    return sorted.flatMap((held) => mixOf(held, reading, named.get(held.role) ?? []) ?? []);
  });
  return { mixes: counted.map(({ mix }) => mix), contrasts: contrastsOf(counted) };
}

/** Classes by name, those that the lexicon does not list last. */
function byName(one: string | null, other: string | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return compareText(one, other);
}
