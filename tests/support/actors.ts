import type { Actor, Lexicon } from '../../src/model/lexicon.ts';
import type { ActorNames } from '../../src/model/mention.ts';
import { actorFinder } from '../../src/tag/actors.ts';
import type { Matcher } from '../../src/tag/compile.ts';
import { nearActors } from '../../src/tag/near.ts';

/** Knows nobody. */
export const noActors: ActorNames = { named: () => null, near: () => [] };

/** Knows the actors of a lexicon as the program does, by exact names only where `near` is false. */
export function actorsOf({ actors }: Lexicon, { read }: Matcher, near = true): ActorNames {
  return { named: actorFinder(actors), near: near ? nearActors(actors, read) : noActors.near };
}

/** An actor by its id, of which nothing else is known. */
export function actorOf(id: string, parent: string | null = null): Actor {
  return { id, name: id, country: null, parent, aliases: [] };
}
