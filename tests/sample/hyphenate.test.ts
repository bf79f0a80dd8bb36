import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breaks } from '../../sample/hyphenate.ts';

const parts = (word: string, language: 'es' | 'pt' | 'en') =>
  [0, ...breaks(word, language)].map((from, i, all) => word.slice(from, all[i + 1])).join('-');

describe('breaks', () => {
  it('divides Spanish and Portuguese words between syllables, though not at every one', () => {
    expect(parts('cooperativas', 'es')).toBe('coo-pe-ra-ti-vas');
    expect(parts('reciprocidad', 'es')).toBe('reci-pro-ci-dad');
    expect(parts('desarrollo', 'es')).toBe('desarrollo');
    expect(parts('trabalhadores', 'pt')).toBe('tra-ba-lha-do-res');
    expect(parts('solidária', 'pt')).toBe('soli-dá-ria');
  });

  it('divides English words before a few endings only', () => {
    expect(parts('organisation', 'en')).toBe('organisa-tion');
    expect(parts('neighbourhood', 'en')).toBe('neighbourhood');
  });

  it('leaves short words, names and figures whole', () => {
    for (const word of ['barrio', 'Monteluz', '20140601', 'asamblea,'])
      expect(breaks(word, 'es')).toEqual([]);
  });

  it('leaves three letters on either side and never parts a digraph', () => {
    const letter = fc.constantFrom(...'abcdefghijlmnopqrstuvzñáéíóúãõç');
    fc.assert(
      fc.property(
        fc.string({ unit: letter, maxLength: 20 }),
        fc.constantFrom('es' as const, 'pt' as const),
        (word, language) => {
          for (const place of breaks(word, language)) {
            expect(place).toBeGreaterThanOrEqual(3);
            expect(word.length - place).toBeGreaterThanOrEqual(3);
            expect(['ch', 'lh', 'nh', 'qu', 'gu']).not.toContain(word.slice(place - 1, place + 1));
          }
        },
      ),
    );
  });
});
