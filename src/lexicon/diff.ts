import type { Term } from '../model/lexicon.ts';
import type { Found } from '../model/ports.ts';
import type { Tag } from '../model/tag.ts';
import type { Matcher } from '../tag/compile.ts';
import { tag } from '../tag/tag.ts';
import { type Kwic, kwic } from './kwic.ts';

/** What became of a term between two lexicons; `changed` names what is no longer as it was. */
export type TermChange = {
  readonly change: 'added' | 'removed' | 'changed';
  readonly term: string;
  readonly category: string;
  readonly language: string;
  readonly pattern: string;
  readonly changed: readonly string[];
};

/** Terms that only one of two lexicons has, and those that say something else of themselves, in the order of ids. */
export function diffTerms(before: readonly Term[], after: readonly Term[]): readonly TermChange[] {
  const [old, now] = [byId(before), byId(after)];
  return [...new Set([...old.keys(), ...now.keys()])].toSorted().flatMap((id): readonly TermChange[] => {
    const [was, is] = [old.get(id), now.get(id)];
    const term = is ?? was;
    if (term === undefined) return [];
    const changed = was === undefined || is === undefined ? [] : differing(was, is);
    const change = was === undefined ? 'added' : is === undefined ? 'removed' : 'changed';
    if (change === 'changed' && changed.length === 0) return [];
    const { theme, category, language, pattern } = term;
    return [{ change, term: id, category: `${theme}/${category}`, language, pattern, changed }];
  });
}

function byId(terms: readonly Term[]): ReadonlyMap<string, Term> {
  return new Map(terms.map((term) => [term.id, term]));
}

function differing(was: Term, is: Term): readonly string[] {
  const fields = new Map<string, unknown>(Object.entries(is));
  return Object.entries(was).flatMap(([name, value]) =>
    JSON.stringify(value) === JSON.stringify(fields.get(name)) ? [] : [name],
  );
}

/** Hits of a category that only one of two lexicons gives, with the first of them as they stand in the text. */
export type HitChange = {
  readonly category: string;
  readonly gained: number;
  readonly lost: number;
  /** Passages in which the category is present with the one and not with the other. */
  readonly passagesGained: number;
  readonly passagesLost: number;
  readonly lines: readonly (Kwic & { readonly change: 'gained' | 'lost'; readonly term: string })[];
};

/** The tags of a passage by a lexicon: made anew, or as they are kept. */
export type TagsOf = (found: Found) => readonly Tag[];

/** The tags that a lexicon gives, made anew. */
export function tagsBy(matcher: Matcher): TagsOf {
  return ({ passage }) => tag([passage], matcher);
}

/**
 * Tells by category which counted hits, by place, only one of two lexicons gives in some passages. Passages are
 * taken one at a time; `limit` is the number of lines kept a category, and `show` makes a passage with its tags fit to be shown.
 */
export function diffHits(
  passages: Iterable<Found>,
  before: TagsOf,
  after: TagsOf,
  { limit, show }: { readonly limit: number; readonly show: (found: Found) => Found },
): readonly HitChange[] {
  const changes = new Map<string, { -readonly [Key in keyof HitChange]: HitChange[Key] }>();
  for (const found of passages) {
    const old = counted(before(found));
    const now = counted(after(found));
    for (const category of new Set([...old.keys(), ...now.keys()])) {
      const [was, is] = [old.get(category) ?? new Map(), now.get(category) ?? new Map<string, Tag>()];
      const gained = [...is].filter(([place]) => !was.has(place)).map(([, one]) => one);
      const lost = [...was].filter(([place]) => !is.has(place)).map(([, one]) => one);
      if (gained.length + lost.length === 0) continue;
      const known = changes.get(category) ?? {
        category,
        gained: 0,
        lost: 0,
        passagesGained: 0,
        passagesLost: 0,
        lines: [],
      };
      changes.set(category, known);
      known.gained += gained.length;
      known.lost += lost.length;
      if (was.size === 0) known.passagesGained++;
      if (is.size === 0) known.passagesLost++;
      const shown = known.lines.length < limit ? show({ ...found, tags: [...gained, ...lost] }) : null;
      const lines = (shown?.tags ?? []).map((one, index) => {
        const change = index < gained.length ? ('gained' as const) : ('lost' as const);
        return { change, term: one.term, ...kwic(shown ?? found, one) };
      });
      known.lines = [...known.lines, ...lines.slice(0, limit - known.lines.length)];
    }
  }
  return [...changes.values()].toSorted((a, b) => (a.category < b.category ? -1 : 1));
}

/** Counted tags by category and place. */
function counted(tags: readonly Tag[]): ReadonlyMap<string, ReadonlyMap<string, Tag>> {
  const open = tags.filter(({ blocked }) => blocked === null);
  const groups = [...Map.groupBy(open, ({ category }) => category)];
  return new Map(
    groups.map(([category, list]) => [
      category,
      new Map(list.map((one) => [`${one.start} ${one.end}`, one])),
    ]),
  );
}
