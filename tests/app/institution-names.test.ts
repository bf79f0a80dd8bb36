import { describe, expect, it } from 'vitest';
import { countriesOf, programmesIn } from '../../src/app/institution-names.ts';
import type { Found } from '../../src/model/ports.ts';

describe('names that a coder is not shown', () => {
  it('are those of the countries that actors are of, in all languages of the lexicon', () => {
    const actors = ['BR', 'BR', null, 'UY'].map((country) => ({ country }));
    const names = countriesOf({ actors } as unknown as Parameters<typeof countriesOf>[0]);
    expect([...names].toSorted()).toEqual(['Brasil', 'Brazil', 'Uruguai', 'Uruguay']);
  });

  it('are those of programmes that stand in the passage, and of nothing else that the lexicon finds', () => {
    const tags = [
      { category: 'actors/programmes', surface: 'PANES' },
      { category: 'actors/integration_projects', surface: 'IIRSA' },
      { category: 'actors/social_ministries', surface: 'ministry' },
    ] as unknown as Found['tags'];
    expect(programmesIn({ tags })).toEqual(['PANES', 'IIRSA']);
  });
});
