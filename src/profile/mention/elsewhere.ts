import type { Actor } from '../../model/lexicon.ts';
import { lexiconLanguages } from '../../model/passage.ts';
import { countryNames } from '../../text/countries.ts';
import { plain } from '../../text/fold.ts';
import { ofTheState, within } from './rules/states.ts';

const beginning = /^\s+(?:de|del|do|da|dos|das|of)\s+(?<place>.+)$/su;
const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu;

/**
 * Whether a name that begins as an actor's goes on with the place of somebody else: `Ministério da Agricultura de
 * Angola` is not Brazil's. `rest` is what follows the actor's own words in the name. A place that is neither the actor's
 * country, as Unicode names it in the languages of the lexicon, nor the state at large is another's, known or not.
 */
export function isElsewhere({ country }: Pick<Actor, 'country'>, rest: string): boolean {
  if (country === null) return false;
  const place = beginning.exec(rest)?.groups?.['place'];
  if (place === undefined) return false;
  const words = place.match(word) ?? [];
  const said = ` ${words.map(plain).join(' ')} `;
  if (namesOf(country).some((name) => said.includes(` ${name} `))) return false;
  return words.some((one) => /^\p{Lu}/u.test(one) && !ofTheState.has(plain(one)) && !within.has(plain(one)));
}

const known = new Map<string, readonly string[]>();

/** Names of a country by its two letters, folded. */
function namesOf(country: string): readonly string[] {
  let names = known.get(country);
  if (names === undefined) {
    names = countryNames(country, lexiconLanguages).map(plain);
    known.set(country, names);
  }
  return names;
}
