import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldQuality, type ReadPassage } from '../../src/validate/fields.ts';
import { documentOf } from '../support/codings.ts';
import { notFinite } from '../support/finite.ts';

const name = { field: 'implementing', codes: ['H3_A', 'H3_B'], isSimulated: false } as const;
const drawing = { seed: 1, replicates: 200 };
const of = (passages: readonly ReadPassage[]) => fieldQuality(name, passages, drawing);

function passage(document: number, kinds: string, probability = 1): ReadPassage {
  // A pair of signs a kind: what the program sees, what people see.
  const pairs = kinds.split(' ').map((pair) => ({ program: pair[0] === '1', people: pair[1] === '1' }));
  return { document: documentOf(document), probability, kinds: pairs };
}

const many = (count: number, kinds: string, probability = 1) =>
  Array.from({ length: count }, (_, at) => passage(1 + at, kinds, probability));

describe('fieldQuality', () => {
  it('counts what either sees of every kind, weighed by the chances of the draw', () => {
    const found = of([
      ...many(20, '11 00'),
      ...many(5, '10 01'),
      ...many(3, '01 00', 0.25),
      ...many(50, '00 00'),
    ]);
    expect(found).toMatchObject({ passages: 78, seen: 28, documents: 20, right: 20, wrong: 5, missed: 8 });
    // Three passages that were drawn with a chance of one in four stand for twelve.
    expect(found.precision).toBeCloseTo(20 / 25, 12);
    expect(found.recall).toBeCloseTo(20 / (20 + 5 + 12), 12);
    expect(found.f1).toBeCloseTo(40 / (40 + 5 + 17), 12);
  });

  it('does not take a few right ones for certainty', () => {
    // Wilson's lower bound of 3 of 3 is 3 / (3 + 3.8415); F1 = 2 J / (1 + J).
    const three = of(many(3, '11'));
    const share = 3 / (3 + 1.959964 ** 2);
    expect(three).toMatchObject({ f1: 1 });
    expect(three.interval?.upper).toBe(1);
    expect(three.interval?.lower).toBeCloseTo((2 * share) / (1 + share), 5);
    expect(three.interval?.lower).toBeLessThan(0.7);
    expect(of(many(30, '11')).interval?.lower).toBeGreaterThan(0.9);
    // Kinds of one passage are one passage.
    expect(of(many(3, '11 11 11 11')).interval).toEqual(three.interval);
  });

  it('has an interval as wide as documents differ', () => {
    const apart = [...many(40, '11').map((one) => ({ ...one, document: documentOf(1) })), ...many(8, '10')];
    const mixed = [...many(40, '11'), ...many(8, '10')];
    const width = ({ interval }: ReturnType<typeof of>) => (interval?.upper ?? 0) - (interval?.lower ?? 0);
    expect(width(of(apart))).toBeGreaterThan(2 * width(of(mixed)));
  });

  it('says nothing where nothing is seen, or in one document alone', () => {
    expect(of([])).toMatchObject({ f1: null, interval: null, precision: null, recall: null });
    expect(of(many(100, '00'))).toMatchObject({ f1: null, interval: null, passages: 100, seen: 0 });
    const one = many(30, '11').map((some) => ({ ...some, document: documentOf(1) }));
    expect(of(one)).toMatchObject({ f1: 1, interval: null, documents: 1 });
    // One sees all, the other nothing.
    expect(of(many(9, '10'))).toMatchObject({ f1: 0, precision: 0, recall: null });
    expect(of(many(9, '01'))).toMatchObject({ f1: 0, precision: null, recall: 0 });
  });

  it('agrees with plain counting whatever is seen, and never leaves its bounds', () => {
    const kind = fc.record({ program: fc.boolean(), people: fc.boolean() });
    const read = fc.record({
      document: fc.integer({ min: 1, max: 6 }).map(documentOf),
      probability: fc.constantFrom(1, 0.5, 0.1),
      kinds: fc.array(kind, { minLength: 2, maxLength: 2 }),
    });
    fc.assert(
      fc.property(fc.array(read, { maxLength: 30 }), (passages) => {
        const found = of(passages);
        let [right, all] = [0, 0];
        for (const { probability, kinds } of passages)
          for (const { program, people } of kinds) {
            all += (Number(program) + Number(people)) / probability;
            right += program && people ? 1 / probability : 0;
          }
        if (all === 0) expect(found.f1).toBeNull();
        else expect(found.f1).toBeCloseTo((2 * right) / all, 9);
        expect(notFinite(found)).toEqual([]);
        if (found.interval !== null) {
          expect(found.interval.lower).toBeGreaterThanOrEqual(0);
          expect(found.interval.lower).toBeLessThanOrEqual((found.f1 ?? 0) + 1e-9);
          expect(found.interval.upper).toBeLessThanOrEqual(1);
        }
        expect(of(passages.toReversed()).f1 ?? -1).toBeCloseTo(found.f1 ?? -1, 9);
      }),
      { numRuns: 60 },
    );
  });
});
