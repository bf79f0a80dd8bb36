import type { Actor, LexiconSource, Term } from '../model/lexicon.ts';
import { lexiconLanguages } from '../model/passage.ts';
import { wayBetween } from './circles.ts';
import type { LexiconError } from './errors.ts';
import { nameKey } from './name-words.ts';
import { createReader } from './read.ts';

/**
 * The actors that the themes list, by id. Errors where two share an alias, where a parent is no actor, and
 * where no term of the actor layer finds an alias whole in any language, so that it could never be met.
 */
export function resolveActors(
  source: LexiconSource,
  terms: readonly Term[],
): { readonly actors: readonly Actor[]; readonly errors: readonly LexiconError[] } {
  const errors: LexiconError[] = [];
  const actors: Actor[] = [];
  const owners = new Map<string, string>();
  const read = createReader(terms.filter(({ layer }) => layer === 'actor'));
  for (const { file, theme } of source.themes) {
    for (const [id, entry] of Object.entries(theme.actors)) {
      const place = { file, theme: theme.theme, actor: id };
      actors.push({
        id,
        name: entry.name,
        country: entry.country ?? null,
        parent: entry.parent ?? null,
        aliases: entry.aliases,
      });
      for (const alias of entry.aliases) {
        const other = owners.get(nameKey(alias));
        if (other !== undefined) errors.push({ code: 'alias_shared', ...place, alias, other });
        owners.set(nameKey(alias), id);
        const found = lexiconLanguages.some((language) =>
          read(alias, language).open.some(({ start, end }) => start === 0 && end === alias.length),
        );
        if (!found) errors.push({ code: 'alias_untagged', ...place, alias });
      }
    }
  }
  const known = new Set(actors.map(({ id }) => id));
  for (const { file, theme } of source.themes) {
    for (const [id, { parent }] of Object.entries(theme.actors)) {
      if (parent === undefined || known.has(parent)) continue;
      errors.push({ code: 'actor_unknown_parent', file, theme: theme.theme, actor: id, found: parent });
    }
  }
  const above = new Map(actors.map(({ id, parent }) => [id, new Set(parent === null ? [] : [parent])]));
  for (const { file, theme } of source.themes) {
    for (const actor of Object.keys(theme.actors)) {
      const [parent] = above.get(actor) ?? [];
      const way = parent === undefined ? null : wayBetween(above, parent, actor);
      if (way === null) continue;
      const found = [actor, ...way].join(' > ');
      errors.push({ code: 'actor_circle', file, theme: theme.theme, actor, found });
    }
  }
  return { actors: actors.toSorted((a, b) => (a.id < b.id ? -1 : 1)), errors };
}

/** Makes a look-up from the surface of an actor's tag to the actor; null for a name that no actor lists. */
export function actorFinder(actors: readonly Actor[]): (surface: string) => Actor | null {
  const byAlias = new Map(
    actors.flatMap((actor) => actor.aliases.map((alias) => [nameKey(alias), actor] as const)),
  );
  return (surface) => byAlias.get(nameKey(surface)) ?? null;
}
