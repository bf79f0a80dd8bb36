import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MeasuredCategory } from '../../src/model/lexicon.ts';
import type { Language, Passage } from '../../src/model/passage.ts';
import { blankPortrait } from '../../src/model/profile.ts';
import type { Block, Tag } from '../../src/model/tag.ts';
import { documentId, offset, pageIndex, passageId, sha256 } from '../../src/model/units.ts';
import { count } from '../../src/profile/count.ts';
import { plainPassage } from '../support/parts.ts';

const hash = sha256('a'.repeat(64));
const document = documentId(hash);

const measured: readonly MeasuredCategory[] = [
  { code: 'SSE', label: 'object', definition: 'd', categories: ['object/core', 'object/cooperatives'] },
  { code: 'NEP', label: 'new', definition: 'd', categories: ['new_paradigm/system'] },
  { code: 'ADD', label: 'add', definition: 'd', categories: ['add_on/tool'] },
  { code: 'PE', label: 'poverty', definition: 'd', categories: ['poverty/relief'] },
  { code: 'DIL', label: 'dilution', definition: 'd', categories: ['add_on/tool', 'poverty/relief'] },
];

function passage(ordinal: number, language: Language = 'es', words = 10): Passage {
  const id = passageId(`${document}-${ordinal.toString(16).padStart(12, '0')}`);
  return { id, document, ordinal, ...plainPassage, language, text: 'x', words, runs: [] };
}

function tag(ordinal: number, category: string, blocked: Block | null = null): Tag {
  return {
    document,
    passage: passage(ordinal).id,
    start: offset(0),
    end: offset(1),
    page: pageIndex(0),
    pageStart: offset(0),
    endPage: pageIndex(0),
    pageEnd: offset(1),
    zone: 'body',
    surface: 'x',
    term: 't',
    category,
    theme: category.split('/')[0] ?? '',
    layer: category.startsWith('object') ? 'object' : 'frame',
    blocked,
    polarity: null,
    voice: null,
    because: [],
  };
}

describe('count', () => {
  it('leaves lists of those present and signature blocks out of passages and words', () => {
    const said = passage(0);
    const silent = [
      { ...passage(1), zone: 'attendance' as const },
      { ...passage(2), zone: 'signature' as const },
    ];
    const tags = [tag(0, 'object/core'), tag(1, 'object/core', 'zone'), tag(2, 'add_on/tool', 'zone')];
    expect(count(document, [said, ...silent], tags, measured, 'SSE')).toEqual(
      count(document, [said], [tag(0, 'object/core')], measured, 'SSE'),
    );
    expect(count(document, silent, [], measured, 'SSE')).toEqual([]);
  });

  it('counts a passage once for a union and a synonym once for presence', () => {
    const tags = [
      tag(0, 'object/core'),
      tag(0, 'add_on/tool'),
      tag(0, 'add_on/tool'),
      tag(0, 'poverty/relief'),
      tag(1, 'object/cooperatives'),
      tag(1, 'new_paradigm/system'),
    ];
    expect(count(document, [passage(0), passage(1), passage(2)], tags, measured, 'SSE')).toEqual([
      {
        document,
        language: 'es',
        passages: 3,
        objectPassages: 2,
        words: 30,
        objectWords: 20,
        presence: { SSE: 2, NEP: 1, ADD: 1, PE: 1, DIL: 1 },
        hits: { SSE: 2, NEP: 1, ADD: 2, PE: 1, DIL: 3 },
        portrait: blankPortrait,
      },
    ]);
  });

  it('counts no frame in a passage without the object, and no blocked tag at all', () => {
    const tags = [
      tag(0, 'new_paradigm/system', 'no_object'),
      tag(1, 'object/core', 'mask'),
      tag(1, 'new_paradigm/system'),
      tag(2, 'object/core'),
      tag(2, 'new_paradigm/system', 'mask'),
    ];
    const [row] = count(document, [passage(0), passage(1), passage(2)], tags, measured, 'SSE');
    expect(row).toMatchObject({ objectPassages: 1, presence: { NEP: 0 }, hits: { NEP: 0, SSE: 1 } });
  });

  it('gives one row a language, in a fixed order, and none for a document without passages', () => {
    const passages = [passage(0, 'und', 1), passage(1, 'pt', 2), passage(2, 'en', 4), passage(3, 'pt', 8)];
    const rows = count(document, passages, [tag(3, 'object/core')], measured, 'SSE');
    expect(rows.map(({ language, words, objectWords }) => [language, words, objectWords])).toEqual([
      ['en', 4, 0],
      ['pt', 10, 8],
      ['und', 1, 0],
    ]);
    expect(count(document, [], [], measured, 'SSE')).toEqual([]);
  });

  it('refuses an object that the lexicon does not measure', () => {
    expect(() => count(document, [], [], measured, 'COOP')).toThrow(/object `COOP`.*found `SSE`, `NEP`/);
  });

  it('agrees with looking at each passage and category on its own, in any order of tags', () => {
    const categories = measured.flatMap((one) => one.categories);
    const anyTag = fc
      .tuple(fc.nat(5), fc.constantFrom(...categories, 'other/thing'), fc.constantFrom(null, 'mask' as const))
      .map(([ordinal, category, blocked]) => tag(ordinal, category, blocked));
    fc.assert(
      fc.property(fc.array(anyTag, { maxLength: 40 }), (tags) => {
        const passages = [0, 1, 2, 3, 4, 5].map((ordinal) => passage(ordinal));
        const has = (ordinal: number, code: string) =>
          tags.filter(
            (one) =>
              one.passage === passage(ordinal).id &&
              one.blocked === null &&
              measured.some(
                (category) => category.code === code && category.categories.includes(one.category),
              ),
          ).length;
        const about = [0, 1, 2, 3, 4, 5].filter((ordinal) => has(ordinal, 'SSE') > 0);
        const [row] = count(document, passages, tags, measured, 'SSE');
        expect(count(document, passages, tags.toReversed(), measured, 'SSE')).toEqual([row]);
        expect(row?.objectPassages).toBe(about.length);
        for (const { code } of measured) {
          expect(row?.presence[code]).toBe(about.filter((ordinal) => has(ordinal, code) > 0).length);
          expect(row?.hits[code]).toBe(about.reduce((sum, ordinal) => sum + has(ordinal, code), 0));
        }
      }),
    );
  });
});
