import { describe, expect, it } from 'vitest';
import type { LexiconSource, Theme } from '../../src/model/lexicon.ts';
import { actorFinder, resolveActors } from '../../src/tag/actors.ts';
import { describeLexiconError } from '../../src/tag/errors.ts';
import { resolveLexicon } from '../../src/tag/resolve.ts';
import { makeSource } from './make.ts';

function source(actors: Theme['actors']): LexiconSource {
  const made = makeSource({
    bodies: {
      layer: 'actor',
      categories: { all: { es: [{ pattern: '(INAES|MDS)', case: 'exact' }, 'instituto nacional'] } },
    },
  });
  return { ...made, themes: made.themes.map(({ file, theme }) => ({ file, theme: { ...theme, actors } })) };
}

describe('the actors of a lexicon', () => {
  it('are listed by id and found under every name', () => {
    const actors: Theme['actors'] = {
      mds: { name: 'Ministry', aliases: ['MDS'] },
      inaes: { name: 'Institute', country: 'AR', parent: 'mds', aliases: ['INAES', 'Instituto Nacional'] },
    };
    const { terms } = resolveLexicon(source({})).lexicon;
    const resolved = resolveActors(source(actors), terms);
    expect(resolved.errors).toEqual([]);
    expect(resolved.actors.map(({ id, country, parent }) => [id, country, parent])).toEqual([
      ['inaes', 'AR', 'mds'],
      ['mds', null, null],
    ]);
    const find = actorFinder(resolved.actors);
    expect(['instituto-NACIONAL', 'I.N.A.E.S.', 'M D S'].map((name) => find(name)?.id ?? null)).toEqual([
      'inaes',
      'inaes',
      null,
    ]);
  });

  it('are refused where a name has two owners or no term, or a parent is none', () => {
    const { errors } = resolveLexicon(
      source({
        one: { name: 'One', parent: 'nobody', aliases: ['INAES', 'inaes'] },
        two: { name: 'Two', aliases: ['MDS', 'INAES'] },
      }),
    );
    expect(
      errors
        .filter(({ code }) => code.startsWith('alias') || code.startsWith('actor'))
        .map(describeLexiconError),
    ).toEqual([
      'bodies.yaml: actor `one`: expected `inaes` to name one actor, found it under `one` too: leave it with the one it means',
      'bodies.yaml: actor `one`: expected a term of the actor layer to match `inaes` whole, found none: add the term or correct the name',
      'bodies.yaml: actor `two`: expected `INAES` to name one actor, found it under `one` too: leave it with the one it means',
      'bodies.yaml: actor `one`: expected `parent` to be an actor, found `nobody`: correct the id or add the actor',
    ]);
  });

  it('are refused where parents lead in a circle', () => {
    const { errors } = resolveLexicon(
      source({
        one: { name: 'One', parent: 'two', aliases: ['INAES'] },
        two: { name: 'Two', parent: 'one', aliases: ['MDS'] },
      }),
    );
    expect(errors.filter(({ code }) => code === 'actor_circle').map(describeLexiconError)).toEqual([
      'bodies.yaml: actor `one`: expected `parent` to lead to a body without one, found one > two > one: correct one of the parents',
      'bodies.yaml: actor `two`: expected `parent` to lead to a body without one, found two > one > two: correct one of the parents',
    ]);
  });

  it('change the hash of the lexicon', () => {
    const hash = (name: string) => resolveLexicon(source({ one: { name, aliases: ['INAES'] } })).lexicon.hash;
    expect(hash('One')).not.toBe(hash('Two'));
  });
});
