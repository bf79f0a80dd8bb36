import { lexiconLanguages } from '../model/passage.ts';
import type { Found } from '../model/ports.ts';
import type { IngestRow } from '../model/results.ts';
import { countryNames } from '../text/countries.ts';
import { plain } from '../text/fold.ts';
import type { StudyInput } from './study.ts';

/**
 * All names by which a text may tell whose it is: institutions of the study with their other spellings, those of the
 * manifest with their bodies and ministries, and what the lexicon's actors call the same bodies and those that
 * belong to them.
 */
export function institutionNames(
  { file, lexicon }: Pick<StudyInput, 'file' | 'lexicon'>,
  rows: readonly IngestRow[],
): ReadonlySet<string> {
  const names = new Set(file.institutions.flatMap(({ name, aliases }) => [name, ...aliases]));
  for (const { institution, body, lead_ministry, act } of rows) {
    // What a document calls its own body may be a single common word.
    const own = act?.body?.includes(' ') ? act.body : null;
    for (const name of [institution, body, lead_ministry, own]) if (name !== null) names.add(name);
  }
  const known = new Set([...names].map(spaced));
  const same = new Set(
    lexicon.actors
      .filter(({ name, aliases }) => [name, ...aliases].some((one) => known.has(spaced(one))))
      .map(({ id }) => id),
  );
  for (const { id, parent, name, aliases } of lexicon.actors) {
    if (same.has(id) || (parent !== null && same.has(parent)))
      for (const one of [name, ...aliases]) names.add(one);
  }
  return names;
}

/** What the countries of the lexicon's actors are called. */
export function countriesOf({ actors }: Pick<StudyInput['lexicon'], 'actors'>): ReadonlySet<string> {
  const countries = new Set(actors.flatMap(({ country }) => country ?? []));
  return new Set([...countries].flatMap((country) => countryNames(country, lexiconLanguages)));
}

/** Categories of what is named after one country or body alone. */
const ofProgrammes: ReadonlySet<string> = new Set(['actors/programmes', 'actors/integration_projects']);

/** The programmes that the lexicon knows a passage to name, as they stand in it. */
export function programmesIn({ tags }: Pick<Found, 'tags'>): readonly string[] {
  return tags.flatMap(({ category, surface }) => (ofProgrammes.has(category) ? [surface] : []));
}

function spaced(name: string): string {
  return plain(name).replace(/[-\s]+/g, ' ');
}
