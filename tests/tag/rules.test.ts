import { describe, expect, it } from 'vitest';
import { compile } from '../../src/tag/compile.ts';
import { describeLexiconError } from '../../src/tag/errors.ts';
import { resolveLexicon } from '../../src/tag/resolve.ts';
import { tag } from '../../src/tag/tag.ts';
import { makePassage, makeSource, type Sketch } from './make.ts';

/** What blocks each tag of a frame `claim` beside objects and a frame `blame`, in the order of the tags. */
function blocks(claim: Sketch, text: string): readonly (string | null)[] {
  const { lexicon, errors } = resolveLexicon(source(claim));
  expect(errors.map(describeLexiconError)).toEqual([]);
  return tag([makePassage(text)], compile(lexicon, { object: 'SSE' }))
    .filter(({ category }) => category === 'frame/claim')
    .map(({ blocked }) => blocked);
}

function source(claim: Sketch) {
  return makeSource({
    frame: { layer: 'frame', categories: { claim, blame: { es: ['capital*', 'lucro'] } } },
    object: { layer: 'object', categories: { core: { es: ['cooperativa*'] } } },
    masks: { layer: 'mask', categories: { names: { es: ['banco capital'] } } },
  });
}

describe('the rules of a term', () => {
  it.each([
    ['la cooperativa es otra casa ante el capital', null],
    ['la cooperativa es otra casa', 'near'],
    ['la cooperativa. Otra casa bajo el Banco Capital', 'near'],
    ['El capital gana. La cooperativa es otra casa', 'near'],
  ])('ask for company in the sentence: %j', (text, blocked) => {
    const es = [{ pattern: 'otra casa', near: { of: ['<frame/blame>'], within: 'sentence' as const } }];
    expect(blocks({ es }, text)).toEqual([blocked]);
  });

  it('count the words between, over the ends of sentences', () => {
    const es = [{ pattern: 'casa', not_near: { of: ['vieja', 'fría'], within: 1 } }];
    expect(blocks({ es }, 'cooperativa: casa muy vieja. Fría. Casa y pan y casa')).toEqual([
      'not_near',
      'not_near',
      null,
    ]);
  });

  it('let nothing follow what they shun', () => {
    const es = [{ pattern: 'casa', not_after: { of: 'no [es] [una]', within: 0 } }];
    expect(blocks({ es }, 'cooperativa, casa no; no es una casa; no la casa')).toEqual([
      null,
      'not_after',
      null,
    ]);
  });

  it('ask for the object closer than the passage', () => {
    const es = [{ pattern: 'casa', needs_object: { within: 'sentence' as const } }];
    expect(blocks({ es }, 'La casa cae. La casa de la cooperativa.')).toEqual(['object_far', null]);
  });

  it('take another term of the own category for company, but not the mention itself', () => {
    const es = ['casa', 'pan'];
    const sketch: Sketch = { es, near: { of: ['<frame/claim>'], within: 'sentence' } };
    expect(blocks(sketch, 'Pan de cooperativa. Casa y pan.')).toEqual(['near', null, null]);
  });

  it('are of the category unless a term has its own', () => {
    const es = ['pan', { pattern: 'casa', near: { of: ['techo'], within: 'passage' as const } }];
    const sketch: Sketch = { es, near: { of: ['lucro'], within: 'passage' } };
    expect(blocks(sketch, 'cooperativa, pan, casa, techo')).toEqual(['near', null]);
  });

  it('cost no more than the text is long', () => {
    const near = { of: ['<frame/claim>'], within: 'sentence' as const };
    const long = `cooperativa ${'casa '.repeat(100_000)}`;
    expect(new Set(blocks({ es: ['casa', 'pan'], near }, long))).toEqual(new Set(['near']));
    const after = { of: ['cooperativa', 'nada'], within: 'sentence' as const };
    expect(new Set(blocks({ es: [{ pattern: 'casa', not_after: after }] }, long))).toEqual(
      new Set(['not_after']),
    );
  });

  it('leave the words of what they refuse to shorter terms', () => {
    const es = [{ pattern: 'casa grande', near: { of: ['lucro'], within: 'passage' as const } }, 'casa'];
    expect(blocks({ es }, 'cooperativa, casa grande')).toEqual([null, 'near']);
  });
});

describe('faulty rules', () => {
  const faults = (claim: Sketch) => resolveLexicon(source(claim)).errors.map(describeLexiconError);

  it('are named with their term', () => {
    const es = [{ pattern: 'casa', near: { of: ['<nowhere>', '(a', 'pobre~'], within: 3 } }];
    expect(faults({ es })).toEqual([
      'frame.yaml: `frame/claim` (es), `casa`: expected `near` to name a theme or `theme/category`, found `<nowhere>`: correct the name or add the category',
      'frame.yaml: `frame/claim` (es), `casa`: `near` of `(a`: expected `)` at position 2, found the end: rewrite the pattern there',
      'frame.yaml: `frame/claim` (es), `pobre~`: expected no stem (`~`) in a language without a stemmer, found one: spell the endings out',
    ]);
  });

  it('are those that shun their own category and those on masks', () => {
    const es = [{ pattern: 'casa', not_near: { of: ['<frame>'], within: 3 } }];
    expect(faults({ es })).toEqual([
      'frame.yaml: `frame/claim` (es), `casa`: expected `not_near` to name others, found `<frame>`, to which the term itself belongs: name patterns or another category',
    ]);
    const mask = makeSource({
      masks: { layer: 'mask', categories: { names: { es: ['b'], needs_object: { within: 3 } } } },
      object: { layer: 'object', categories: { core: { es: ['a'] } } },
    });
    expect(resolveLexicon(mask).errors.map(describeLexiconError)).toEqual([
      'masks.yaml: `masks/names` (es), `b`: expected no rule on a mask, found `needs_object`: give the rule to the terms that the mask should silence',
    ]);
  });

  it('change the hash of the lexicon when they change', () => {
    const hash = (within: number) =>
      resolveLexicon(source({ es: [{ pattern: 'casa', near: { of: ['pan'], within } }] })).lexicon.hash;
    expect(hash(2)).not.toBe(hash(3));
  });
});

describe('stems', () => {
  it('match every word of the stem that the language has', () => {
    const stems = { es: (word: string) => word.replace(/(?:es|e)$/u, '') };
    const { lexicon, errors } = resolveLexicon(source({ es: ['pobre~ social'] }), stems);
    expect(errors).toEqual([]);
    const matcher = compile(lexicon, { object: 'SSE', stems });
    const found = tag([makePassage('cooperativa: POBRES social, pobreza social')], matcher);
    expect(found.map(({ surface }) => surface)).toEqual(['cooperativa', 'POBRES social']);
  });
});
