import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balancesOf, type Counts } from '../../src/assess/leaving.ts';
import { type ActorMeasure, actingIn, kindOf } from '../../src/assess/units.ts';
import type { Doing } from '../../src/model/profile.ts';

const measure = {
  count: 'actors',
  role: 'implementing',
  of: ['actors/social'],
  against: ['actors/economic'],
  through_parents: true,
  variants: [],
} as const;
const actors: ActorMeasure = { ...measure, of: [...measure.of], against: [...measure.against], variants: [] };
const doing = fc.record<Doing>({
  actor: fc.constantFrom('a', 'b', 'c'),
  role: fc.constantFrom('implementing', 'funding'),
  programme: fc.constantFrom(null, 'p', 'q'),
  category: fc.constantFrom(null, 'actors/social', 'actors/economic', 'actors/other'),
  above: fc.constant([]),
});
const document = fc.array(doing, { maxLength: 4 }).map((doings): Counts => ({ a: 0, b: 0, doings }));

/** Counted anew, the way the definition says it. */
function anew(documents: readonly Counts[]): number | null {
  const kinds = actingIn(
    documents.flatMap(({ doings }) => doings),
    'implementing',
  ).map((one) => kindOf(one, { ...measure, of: [...measure.of], against: [...measure.against] }));
  const [a, b] = (['a', 'b'] as const).map((kind) => kinds.filter((one) => one === kind).length);
  return (a ?? 0) + (b ?? 0) === 0 ? null : Math.log(((a ?? 0) + 0.5) / ((b ?? 0) + 0.5));
}

describe('balancesOf', () => {
  it('counts distinct actors without a document as if it had never been there', () => {
    fc.assert(
      fc.property(fc.array(document, { maxLength: 6 }), (documents) => {
        const { whole, without } = balancesOf(actors, documents);
        expect(whole).toBe(anew(documents));
        for (const gone of documents)
          expect(without(gone)).toBe(anew(documents.filter((one) => one !== gone)));
      }),
    );
  });

  it('counts an actor without a programme again where the one document that named its programme is gone', () => {
    const one = (programme: string | null): Counts => ({
      a: 0,
      b: 0,
      doings: [{ actor: 'a', role: 'implementing', programme, category: 'actors/social', above: [] }],
    });
    const [bare, placed] = [one(null), one('p')];
    const { whole, without } = balancesOf(actors, [bare, placed]);
    expect(whole).toBe(Math.log(1.5 / 0.5));
    expect(without(placed)).toBe(Math.log(1.5 / 0.5));
    expect(without(bare)).toBe(Math.log(1.5 / 0.5));
  });

  it('takes numbers off for anything else, and has no logarithm of less than nothing', () => {
    const documents = [
      { a: 3, b: 1, doings: [] },
      { a: -2, b: 4, doings: [] },
    ] as const;
    const { whole, without } = balancesOf(null, documents);
    expect(whole).toBe(Math.log(1.5 / 5.5));
    expect(without(documents[0])).toBeNull();
    expect(without(documents[1])).toBe(Math.log(3.5 / 1.5));
    expect(balancesOf(null, []).whole).toBeNull();
  });
});
