import { describe, expect, it } from 'vitest';
import { maxInAll } from '../../src/tag/pattern.ts';
import { makeTerms } from '../../src/tag/terms.ts';
import { makeSource } from './make.ts';

describe('the terms of a lexicon', () => {
  it('carry all that a tag answers for, in the order of their ids', () => {
    const { terms, errors } = makeTerms(
      makeSource({
        masks: {
          layer: 'mask',
          categories: { names: { es: ['z'] }, art: { es: ['y'], blocks: ['object'] } },
        },
        frames: {
          layer: 'frame',
          categories: { poverty: { pt: [{ pattern: 'MAS', case: 'exact', accents: 'exact' }] } },
        },
      }),
    );
    expect(errors).toEqual([]);
    expect(
      terms.map(({ id, layer, language, blocks, exactCase, exactAccents }) => [
        id.slice(0, -6),
        layer,
        language,
        blocks,
        exactCase,
        exactAccents,
      ]),
    ).toEqual([
      ['frames/poverty.pt.', 'frame', 'pt', [], true, true],
      ['masks/art.es.', 'mask', 'es', ['object'], false, false],
      ['masks/names.es.', 'mask', 'es', ['frame'], false, false],
    ]);
    expect(terms.every(({ id }) => /\.[0-9a-f]{6}$/.test(id))).toBe(true);
  });

  it('have an id of their own even where six digits are shared', () => {
    const patterns = Array.from({ length: 8000 }, (_, i) => `w${i}`);
    const { terms } = makeTerms(makeSource({ t: { layer: 'frame', categories: { c: { es: patterns } } } }));
    expect(new Set(terms.map(({ id }) => id)).size).toBe(8000);
    expect(terms.some(({ id }) => /\.[0-9a-f]{12}$/.test(id))).toBe(true);
  });

  it('leave out what is faulty or written twice', () => {
    const { terms, errors } = makeTerms(
      makeSource({
        one: {
          layer: 'frame',
          categories: {
            a: {
              es: [
                'trabajo digno',
                'Trabajo-Digno',
                '(x',
                'economía [social]',
                { pattern: 'CAN', case: 'exact' },
                'can',
              ],
            },
            b: { es: ['economia', 'economía social'], en: ['trabajo digno'] },
          },
        },
        two: { layer: 'object', categories: { c: { es: ['trabajo digno'] } } },
        three: { layer: 'frame', categories: { d: { es: ['(trabajo|empleo) digno'], blocks: ['frame'] } } },
      }),
    );
    expect(errors).toEqual([
      {
        code: 'pattern_fault',
        file: 'one.yaml',
        theme: 'one',
        category: 'a',
        language: 'es',
        term: '(x',
        fault: { code: 'syntax', position: 2, expected: '`)`', found: '' },
      },
      { code: 'blocks_without_mask', file: 'three.yaml', theme: 'three', category: 'd', layer: 'frame' },
      {
        code: 'pattern_duplicate',
        file: 'one.yaml',
        theme: 'one',
        category: 'a',
        language: 'es',
        term: 'Trabajo-Digno',
        other: 'trabajo digno',
      },
      {
        code: 'pattern_shared',
        file: 'one.yaml',
        theme: 'one',
        category: 'b',
        language: 'es',
        term: 'economia',
        sequence: 'economia',
        other: 'one/a',
      },
      {
        code: 'pattern_shared',
        file: 'one.yaml',
        theme: 'one',
        category: 'b',
        language: 'es',
        term: 'economía social',
        sequence: 'economía social',
        other: 'one/a',
      },
      {
        code: 'pattern_shared',
        file: 'three.yaml',
        theme: 'three',
        category: 'd',
        language: 'es',
        term: '(trabajo|empleo) digno',
        sequence: 'trabajo digno',
        other: 'one/a',
      },
    ]);
    expect(terms.map(({ category, pattern }) => `${category} ${pattern}`).toSorted()).toEqual([
      'a CAN',
      'a can',
      'a economía [social]',
      'a trabajo digno',
      'b trabajo digno',
      'c trabajo digno',
    ]);
  });

  it('may be the same in two masks, which do not compete', () => {
    const categories = { a: { es: ['x'] }, b: { es: ['x'], blocks: ['object' as const] } };
    const { errors } = makeTerms(makeSource({ masks: { layer: 'mask', categories } }));
    expect(errors).toEqual([]);
  });

  it('stop where the patterns of all together stand for more than can be held, and say from where on', () => {
    const wide = Array.from({ length: 90 }, (_, i) => `w${i} ${'(a|b) '.repeat(12)}`);
    const { terms, errors } = makeTerms(
      makeSource({ t: { layer: 'frame', categories: { c: { es: [...wide, '(open'] } } } }),
    );
    const fits = Math.floor(maxInAll / (13 * 4096));
    expect(terms).toHaveLength(fits);
    expect(errors).toEqual([
      {
        code: 'lexicon_too_wide',
        file: 't.yaml',
        theme: 't',
        category: 'c',
        language: 'es',
        term: wide[fits],
        leftOut: 91 - fits,
      },
    ]);
  });
});
