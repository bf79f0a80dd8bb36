import { describe, expect, it } from 'vitest';
import type { LexiconSource } from '../../src/model/lexicon.ts';
import { resolveLexicon } from '../../src/tag/resolve.ts';
import { makeSource } from './make.ts';

const source = makeSource({
  object: { layer: 'object', categories: { core: { es: ['economía social', 'cooperativ*'] } } },
  poverty: { layer: 'frame', categories: { need: { es: [{ pattern: 'pobreza', why: 'it says so' }] } } },
});

const { lexicon, errors } = resolveLexicon(source);

/** The hash after a change to the theme `poverty`. */
function hashWith(change: Partial<LexiconSource['themes'][number]['theme']>): string {
  const themes = source.themes.map(({ file, theme }) => ({
    file,
    theme: theme.theme === 'poverty' ? { ...theme, ...change } : theme,
  }));
  return resolveLexicon({ ...source, themes }).lexicon.hash;
}

function need(entry: { pattern?: string; why?: string; case?: 'exact' }, more: object = {}) {
  return (
    makeSource({
      poverty: { layer: 'frame', categories: { need: { es: [{ pattern: 'pobreza', ...entry }], ...more } } },
    }).themes[0]?.theme ?? {}
  );
}

describe('resolving a lexicon', () => {
  it('gives terms, measured categories and a hash', () => {
    expect(errors).toEqual([]);
    expect(lexicon.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(lexicon.terms.map(({ pattern }) => pattern).toSorted()).toEqual([
      'cooperativ*',
      'economía social',
      'pobreza',
    ]);
    expect(lexicon.measured).toEqual([
      { code: 'SSE', label: 'SSE', definition: 'SSE', categories: ['object/core'] },
    ]);
  });

  it('hashes what can change a count', () => {
    expect(hashWith(need({}))).toBe(lexicon.hash);
    expect(hashWith(need({ why: 'another reason' }))).toBe(lexicon.hash);
    expect(hashWith({ label: 'another label' })).toBe(lexicon.hash);
    expect(hashWith(need({ pattern: 'pobre*' }))).not.toBe(lexicon.hash);
    expect(resolveLexicon({ ...source, overlap: 'layer' }).lexicon.hash).toBe(lexicon.hash);
    expect(resolveLexicon({ ...source, overlap: 'all' }).lexicon).toMatchObject({ overlap: 'all' });
    expect(resolveLexicon({ ...source, overlap: 'all' }).lexicon.hash).not.toBe(lexicon.hash);
    expect(hashWith(need({ case: 'exact' }))).not.toBe(lexicon.hash);
    expect(hashWith({ layer: 'marker' })).not.toBe(lexicon.hash);
    expect(hashWith({ layer: 'mask' })).not.toBe(
      hashWith({ ...need({}, { blocks: ['object'] }), layer: 'mask' }),
    );
    expect(resolveLexicon({ ...source, categories: {} }).lexicon.hash).not.toBe(lexicon.hash);
  });

  it('does not depend on the order of files, themes or terms', () => {
    const shuffled = makeSource({
      poverty: { layer: 'frame', categories: { need: { es: ['pobreza'] } } },
      object: { layer: 'object', categories: { core: { es: ['cooperativ*', 'economía social'] } } },
    });
    expect(resolveLexicon(shuffled).lexicon.terms.map(({ id }) => id)).toEqual(
      lexicon.terms.map(({ id }) => id),
    );
    expect(resolveLexicon(shuffled).lexicon.hash).toBe(lexicon.hash);
  });

  it('gives all errors at once and the lexicon of what is sound', () => {
    const broken = resolveLexicon({
      themes: [
        ...source.themes,
        ...makeSource({
          poverty: {
            layer: 'frame',
            categories: { other: { es: ['(x', 'hambre'], matches: { es: ['Nada.'] } } },
          },
        }).themes.map(({ theme }) => ({ file: 'zz.yaml', theme })),
      ],
      categories: makeSource({}, { SSE: { from: ['nothing'] } }).categories,
    });
    expect(broken.errors.map(({ code, file }) => `${file} ${code}`)).toEqual([
      'zz.yaml theme_duplicate',
      'zz.yaml pattern_fault',
      'categories.yaml code_unknown_category',
      'zz.yaml example_missed',
    ]);
    expect(broken.lexicon.terms.map(({ pattern }) => pattern)).toContain('hambre');
  });

  it('takes an empty lexicon', () => {
    expect(resolveLexicon({ themes: [], categories: {} })).toMatchObject({
      lexicon: { terms: [], measured: [] },
      errors: [],
    });
  });
});
