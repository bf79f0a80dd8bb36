import { describe, expect, it } from 'vitest';
import { actorsIn, type Named } from '../../../src/profile/mention/actors.ts';
import { namesIn } from '../../../src/profile/mention/names.ts';
import { actorOf, noActors } from '../../support/actors.ts';
import { sight } from './make.ts';

const actors = (text: string, named: Named = noActors.named) => {
  const seen = sight(text);
  return actorsIn(seen, namesIn(seen, false), named).map(({ start, end, ...more }) => ({
    words: text.slice(start, end),
    ...more,
  }));
};

describe('actors', () => {
  it('join a term and the name that it begins, with the category of the term', () => {
    expect(actors('El Ministerio de Desarrollo Social y Familia firmó')).toEqual([
      {
        words: 'Ministerio de Desarrollo Social y Familia',
        id: 'name:ministerio de desarrollo social y familia',
        resolved: null,
        parent: null,
        category: 'actors/social_ministries',
        isWeak: false,
      },
    ]);
  });

  it('take the id of the lexicon by the name, or by the acronym that follows it in brackets', () => {
    const named = (surface: string) => (surface === 'INACOOP' ? actorOf('uy_inacoop', 'uy_mtss') : null);
    expect(actors('INACOOP firmó', named)).toMatchObject([
      { id: 'uy_inacoop', parent: 'uy_mtss', resolved: 'exact' },
    ]);
    expect(actors('El Instituto del Cooperativismo (INACOOP) firmó', named)).toMatchObject([
      { words: 'Instituto del Cooperativismo', id: 'uy_inacoop' },
    ]);
  });

  it('are no industries, firms or projects', () => {
    expect(actors('La minería, Petrobras y el COSIPLAN crecen')).toEqual([]);
  });

  it('may be acronyms, weakly, but neither numerals nor family names nor in lists of people', () => {
    expect(actors('Allí el ZUMO ejecuta un plan muy grande')).toMatchObject([
      { words: 'ZUMO', isWeak: true },
    ]);
    expect(actors('Allí el tomo XIV ejecuta un plan muy grande')).toEqual([]);
    expect(actors('Allí Ana PEREZ ejecuta un plan muy grande')).toEqual([]);
    const seen = sight('Presentes ayer en la gran mesa: ZUMO', 'es', 'attendance');
    expect(actorsIn(seen, [], noActors.named)).toEqual([]);
  });
});
