import { describe, expect, it } from 'vitest';
import { actorsIn } from '../../../src/profile/mention/actors.ts';
import { isElsewhere } from '../../../src/profile/mention/elsewhere.ts';
import { namesIn } from '../../../src/profile/mention/names.ts';
import { actorFinder } from '../../../src/tag/actors.ts';
import { resolveLexicon } from '../../../src/tag/resolve.ts';
import { readLexicons } from '../../lexicons/read.ts';
import { sight } from './make.ts';

const { actors } = resolveLexicon(readLexicons()).lexicon;
const named = actorFinder(actors);

/** Ids of the bodies that the lexicon knows in a text, and categories of all. */
function found(text: string, language: 'es' | 'pt' | 'en') {
  const seen = sight(text, language);
  return actorsIn(seen, namesIn(seen, language === 'en'), named).map(({ id, resolved, category }) => [
    resolved === null ? null : id,
    category,
  ]);
}

describe('a name that goes on with a place', () => {
  it.each([
    ['pt', 'O Ministério do Desenvolvimento Social de Valdoria assinou', 'actors/social_ministries'],
    ['pt', 'O Ministério do Desenvolvimento Social de Angola assinou', 'actors/social_ministries'],
    [
      'pt',
      'O Ministério do Desenvolvimento Social da República de Angola assinou',
      'actors/social_ministries',
    ],
    ['pt', 'O Ministério do Desenvolvimento Social de Valdoria (MDS) assinou', 'actors/social_ministries'],
    ['es', 'El Ministerio de Relaciones Exteriores y Culto de Costa Rica firmó', 'actors/foreign_ministries'],
  ] as const)('is nobody that the lexicon knows, %s: %s', (language, text, category) => {
    expect(found(text, language)).toEqual([[null, category]]);
  });

  it.each([
    ['pt', 'O Ministério do Desenvolvimento Social assinou', 'br_mds'],
    ['pt', 'O Ministério do Desenvolvimento Social e Combate à Fome assinou', 'br_mds'],
    ['pt', 'O Ministério do Desenvolvimento Social do Brasil assinou', 'br_mds'],
    ['pt', 'O Ministério do Desenvolvimento Social da República Federativa do Brasil assinou', 'br_mds'],
    ['pt', 'O Ministério do Desenvolvimento Social do Governo Federal assinou', 'br_mds'],
    ['es', 'El Ministerio de Desarrollo Social de la Nación firmó', 'ar_social_development'],
    ['es', 'El Ministerio de Desarrollo Social de Uruguay firmó', 'uy_mides'],
    ['es', 'El Ministerio de Relaciones Exteriores y Culto de la República Argentina firmó', 'ar_foreign'],
  ] as const)('or with the country or state of the actor is the actor, %s: %s', (language, text, id) => {
    expect(found(text, language).map(([one]) => one)).toEqual([id]);
  });

  it('is of no country in the lexicon, whichever name of a national body begins it', () => {
    let seenNames = 0;
    const wrong = actors
      .filter(({ country }) => country !== null)
      .flatMap(({ id, aliases }) => aliases.map((alias) => ({ id, alias })))
      .flatMap(({ id, alias }) =>
        (['es', 'pt', 'en'] as const).flatMap((language) => {
          const [of, began] = language === 'en' ? ['of', 'Then the '] : ['de', 'A '];
          const seen = sight(`${began}${alias} ${of} Valdoria`, language);
          const names = namesIn(seen, language === 'en');
          // An acronym is of one body wherever its office is; what is no name to the rules has no end that is known.
          if (!names.some(({ end }) => end === seen.text.length)) return [];
          seenNames += 1;
          return actorsIn(seen, names, named)
            .filter((one) => one.id === id && one.end === seen.text.length)
            .map(() => `${language} ${alias}`);
        }),
      );
    expect(wrong).toEqual([]);
    expect(seenNames).toBeGreaterThan(20);
  });

  it('counts for bodies of one country only, and only behind a word of belonging', () => {
    expect(isElsewhere({ country: null }, ' de Valdoria')).toBe(false);
    expect(isElsewhere({ country: 'BR' }, ' e Combate à Fome')).toBe(false);
    expect(isElsewhere({ country: 'BR' }, '')).toBe(false);
    expect(isElsewhere({ country: 'BR' }, ' of the Federative Republic of Brazil')).toBe(false);
    expect(isElsewhere({ country: 'BR' }, ' do Estado de São Paulo')).toBe(true);
    expect(isElsewhere({ country: 'US' }, ' of the United States')).toBe(false);
  });
});
