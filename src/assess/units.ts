import type { Measure } from '../model/claim.ts';
import type { ActorRole } from '../model/mention.ts';
import { type Doing, unitsIn } from '../model/profile.ts';

/** A measure of distinct actors and programmes. */
export type ActorMeasure = Extract<Measure, { count: 'actors' }>;

/** Whether an actor is of the claimed kind, of the other, or of neither. */
export type Kind = 'a' | 'b' | null;

/** Distinct actor and programme in a role, or in any of several, each once: see `unitsIn`. */
export function actingIn(doings: Iterable<Doing>, roles: ActorRole | readonly ActorRole[]): readonly Doing[] {
  const wanted = typeof roles === 'string' ? [roles] : roles;
  return unitsIn([...doings].filter(({ role }) => wanted.includes(role)));
}

/**
 * The kind of an actor: by its own category, else, through parents, by that of the nearest body above it that has
 * one of the categories. What has none of them is of the other kind where all others are.
 */
export function kindOf(
  { category, above }: Doing,
  { of, against, through_parents }: Pick<ActorMeasure, 'of' | 'against' | 'through_parents'>,
): Kind {
  const own = category === null ? [] : [category];
  for (const name of through_parents ? [...own, ...above] : own) {
    if (isUnder(name, of)) return 'a';
    if (against !== undefined && isUnder(name, against)) return 'b';
  }
  return against === undefined ? 'b' : null;
}

/** True of a category that a list names, or whose theme it names. */
export function isUnder(category: string, names: readonly string[]): boolean {
  return names.some((name) => category === name || category.startsWith(`${name}/`));
}
