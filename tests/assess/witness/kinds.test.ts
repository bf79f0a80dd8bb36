import { describe, expect, it } from 'vitest';
import { kindsBy } from '../../../src/assess/witness/kinds.ts';
import type { Measure } from '../../../src/model/claim.ts';
import { type HeardPart, heard } from '../../support/heard.ts';

const measured = [
  { code: 'NEP', label: '', definition: '', categories: ['p/new'] },
  { code: 'DIL', label: '', definition: '', categories: ['p/add'] },
  { code: 'SSE', label: '', definition: '', categories: ['o/sse'] },
];
const above = (actor: string) => (actor === 'institute' ? ['actors/social'] : []);

/** What is of either kind, as where it begins. */
function kinds(measure: Measure, part: HeardPart) {
  const { item, mentions } = heard(part);
  const { a, b } = kindsBy(measure, { measured, object: 'SSE', above })({ ...item, mentions });
  return { a: a.map(({ start }) => Number(start)), b: b.map(({ start }) => Number(start)) };
}

describe('passages', () => {
  const both: Measure = { count: 'passages', of: 'NEP', against: 'DIL' };
  const alone: Measure = { count: 'passages', of: 'NEP' };

  it('are of either kind by the terms that count and say it plainly', () => {
    expect(
      kinds(both, {
        tags: [
          { category: 'p/new', start: 0 },
          { category: 'p/new', start: 20, blocked: 'negated' },
          { category: 'p/new', start: 40, polarity: 'hedged' },
          { category: 'p/add', start: 60, polarity: 'affirmed' },
          { category: 'p/other', start: 80 },
        ],
      }),
    ).toEqual({ a: [0], b: [60] });
  });

  it('against all others are of the other kind only beside the object, and framed otherwise', () => {
    const object = { category: 'o/sse', layer: 'object' as const, start: 50 };
    expect(kinds(alone, { tags: [object, { category: 'p/add', start: 60 }] })).toEqual({ a: [], b: [60] });
    expect(kinds(alone, { tags: [object] })).toEqual({ a: [], b: [] });
    expect(kinds(alone, { tags: [{ category: 'p/add', start: 60 }] })).toEqual({ a: [], b: [] });
    const hedged = { category: 'p/new', start: 0, polarity: 'hedged' as const };
    expect(kinds(alone, { tags: [object, hedged, { category: 'p/add', start: 60 }] })).toEqual({
      a: [],
      b: [],
    });
  });

  it('make a document say what it says in doubt too', () => {
    const hedged = { category: 'p/new', start: 0, polarity: 'hedged' as const };
    expect(kinds({ count: 'documents', of: 'NEP' }, { tags: [hedged] })).toEqual({ a: [0], b: [] });
  });
});

describe('actors', () => {
  const measure: Measure = {
    count: 'actors',
    role: 'implementing',
    of: ['actors/social'],
    through_parents: true,
    variants: [],
  };
  const actor = (id: string, category: string | null, at: number) => [
    { kind: 'actor' as const, id, category, start: at },
    { kind: 'role' as const, id, category, role: 'implementing' as const, start: at + 20, of: at },
  ];

  it('are told by their category or that of the body above, with the words for the actor and for what it does', () => {
    expect(kinds(measure, { mentions: actor('ministry', 'actors/social', 0) })).toEqual({
      a: [0, 20],
      b: [],
    });
    expect(kinds(measure, { mentions: actor('institute', null, 0) })).toEqual({ a: [0, 20], b: [] });
    expect(kinds({ ...measure, through_parents: false }, { mentions: actor('institute', null, 0) })).toEqual({
      a: [],
      b: [0, 20],
    });
    expect(kinds(measure, { mentions: actor('bank', 'actors/economic', 40) })).toEqual({
      a: [],
      b: [40, 60],
    });
  });

  it('of another role are of no kind', () => {
    expect(
      kinds(measure, {
        mentions: [{ kind: 'role', id: 'x', role: 'participant', category: 'actors/social' }],
      }),
    ).toEqual({ a: [], b: [] });
  });

  it('that pay may have no name', () => {
    const funding: Measure = {
      count: 'actors',
      role: 'funding',
      of: ['markers/funding_state'],
      against: ['markers/funding_own'],
      through_parents: true,
      variants: [],
    };
    expect(
      kinds(funding, {
        tags: [
          { category: 'markers/funding_state', layer: 'marker', blocked: 'no_object' },
          { category: 'markers/funding_own', layer: 'marker', start: 30 },
          { category: 'markers/funding_general', layer: 'marker', start: 60 },
          { category: 'markers/funding_state', layer: 'marker', start: 90, blocked: 'mask' },
        ],
      }),
    ).toEqual({ a: [0], b: [30] });
  });
});

describe('other measures', () => {
  it('tell those served by their classes', () => {
    const mentions = [
      { kind: 'beneficiary' as const, classes: ['women', 'poor'] as const, start: 0 },
      { kind: 'beneficiary' as const, classes: ['cooperatives'] as const, start: 30 },
    ];
    expect(kinds({ count: 'beneficiaries', of: ['poor'] }, { mentions })).toEqual({ a: [0], b: [30] });
  });

  it('take of an objective what is named inside it, whether the object is or not', () => {
    expect(
      kinds(
        { count: 'objectives', of: ['NEP'], against: ['DIL'] },
        {
          mentions: [{ kind: 'objective', start: 20, end: 80 }],
          tags: [
            { category: 'p/new', start: 30, blocked: 'no_object' },
            { category: 'p/add', start: 50 },
            { category: 'p/new', start: 0 },
            { category: 'p/add', start: 60, blocked: 'negated' },
          ],
        },
      ),
    ).toEqual({ a: [30], b: [50] });
  });

  it('call a passage substantive by its place or by what is done there', () => {
    const tags = [{ category: 'o/sse', layer: 'object' as const, start: 5 }];
    const count: Measure = { count: 'substantive_documents' };
    expect(kinds(count, { tags, passage: { zone: 'budget' } })).toEqual({ a: [5], b: [] });
    expect(kinds(count, { tags, mentions: [{ kind: 'amount', start: 40 }] })).toEqual({ a: [5, 40], b: [] });
    expect(kinds(count, { tags })).toEqual({ a: [], b: [5] });
    expect(kinds(count, { tags, passage: { zone: 'budget', form: 'heading' } })).toEqual({ a: [], b: [5] });
    expect(kinds(count, { passage: { zone: 'budget' } })).toEqual({ a: [], b: [] });
  });

  it('have none for activities', () => {
    expect(kinds({ count: 'activities' }, { tags: [{ category: 'p/new' }] })).toEqual({ a: [], b: [] });
  });
});
