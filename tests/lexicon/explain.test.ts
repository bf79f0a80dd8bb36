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
  return explain(passage, tag([passage], matcher), lexicon.terms);
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

  it('tells where object, zone, case and accents keep a term from counting', () => {
    expect(fates('la pobreza, la ess y más')).toEqual([
      ['pobreza', 'no_object', null],
      ['ess', 'case', null],
      ['más', 'accents', null],
    ]);
    expect(fates('pobreza de cooperativas', 'signature').map(([, fate]) => fate)).toEqual(['zone', 'zone']);
  });

  it('shows tags of a lexicon that has changed since', () => {
    const passage = makePassage('cooperativas y pobreza');
    const tags = tag([passage], matcher);
    const rest = explain(
      passage,
      tags,
      lexicon.terms.filter(({ layer }) => layer === 'object'),
    );
    expect(rest.map(({ surface, fate }) => [surface, fate])).toEqual([
      ['cooperativas', 'counts'],
      ['pobreza', 'counts'],
    ]);
    expect(explain(passage, [], lexicon.terms).map(({ fate }) => fate)).toEqual(['rule', 'rule']);
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
        const all = explain(passage, tags, lexicon.terms);
        for (const { start, end, surface } of all)
          expect([...passage.text].slice(start, end).join('')).toBe(surface);
        const own = (of: readonly { start: number; end: number; term: string }[]) =>
          of.map(({ start, end, term }) => `${start} ${end} ${term}`).toSorted();
        const asTags = all.filter(({ fate }) => ['counts', 'mask', 'no_object', 'zone'].includes(fate));
        const tagged = new Set(own(tags));
        expect(own(asTags).filter((key) => tagged.has(key))).toEqual(own(tags));
        expect(all.every(({ fate }) => fate !== 'rule')).toBe(true);
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
