import type { Actor } from '../../model/lexicon.ts';
import { idOfName, type Resolution } from '../../model/mention.ts';
import { silentZones } from '../../model/passage.ts';
import { isElsewhere } from './elsewhere.ts';
import { keyOf, type Name } from './names.ts';
import type { Mark, Sight, Span } from './sight.ts';
import { overlaps } from './sight.ts';

/** A body and where it stands. */
export type FoundActor = Span & {
  readonly id: string;
  /** How the lexicon knows it; null where it does not. */
  readonly resolved: Resolution | null;
  readonly parent: string | null;
  readonly category: string | null;
  /** An acronym that nothing but what it does shows to be a body. */
  readonly isWeak: boolean;
};

/** The actor of the lexicon that has a name; null for a name that it does not list. */
export type Named = (surface: string) => Actor | null;

/** Firms and industries are no actors of a policy; projects and their bodies are mentions of their own. */
const others: ReadonlySet<string> = new Set([
  'actors/dominant_industries',
  'actors/dominant_firms',
  'actors/integration_projects',
]);

/**
 * Bodies in a passage: those that the lexicon tags, and names that a word of kind shows to be of one. A tag and a name
 * that overlap are one body with the longer span and the tag's category, unless the tag is but a later part of the name.
 */
export function actorsIn(sight: Sight, names: readonly Name[], named: Named): readonly FoundActor[] {
  const marks = sight.marks.filter(({ layer, category }) => layer === 'actor' && !others.has(category));
  const blocked = sight.marks.filter(({ category }) => category === 'actors/integration_projects');
  const bodies = names.filter(
    (name) => name.kind === 'body' && !blocked.some((mark) => overlaps(mark, name)),
  );
  const found = bodies.map((name) =>
    actorOf(
      sight,
      name,
      marks.find((mark) => isSameBody(mark, name)),
      named,
    ),
  );
  const free = marks.filter((mark) => !bodies.some((name) => overlaps(name, mark)));
  const known = [...found, ...free.map((mark) => actorOf(sight, mark, mark, named))].sort(
    (a, b) => a.start - b.start,
  );
  const kept = known.filter((one, i) => !isShort(sight, known[i - 1], one));
  return [...kept, ...acronyms(sight, [...known, ...names, ...sight.marks])].sort(
    (a, b) => a.start - b.start,
  );
}

/** True for the acronym in brackets or behind a dash that only repeats the name before it. */
function isShort({ text }: Sight, before: Span | undefined, { start, end }: Span): boolean {
  if (before === undefined || end - start > 15) return false;
  return (
    /^\s?(?:\(|[-–]\s?)\s?["“]?$/u.test(text.slice(before.end, start)) &&
    !/\s\p{L}{2,}\s/u.test(text.slice(start, end))
  );
}

/** Acronyms that may be bodies, where not everything is in capitals. */
function acronyms({ passage, words, text }: Sight, taken: readonly Span[]): readonly FoundActor[] {
  // Lists of people are full of family names in capitals.
  if (silentZones.has(passage.zone)) return [];
  const loud = words.filter(({ raw }) => raw.length > 2 && /^\p{Lu}+$/u.test(raw));
  if (loud.length * 3 > words.length) return [];
  return loud
    .filter(
      ({ raw, start }) =>
        raw.length <= 8 &&
        !/^[IVXLCDM]+$/u.test(raw) &&
        !/\p{Lu}[\p{L}.]*\s$/u.test(text.slice(Math.max(0, start - 20), start)),
    )
    .filter(
      (word) =>
        !taken.some((one) => overlaps(one, word)) &&
        !/[($]\s?$/u.test(text.slice(Math.max(0, word.start - 2), word.start)),
    )
    .map(({ start, end, folded }) => ({
      start,
      end,
      id: idOfName(folded),
      resolved: null,
      parent: null,
      category: null,
      isWeak: true,
    }));
}

/** A tag at the beginning of a name is of the same body; one further on is of another, which the name belongs to. */
function isSameBody(mark: Mark, name: Name): boolean {
  return overlaps(mark, name) && mark.start <= name.start + 1;
}

function actorOf(sight: Sight, { start, end }: Span, mark: Mark | undefined, named: Named): FoundActor {
  const span =
    mark === undefined
      ? { start, end }
      : { start: Math.min(start, mark.start), end: Math.max(end, mark.end) };
  const short = /^\s?\(\s?["“]?(?<short>[\p{Lu}][\p{L}-]{1,14})["”]?\s?\)/u.exec(
    sight.text.slice(span.end, span.end + 24),
  )?.groups?.['short'];
  const rest = sight.text.slice(mark?.end ?? span.end, span.end);
  const here = <T extends Actor | null | undefined>(actor: T) =>
    actor && isElsewhere(actor, rest) ? null : actor;
  const exact =
    named(sight.text.slice(span.start, span.end)) ??
    here(
      (mark && named(sight.text.slice(mark.start, mark.end))) ?? (short === undefined ? null : named(short)),
    );
  const known = exact ?? here(mark?.near);
  return {
    ...span,
    id: known?.id ?? idOfName(keyOf(sight, span)),
    resolved: exact ? 'exact' : known ? 'near' : null,
    parent: known?.parent ?? null,
    category: mark?.category ?? null,
    isWeak: false,
  };
}
