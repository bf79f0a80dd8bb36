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
});
