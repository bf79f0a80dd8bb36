import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createVocabulary } from '../../src/tag/vocabulary.ts';

const folded = { case: false, accents: false };

describe('the vocabulary of the patterns', () => {
  it('knows a word again that compares the same', () => {
    const { add } = createVocabulary();
    expect(add('Economía', folded)).toBe(add('economia', folded));
    expect(add('econom*', folded)).toBe(add('ECONOM*', folded));
    expect(add('economia', folded)).not.toBe(add('economia', { case: true, accents: false }));
    expect(add('economia', folded)).not.toBe(add('econom*', folded));
  });

  it('finds all words that one word satisfies, literal, globbed and exact', () => {
    const { add, satisfied } = createVocabulary();
    const [plain, ending, begin, upper, accented] = [
      add('trabajadores', folded),
      add('trabajad*', folded),
      add('*es', folded),
      add('TRABAJADORES', { case: true, accents: false }),
      add('trabajadorés', { case: false, accents: true }),
    ];
    expect(new Set(satisfied('trabajadores'))).toEqual(new Set([plain, ending, begin]));
    expect(new Set(satisfied('TRABAJADORES'))).toEqual(new Set([plain, ending, begin, upper]));
    expect(new Set(satisfied('Trabajadorés'))).toEqual(new Set([plain, ending, begin, accented]));
    expect(new Set(satisfied('trabajador@s'))).toEqual(new Set([plain, ending, begin]));
    expect(satisfied('trab')).toEqual([]);
  });

  it('knows every ASCII character that a word which satisfies one of them may begin with', () => {
    const characters = [
      ...'aAeEkKoOsSxX12',
      'é',
      'É',
      'e\u0301',
      'ñ',
      'ſ',
      '\u212a',
      'ﬁ',
      'ß',
      'İ',
      '\u00ad',
    ];
    const word = fc
      .array(fc.constantFrom(...characters, '@', '.', '/as', '(as)'), { minLength: 1, maxLength: 4 })
      .map((all) => all.join(''))
      .filter((one) => /^[\p{L}\p{N}]/u.test(one));
    const pattern = fc.array(fc.constantFrom(...characters, '*', '?'), { minLength: 1, maxLength: 3 });
    const exact = fc.record({ case: fc.boolean(), accents: fc.boolean() });
    const patterns = fc.array(fc.tuple(pattern, exact), { minLength: 1, maxLength: 3 });
    let [satisfying, spared] = [0, 0];
    fc.assert(
      fc.property(patterns, word, (all, one) => {
        const { add, satisfied, beginnings } = createVocabulary();
        for (const [characters, how] of all) add(characters.join(''), how);
        const isSpared = beginnings[one.charCodeAt(0)] === 0;
        if (isSpared) spared++;
        if (satisfied(one).length === 0) return;
        satisfying++;
        expect(isSpared).toBe(false);
      }),
      { numRuns: 5000 },
    );
    expect(satisfying).toBeGreaterThan(200);
    expect(spared).toBeGreaterThan(200);
    const { add, beginnings } = createVocabulary((one) => one);
    add('pobre~', folded);
    expect(beginnings.every((one) => one === 1)).toBe(true);
  });
});
