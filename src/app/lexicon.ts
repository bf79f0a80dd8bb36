import type { Claim, Measure } from '../model/claim.ts';
import { InputError } from '../model/input.ts';
import type { Lexicon, LexiconSource } from '../model/lexicon.ts';
import type { StudyFile } from '../model/study.ts';
import { describeInPlace } from '../tag/in-place.ts';
import { resolveLexicon } from '../tag/resolve.ts';

/**
 * The lexicon of a study, checked by its own examples and against the codes that study and claims ask
 * for; throws an InputError with every fault. `standing` is what this source was resolved to before, without a fault.
 */
export function prepareLexicon(
  source: LexiconSource,
  study: Pick<StudyFile, 'poles' | 'object'>,
  claims: readonly Claim[],
  standing: Lexicon | null = null,
): Lexicon {
  const { lexicon, errors } = standing === null ? resolveLexicon(source) : { lexicon: standing, errors: [] };
  const known = new Set(lexicon.measured.map(({ code }) => code));
  const unknown = [...asked(study, claims)]
    .filter(([, code]) => !known.has(code))
    .map(
      ([place, code]) =>
        `${place}: expected a category of lexicons/categories.yaml (${[...known].join(', ')}), got \`${code}\`: correct it or add the category`,
    );
  const named = new Set(lexicon.terms.flatMap(({ theme, category }) => [theme, `${theme}/${category}`]));
  const strange = [...actorsAsked(claims)]
    .filter(([, name]) => !named.has(name))
    .map(
      ([place, name]) =>
        `${place}: expected a theme or theme/category of the lexicon, got \`${name}\`: correct it or add the category`,
    );
  const faults = [...describeInPlace(errors, source), ...unknown, ...strange];
  if (faults.length > 0) throw new InputError(faults);
  return lexicon;
}

/** Every category code that a study and its claims name, with the place where they do. */
function* asked(
  { poles, object }: Pick<StudyFile, 'poles' | 'object'>,
  claims: readonly Claim[],
): Iterable<readonly [string, string]> {
  for (const [pole, code] of Object.entries(poles)) {
    if (code !== undefined) yield [`study.yaml  poles.${pole}`, code];
  }
  yield ['study.yaml  object', object];
  for (const { id, hypotheses } of claims) {
    for (const { id: hypothesis, measure, comparison, companions } of hypotheses) {
      const measures = [measure, comparison?.by === 'paired' ? comparison.with : undefined];
      const codes = [...measures.flatMap((one) => (one === undefined ? [] : codesOf(one))), ...companions];
      for (const code of codes.filter((pole) => !(pole in poles) && pole !== 'companion'))
        yield [`claims/${id}.yaml  ${hypothesis}`, code];
    }
  }
}

/** Every theme and category that claims name for actors. */
function* actorsAsked(claims: readonly Claim[]): Iterable<readonly [string, string]> {
  for (const { id, hypotheses } of claims) {
    for (const { id: hypothesis, measure, comparison } of hypotheses) {
      const measures = [measure, comparison?.by === 'paired' ? comparison.with : undefined];
      const classes = comparison?.by === 'diversity' ? Object.values(comparison.classes).flat() : [];
      const names = measures.flatMap((one) =>
        one?.count === 'actors'
          ? [...one.of, ...(one.against ?? []), ...one.variants.flatMap(({ without = [] }) => without)]
          : [],
      );
      for (const name of [...names, ...classes]) yield [`claims/${id}.yaml  ${hypothesis}`, name];
    }
  }
}

function codesOf(measure: Measure): readonly string[] {
  switch (measure.count) {
    case 'passages':
      return [measure.of, ...(measure.against === undefined ? [] : [measure.against])];
    case 'mentions':
      return [measure.of, measure.against];
    case 'documents':
      return [measure.of];
    case 'objectives':
      return [...measure.of, ...measure.against];
    case 'substantive_documents':
      return measure.projects === undefined ? [] : [measure.projects];
    case 'actors':
    case 'beneficiaries':
    case 'activities':
      return [];
  }
}
