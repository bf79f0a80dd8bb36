import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameWords, smallWords } from '../../src/profile/mention/rules/same-words.ts';
import { unitName } from '../../src/profile/unit-name.ts';
import { plain } from '../../src/text/fold.ts';

describe('the name of a unit', () => {
  it.each([
    [
      'programa nacional de economia solidaria',
      'programa nacional da economia solidaria',
      'national programme of solidarity economy',
      'national program for the solidarity economy',
    ],
    [
      'ministerio de desarrollo social',
      'ministerio do desenvolvimento social',
      'ministry of social development',
    ],
    ['plan de integracion fronteriza', 'plano de integracao fronteriza'],
    ['red de cooperativas', 'rede das cooperativas', 'cooperatives network'],
  ])('is one in Spanish, Portuguese and English: %s', (...names) => {
    expect(new Set(names.map(unitName)).size).toBe(1);
  });

  it.each([
    ['ministerio de desarrollo social', 'ministerio de desarrollo agrario'],
    ['plan nacional de empleo', 'programa nacional de empleo'],
    ['fondo de desarrollo', 'banco de desarrollo'],
    ['programa de economia solidaria', 'programa nacional de economia solidaria'],
  ])('is another for another: %s, %s', (one, other) => {
    expect(unitName(one)).not.toBe(unitName(other));
  });

  it('leaves ids of the lexicon, single words and what has no other word as they are', () => {
    for (const id of ['unasur', 'mds_br', 'pronaf', 'markers/funding_state', 'plano', 'de la', ''])
      expect(unitName(id)).toBe(id);
  });

  it('does not depend on the order of words or on small ones, and is its own name', () => {
    const word = fc.constantFrom(...sameWords.flat(), ...smallWords, 'sur', 'agrario', 'pampa');
    fc.assert(
      fc.property(fc.array(word, { minLength: 2, maxLength: 8 }), (words) => {
        if (words.every((one) => smallWords.has(one))) return;
        const name = unitName(words.join(' '));
        expect(unitName(words.toReversed().join(' '))).toBe(name);
        expect(unitName(['de', ...words, 'la'].join(' '))).toBe(name);
        expect(unitName(name)).toBe(name);
      }),
    );
  });

  it('comes from folded words, each in one group and none of them small', () => {
    const all = sameWords.flat();
    expect(new Set(all).size).toBe(all.length);
    for (const one of all) {
      expect(one).toBe(plain(one));
      expect(smallWords.has(one)).toBe(false);
    }
    for (const group of sameWords) expect(group.length).toBeGreaterThan(1);
  });
});
