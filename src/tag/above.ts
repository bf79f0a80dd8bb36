import type { Actor } from '../model/lexicon.ts';
import { type Language, lexiconLanguages } from '../model/passage.ts';
import type { Mentions } from './read.ts';

/**
 * Makes a look-up from an actor's id to the categories of the bodies above it, nearest first: an institute inside a
 * ministry has the ministry's. `read` tells the categories of names, as a compiled lexicon does.
 */
export function bodiesAbove(
  actors: readonly Actor[],
  read: (text: string, language: Language) => Mentions,
): (id: string) => readonly string[] {
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
  const known = new Map<string, readonly string[]>();
  return (id) => {
    let found = known.get(id);
    if (found === undefined) {
      found = chain(id).flatMap((actor) => categoryOf(actor) ?? []);
      known.set(id, found);
    }
    return found;
  };

  function chain(id: string): readonly Actor[] {
    const bodies: Actor[] = [];
    for (let at = byId.get(id)?.parent ?? null; at !== null; at = bodies.at(-1)?.parent ?? null) {
      const body = byId.get(at);
      // A body above itself is a fault of the lexicon, not a reason to go on for ever.
      if (body === undefined || bodies.includes(body)) break;
      bodies.push(body);
    }
    return bodies;
  }

  function categoryOf({ aliases }: Actor): string | null {
    for (const alias of aliases) {
      for (const language of lexiconLanguages) {
        const whole = read(alias, language).open.find(
          ({ start, end, term }) => term.layer === 'actor' && start === 0 && end === alias.length,
        );
        if (whole !== undefined) return `${whole.term.theme}/${whole.term.category}`;
      }
    }
    return null;
  }
}
