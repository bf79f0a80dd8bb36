import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lint } from '../../src/lexicon/lint.ts';
import type { LexiconSource } from '../../src/model/lexicon.ts';
import { createReader } from '../../src/tag/read.ts';
import { resolveLexicon } from '../../src/tag/resolve.ts';
import { makeSource, type Sketch } from '../tag/make.ts';

const found = (source: LexiconSource) =>
  lint(source, resolveLexicon(source).lexicon.terms)
    .filter(({ doubt }) => doubt !== 'untested')
    .map(({ doubt, pattern, other }) => [doubt, pattern, other?.pattern ?? null])
    .toSorted();

const frames = (categories: Readonly<Record<string, Sketch>>) => ({ layer: 'frame', categories }) as const;

describe('lint', () => {
  it('finds terms that a mask always covers', () => {
    const source = makeSource({
      a: frames({
        x: { es: ['(gran|buen) ministerio de desarrollo', 'ministerio [de desarrollo]'] },
      }),
      masks: { layer: 'mask', categories: { m: { es: ['ministerio de *'], blocks: ['frame'] } } },
    });
    expect(found(source)).toEqual([['never', '(gran|buen) ministerio de desarrollo', null]]);
  });

  it('finds what says the same, in one category or two', () => {
    const source = makeSource({
      a: frames({
        x: { es: ['cooperativ*', 'cooperativa', '[la] pobreza', 'la pobreza'], en: ['poor*', 'poorer'] },
        y: { es: ['cooperativista*', 'otra'], en: ['poorest'] },
      }),
    });
    expect(found(source).map(([doubt, pattern]) => [doubt, pattern])).toEqual([
      ['redundant', 'cooperativa'],
      ['redundant', 'la pobreza'],
      ['redundant', 'poorer'],
      ['shadowed', 'cooperativista*'],
      ['shadowed', 'poorest'],
    ]);
  });

  it('finds wording that two categories share in part', () => {
    const source = makeSource({
      a: frames({ x: { es: ['(ayuda|apoyo) mutu?'] }, y: { es: ['ayuda mutua', '(apoyo|otro) mutuo*'] } }),
    });
    expect(found(source).map(([doubt, pattern]) => [doubt, pattern])).toContainEqual([
      'ambiguous',
      '(apoyo|otro) mutuo*',
    ]);
    expect(found(source).map(([doubt, pattern]) => [doubt, pattern])).toContainEqual([
      'shadowed',
      'ayuda mutua',
    ]);
  });

  it('finds no fault with wording of two categories where both count', () => {
    const themes = {
      a: frames({ x: { es: ['cooperativ*', 'ayuda mutua'] }, y: { es: ['cooperativista*', 'ayuda mutua'] } }),
    };
    const policies = ['nested', 'category', 'all'] as const;
    for (const overlap of policies) expect(found({ ...makeSource(themes), overlap })).toEqual([]);
    expect(found(makeSource(themes))).not.toEqual([]);
  });

  it('lets layers and languages alone', () => {
    const source = makeSource({
      a: frames({ x: { es: ['cooperativa'], pt: ['cooperativa'] } }),
      object: { layer: 'object', categories: { y: { es: ['cooperativ*'] } } },
    });
    expect(found(source)).toEqual([]);
  });

  it('names the terms that no example has', () => {
    const source = makeSource({ a: frames({ x: { es: ['uno', 'dos'], matches: { es: ['Va uno.'] } } }) });
    const untested = lint(source, resolveLexicon(source).lexicon.terms).filter(
      ({ doubt }) => doubt === 'untested',
    );
    expect(untested.map(({ pattern }) => pattern)).toEqual(['dos']);
  });

  it('finds rules that nothing can satisfy, and spares what a term with rules may leave', () => {
    const near = { of: '<cues/aim>', within: 'sentence' } as const;
    const categories = {
      x: {
        es: [
          { pattern: 'uno', near },
          { pattern: 'dos', near: { of: 'fin', within: 3 } },
        ],
      },
      y: { es: ['dos', { pattern: 'tres', needs_object: { within: 3 } }] },
    };
    const cues = { layer: 'cue' as const, categories: { aim: { pt: ['fim'] } } };
    const clash = makeSource({
      a: frames({ x: { es: [{ pattern: 'dos *', near }] }, y: { es: ['dos a'] } }),
      cues,
    });
    expect(found(makeSource({ a: frames(categories), cues }))).toEqual([
      ['never', 'tres', null],
      ['never', 'uno', null],
    ]);
    expect(found(clash).map(([doubt, pattern]) => [doubt, pattern])).toEqual([
      ['ambiguous', 'dos a'],
      ['never', 'dos *'],
    ]);
  });

  it('takes stems and regular expressions for what they are', () => {
    const source = makeSource({
      a: frames({
        x: { es: ['pobre~', '/co?ops?/', 'pobr*', { pattern: 'uno', yes: ['uno'] }] },
        y: { es: ['pobre~ gente', '/co?ops?/ libre', '* libre'] },
      }),
    });
    const stems = { es: (word: string) => word.slice(0, 4) };
    const { lexicon, errors } = resolveLexicon(source, stems);
    expect(errors.map(({ code }) => code)).toEqual(['code_unknown_category']);
    const doubts = lint(source, lexicon.terms, stems);
    expect(
      doubts.filter(({ doubt }) => doubt !== 'untested').map(({ doubt, pattern }) => [doubt, pattern]),
    ).toEqual([['redundant', '/co?ops?/ libre']]);
    expect(doubts.filter(({ doubt }) => doubt === 'untested').map(({ pattern }) => pattern)).not.toContain(
      'uno',
    );
  });

  it('is right of every term that it calls hopeless: no text has it', () => {
    const word = fc.constantFrom('a', 'b', 'a*', 'a?', 'ab', 'c');
    const pattern = fc.array(word, { minLength: 1, maxLength: 2 }).map((words) => words.join(' '));
    const of = fc.constantFrom('a', 'c', '<b>', '<b/z>', '<a/y>');
    const rule = fc.oneof(
      fc.constant({}),
      fc.record({ near: fc.record({ of, within: fc.constant('sentence' as const) }) }),
      fc.record({ not_near: fc.record({ of: fc.constant('c'), within: fc.constant(1) }) }),
      fc.constant({ needs_object: { within: 2 } }),
    );
    const terms = fc.uniqueArray(
      fc.record({ pattern, rule }).map((one) => ({ pattern: one.pattern, ...one.rule })),
      { minLength: 1, maxLength: 3, selector: (one) => one.pattern },
    );
    const text = fc.array(fc.constantFrom('a', 'b', 'ab', 'abc', 'ac', 'c', ','), { maxLength: 12 });
    let hopeless = 0;
    fc.assert(
      fc.property(
        terms,
        terms,
        fc.option(pattern, { nil: undefined }),
        fc.array(text, { minLength: 10, maxLength: 10 }),
        (x, y, mask, texts) => {
          const source = makeSource({
            a: frames({ x: { es: x }, y: { es: y } }),
            b: frames({ w: { pt: ['a'] }, z: { es: ['b c'] } }),
            ...(mask === undefined
              ? {}
              : { masks: { layer: 'mask' as const, categories: { m: { es: [mask] } } } }),
          });
          const { terms: kept } = resolveLexicon(source).lexicon;
          const read = createReader(kept);
          const ids = new Set(
            lint(source, kept)
              .filter(({ doubt }) => doubt === 'never' || doubt === 'shadowed')
              .map(({ term }) => term),
          );
          hopeless += ids.size;
          for (const words of texts) {
            for (const { term } of read(words.join(' '), 'es').open) expect(ids.has(term.id)).toBe(false);
          }
        },
      ),
      { numRuns: 300 },
    );
    expect(hopeless).toBeGreaterThan(20);
  });

  it('is bounded where a lexicon is large', () => {
    const many = Array.from({ length: 20_000 }, (_, number) => `palabra${number} de la frase`);
    const source = makeSource({ a: frames({ x: { es: many } }) });
    expect(found(source)).toEqual([]);
  });
});
