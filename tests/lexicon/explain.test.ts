import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explain } from '../../src/lexicon/explain.ts';
import { compile } from '../../src/tag/compile.ts';
import { resolveLexicon } from '../../src/tag/resolve.ts';
import { tag } from '../../src/tag/tag.ts';
import { makePassage, makeSource } from '../tag/make.ts';

const { lexicon } = resolveLexicon(
  makeSource({
    frames: {
      layer: 'frame',
      categories: {
        poverty: {
          es: ['pobreza', 'desarrollo social', 'pobreza [muy] extrema', { pattern: 'mas', accents: 'exact' }],
        },
        paradigm: { es: ['otra economía', 'economía social transformadora'] },
      },
    },
    object: {
      layer: 'object',
      categories: { core: { es: ['economía social', 'cooperativ*', { pattern: 'ESS', case: 'exact' }] } },
    },
    masks: {
      layer: 'mask',
      categories: { names: { es: ['ministerio de desarrollo social'], blocks: ['frame'] } },
    },
  }),
);
const matcher = compile(lexicon, { object: 'SSE' });

function explained(text: string, zone: 'body' | 'signature' = 'body') {
  const passage = { ...makePassage(text), zone };
  return explain(passage, tag([passage], matcher), { terms: lexicon.terms, matcher });
}
const fates = (text: string, zone?: 'signature') =>
  explained(text, zone).map(({ surface, fate, by }) => [surface, fate, by]);

describe('explain', () => {
  it('tells what counts, what masks, and what a mask covers', () => {
    expect(fates('Las cooperativas del Ministerio de Desarrollo Social contra la pobreza')).toEqual([
      ['cooperativas', 'counts', null],
      ['Ministerio de Desarrollo Social', 'masks', null],
      ['Desarrollo Social', 'mask', '"Ministerio de Desarrollo Social" (masks/names)'],
      ['pobreza', 'counts', null],
    ]);
  });

  it('tells what a longer term of the layer has, also of the same category', () => {
    expect(fates('cooperativas y pobreza extrema')).toEqual([
      ['cooperativas', 'counts', null],
      ['pobreza', 'overlap', '"pobreza extrema" (frames/poverty)'],
      ['pobreza extrema', 'counts', null],
    ]);
  });

  it('leaves out the shorter wordings of a term in its own tag', () => {
    expect(fates('pobreza muy extrema, cooperativas').map(([surface]) => surface)).toEqual([
      'pobreza',
      'pobreza muy extrema',
      'cooperativas',
    ]);
    const { lexicon: own } = resolveLexicon(
      makeSource({
        object: { layer: 'object', categories: { core: { es: ['cooperativas [de vivienda]'] } } },
      }),
    );
    const read = compile(own, { object: 'SSE' });
    const passage = makePassage('cooperativas de vivienda y cooperativas');
    expect(
      explain(passage, tag([passage], read), { terms: own.terms, matcher: read }).map(
        ({ surface }) => surface,
      ),
    ).toEqual(['cooperativas de vivienda', 'cooperativas']);
  });

  it('tells where object, zone, case and accents keep a term from counting', () => {
    expect(fates('la pobreza, la ess y más')).toEqual([
      ['pobreza', 'no_object', null],
      ['ess', 'case', null],
      ['más', 'accents', null],
    ]);
    expect(fates('pobreza de cooperativas', 'signature').map(([, fate]) => fate)).toEqual(['zone', 'zone']);
  });

  it('tells what a rule misses, or finds and does not allow, and leaves cues as cues', () => {
    const near = { of: ['<cues/aim>', 'meta', 'fin', 'norte'], within: 'sentence' } as const;
    const ruled = resolveLexicon(
      makeSource({
        frames: {
          layer: 'frame',
          categories: {
            x: {
              es: [
                { pattern: 'miseria', near },
                { pattern: 'hambre', not_near: { of: 'arte', within: 1 } },
                { pattern: 'renta', not_after: { of: '<cues/not>', within: 2 } },
                { pattern: 'ayuda', needs_object: { within: 3 } },
                { pattern: 'gran miseria', near },
              ],
            },
          },
        },
        cues: { layer: 'cue', categories: { aim: { es: ['objetivo'] }, not: { es: ['no'] } } },
        object: { layer: 'object', categories: { core: { es: ['cooperativ*'] } } },
      }),
    );
    expect(ruled.errors).toEqual([]);
    const rules = compile(ruled.lexicon, { object: 'SSE' });
    const told = (text: string) => {
      const passage = makePassage(text);
      return explain(passage, tag([passage], rules), { terms: ruled.lexicon.terms, matcher: rules }).map(
        ({ surface, fate, by }) => [surface, fate, by],
      );
    };
    expect(told('😀 La miseria. El hambre y su arte. No es renta de la cooperativa.')).toEqual([
      ['miseria', 'near', 'cues/aim, `meta`, `fin` or 1 more in its sentence'],
      ['hambre', 'counts', null],
      ['No', 'cue', null],
      ['renta', 'not_after', '"No" within 2 words'],
      ['cooperativa', 'counts', null],
    ]);
    expect(told('Un arte: hambre. Ayuda que a nadie llega, cooperativas.')).toEqual([
      ['hambre', 'not_near', '"arte" within 1 word'],
      ['Ayuda', 'object_far', 'within 3 words'],
      ['cooperativas', 'counts', null],
    ]);
    expect(told('El objetivo: miseria de cooperativas').map(([, fate]) => fate)).toEqual([
      'cue',
      'counts',
      'counts',
    ]);
    // A shorter term under a longer one that is refused itself.
    expect(told('gran miseria').map(([surface, fate]) => [surface, fate])).toEqual([
      ['gran miseria', 'near'],
      ['miseria', 'overlap'],
    ]);
  });

  it('shows tags of a lexicon that has changed since', () => {
    const passage = makePassage('cooperativas y pobreza');
    const tags = tag([passage], matcher);
    const rest = explain(passage, tags, {
      terms: lexicon.terms.filter(({ layer }) => layer === 'object'),
      matcher,
    });
    expect(rest.map(({ surface, fate }) => [surface, fate])).toEqual([
      ['cooperativas', 'counts'],
      ['pobreza', 'counts'],
    ]);
    expect(explain(passage, [], { terms: lexicon.terms, matcher }).map(({ fate }) => fate)).toEqual([
      'untagged',
      'untagged',
    ]);
  });

  it('holds every tag once with its own fate, and words as they stand', () => {
    const words = [
      'cooperativas',
      'pobreza',
      'extrema',
      'Ministerio',
      'de',
      'desarrollo',
      'social',
      'otra',
      'economía',
      'ESS',
      'ess',
      'más',
      'mas',
      '😀',
      ',',
      'transformadora',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 14 }), (list) => {
        const passage = makePassage(list.join(' '));
        const tags = tag([passage], matcher);
        const all = explain(passage, tags, { terms: lexicon.terms, matcher });
        for (const { start, end, surface } of all)
          expect([...passage.text].slice(start, end).join('')).toBe(surface);
        const own = (of: readonly { start: number; end: number; term: string }[]) =>
          of.map(({ start, end, term }) => `${start} ${end} ${term}`).toSorted();
        const asTags = all.filter(({ fate }) => ['counts', 'mask', 'no_object', 'zone'].includes(fate));
        const tagged = new Set(own(tags));
        expect(own(asTags).filter((key) => tagged.has(key))).toEqual(own(tags));
        expect(all.every(({ fate }) => fate !== 'untagged')).toBe(true);
        for (const one of tags) {
          const { fate } =
            all.find(({ start, end, term }) => start === one.start && end === one.end && term === one.term) ??
            {};
          expect(fate).toBe(one.blocked ?? 'counts');
        }
      }),
    );
  });
});
