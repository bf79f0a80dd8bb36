import { InputError } from '../model/input.ts';
import type { Layer, MeasuredCategory, Term } from '../model/lexicon.ts';
import { plain } from '../text/fold.ts';

/** What of a lexicon tells which terms a search asks for. */
export type Asking = {
  readonly terms: readonly Pick<Term, 'id' | 'theme' | 'pattern' | 'layer'>[];
  readonly categories: readonly Pick<MeasuredCategory, 'code' | 'categories'>[];
};

/**
 * The terms that a search asks for by a frame (a code of the claim such as NEP, a theme, or a theme/category) and a term
 * (its id or its pattern, whatever category has it), as ids or beginnings of ids; null where it asks for none. Throws an
 * InputError of a name that the lexicon does not have; `label` says how the place of a name is called.
 */
export function termsAsked(
  { frame, term }: { readonly frame: string | null; readonly term: string | null },
  lexicon: Asking,
  label: (place: 'frame' | 'term') => string = (place) => place,
): readonly string[] | null {
  const beginnings = frame === null ? null : beginningsOf(frame, lexicon, label('frame'));
  if (term === null) return beginnings;
  const ids = lexicon.terms
    .filter(({ id, pattern }) => id === term || plain(pattern) === plain(term))
    .map(({ id }) => id)
    .filter((id) => beginnings === null || beginnings.some((beginning) => id.startsWith(beginning)));
  if (ids.length > 0) return ids;
  const where = frame === null ? 'the lexicon' : `\`${frame}\``;
  throw new InputError([`${label('term')}: expected a term of ${where}, got "${term}"`]);
}

function beginningsOf(frame: string, { terms, categories }: Asking, label: string): readonly string[] {
  const measured = categories.find(({ code }) => code === frame);
  if (measured !== undefined) return measured.categories.map((name) => `${name}.`);
  const beginning = frame.includes('/') ? `${frame}.` : `${frame}/`;
  if (terms.some(({ id }) => id.startsWith(beginning))) return [beginning];
  const themes = new Set(terms.filter(({ layer }) => isTagged(layer)).map(({ theme }) => theme));
  const known = [...categories.map(({ code }) => code), ...themes];
  throw new InputError([`${label}: expected one of ${known.join(', ')}, got "${frame}"`]);
}

/** Patterns of the terms that a search can ask for, those of one frame where it is named, in the order of the alphabet. */
export function patternsOf(lexicon: Asking, frame: string | null): readonly string[] {
  const beginnings = frame === null ? [''] : beginningsOf(frame, lexicon, 'frame');
  const patterns = lexicon.terms
    .filter(({ layer }) => isTagged(layer))
    .filter(({ id }) => beginnings.some((beginning) => id.startsWith(beginning)))
    .map(({ pattern }) => pattern);
  return [...new Set(patterns)].toSorted((a, b) => (a < b ? -1 : 1));
}

/** Whether terms of a layer become tags. */
function isTagged(layer: Layer): boolean {
  return layer !== 'mask' && layer !== 'cue';
}
