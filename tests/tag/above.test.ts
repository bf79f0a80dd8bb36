import { describe, expect, it } from 'vitest';
import type { Actor } from '../../src/model/lexicon.ts';
import { bodiesAbove } from '../../src/tag/above.ts';
import type { Mentions } from '../../src/tag/read.ts';

const actor = (id: string, parent: string | null): Actor => ({
  id,
  name: id,
  country: null,
  parent,
  aliases: [id],
});
const categories: Readonly<Record<string, string>> = {
  ministry: 'social_ministries',
  state: 'regional_bodies',
};
/** Every alias is a term of the actor layer, of the category that its id has here. */
const read = (text: string): Mentions => {
  const category = categories[text];
  const found =
    category === undefined
      ? []
      : [{ start: 0, end: text.length, term: { layer: 'actor', theme: 'actors', category } }];
  return { open: found } as unknown as Mentions;
};

describe('bodies above an actor', () => {
  const above = bodiesAbove(
    [actor('institute', 'ministry'), actor('ministry', 'state'), actor('state', null)],
    read,
  );

  it('come nearest first', () => {
    expect(above('institute')).toEqual(['actors/social_ministries', 'actors/regional_bodies']);
    expect(above('state')).toEqual([]);
    expect(above('somebody else')).toEqual([]);
  });

  it('end where a lexicon goes round in a circle', () => {
    const round = bodiesAbove([actor('ministry', 'state'), actor('state', 'ministry')], read);
    expect(round('ministry')).toEqual(['actors/regional_bodies', 'actors/social_ministries']);
  });
});
