import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameQuality, type Measured, termQuality } from '../../src/validate/measure.ts';
import { documentOf } from '../support/codings.ts';

const spread = (passages: readonly Measured[], documents: number) =>
  passages.map((one, at) => ({ ...one, document: documentOf(1 + (at % documents)) }));

const drawing = { seed: 1, replicates: 200 };

function passage(isHit: boolean, isTrue: boolean, values: Partial<Measured> = {}): Measured {
  return {
    document: documentOf(1),
    truth: { NEP: isTrue ? 1 : 0 },
    codes: new Set(isHit ? ['NEP'] : []),
    terms: new Set(isHit ? ['t'] : []),
    probability: 1,
    language: 'es',
    institution: 'Red',
    voice: 'civil_society',
    ...values,
  };
}

const many = (count: number, one: Measured) => Array.from({ length: count }, () => one);

describe('frameQuality', () => {
  it('weighs by the chances of the draw: misses among rarely drawn passages count for many', () => {
    // Of 100 hits all were coded, 90 right; of 900 others every ninth, 2 missed: 18 of the corpus.
    const passages = [
      ...many(90, passage(true, true)),
      ...many(10, passage(true, false)),
      ...many(98, passage(false, false, { probability: 1 / 9 })),
      ...many(2, passage(false, true, { probability: 1 / 9 })),
    ];
    const [all] = frameQuality(spread(passages, 40), ['NEP'], drawing);
    expect(all).toMatchObject({ by: 'all', hits: 100, right: 90, others: 100, missed: 2 });
    expect(all?.precision).toBeCloseTo(0.9, 12);
    expect(all?.recall).toBeCloseTo(90 / 108, 12);
    // 2 TP / (2 TP + FP + FN)
    expect(all?.f1).toBeCloseTo(180 / (180 + 10 + 18), 12);
    // All hits were coded, so that only what was missed is uncertain.
    const error = Math.sqrt(((1 - 1 / 9) * 0.98) / (0.02 * 99));
    const at = (z: number) => 1 / (1 + Math.exp(-(Math.log(90 / 18) + z * error)));
    expect(all?.recallInterval?.lower).toBeCloseTo(at(-1.959964), 5);
    expect(all?.recallInterval?.upper).toBeCloseTo(at(1.959964), 5);
    const { lower = 1, upper = 0 } = all?.f1Interval ?? {};
    expect(lower).toBeLessThan(all?.f1 ?? 0);
    expect(upper).toBeGreaterThan(all?.f1 ?? 1);
  });

  it('has an interval of F1 as wide as documents differ, not as passages are many', () => {
    // In every document a third is found, a third falsely, a third missed: drawing documents anew changes nothing.
    const alike = spread(
      [
        ...many(20, passage(true, true)),
        ...many(20, passage(true, false)),
        ...many(20, passage(false, true)),
      ],
      20,
    );
    expect(frameQuality(alike, ['NEP'], drawing)[0]?.f1Interval).toEqual({ lower: 0.5, upper: 0.5 });
    // The same passages with all that is right in one document and all that is wrong in another.
    const apart = alike.map((one) => {
      const isRight = one.codes.has('NEP') && one.truth['NEP'] === 1;
      return { ...one, document: documentOf(isRight ? 1 : 2) };
    });
    expect(frameQuality(apart, ['NEP'], drawing)[0]?.f1Interval).toEqual({ lower: 0, upper: 1 });
    const single = alike.map((one) => ({ ...one, document: documentOf(1) }));
    expect(frameQuality(single, ['NEP'], drawing)[0]).toMatchObject({ f1: 0.5, f1Interval: null });
  });

  it('is plain counting where all chances are the same', () => {
    const bits = fc.record({ hit: fc.boolean(), truth: fc.boolean() });
    fc.assert(
      fc.property(
        fc.array(bits, { minLength: 1, maxLength: 40 }),
        fc.constantFrom(1, 0.5, 0.1),
        (some, probability) => {
          const passages = some.map(({ hit, truth }) => passage(hit, truth, { probability }));
          const [all] = frameQuality(passages, ['NEP'], { seed: 1, replicates: 10 });
          const hits = some.filter(({ hit }) => hit);
          const right = hits.filter(({ truth }) => truth).length;
          const positives = some.filter(({ truth }) => truth).length;
          if (hits.length === 0) expect(all?.precision).toBeNull();
          else expect(all?.precision).toBeCloseTo(right / hits.length, 10);
          if (all?.recall === null) expect(all.recallReason).not.toBeNull();
          else expect(all?.recall).toBeCloseTo(right / positives, 10);
          expect(JSON.stringify(all)).not.toMatch(/NaN|Infinity/);
          for (const value of [all?.precision, all?.recall, all?.f1, all?.recallBound]) {
            if (value != null) expect(Number.isFinite(value)).toBe(true);
          }
        },
      ),
    );
  });

  it('tells institutions, voices and languages apart', () => {
    const passages = [
      ...many(5, passage(true, true)),
      ...many(5, passage(true, true, { institution: 'Liga', voice: 'regional_body', language: 'pt' })),
      ...many(3, passage(false, true, { institution: 'Liga', voice: 'regional_body', language: 'pt' })),
      ...many(3, passage(false, false, { institution: null, voice: null })),
    ];
    const recallOf = (by: string, key: string) => {
      const found = frameQuality(passages, ['NEP'], drawing).find((one) => one.by === by && one.key === key);
      return [found?.recall, found?.recallReason];
    };
    expect(recallOf('voice', 'regional_body')).toEqual([5 / 8, null]);
    expect(recallOf('language', 'pt')).toEqual([5 / 8, null]);
    expect(recallOf('institution_language', 'Liga, pt')).toEqual([5 / 8, null]);
    // Nothing was missed here because nothing without a hit was coded: no bound either.
    expect(recallOf('institution', 'Red')).toEqual([null, 'no_misses']);
    expect(recallOf('institution', '(none)')).toEqual([null, 'no_positives']);
  });

  it('never says that nothing is missed, only how much at most', () => {
    const passages = [
      ...many(50, passage(true, true)),
      ...many(50, passage(false, false, { probability: 0.1 })),
    ];
    const [all] = frameQuality(passages, ['NEP'], drawing);
    expect(all).toMatchObject({ recall: null, recallReason: 'no_misses', f1: null });
    expect(all?.recallBound).toBeLessThan(1);
  });

  it('is nothing of nothing', () => {
    expect(frameQuality([], ['NEP'], drawing)).toEqual([]);
  });
});

describe('termQuality', () => {
  const term = (id: string, category: string) => ({ id, theme: 'paradigm', category }) as never;

  it('measures each term that was met, its recall as its share of what its frame has', () => {
    const passages = [
      ...many(6, passage(true, true, { terms: new Set(['t']) })),
      ...many(2, passage(true, true, { terms: new Set(['u']) })),
      ...many(2, passage(true, false, { terms: new Set(['u', 't']) })),
    ];
    const found = termQuality(
      passages,
      [{ code: 'NEP', categories: ['paradigm/a'] }],
      [term('t', 'a'), term('u', 'a'), term('v', 'a'), term('w', 'b')],
      drawing,
    );
    expect(
      found
        .filter(({ by }) => by === 'all')
        .map(({ term: id, hits, right, recall }) => [id, hits, right, recall]),
    ).toEqual([
      ['t', 8, 6, 6 / 8],
      ['u', 4, 2, 2 / 8],
    ]);
  });

  it('measures precision of a term by institution, voice and language, where it was met', () => {
    const liga = { institution: 'Liga', voice: 'regional_body', language: 'pt' } as const;
    const passages = [
      ...many(4, passage(true, true)),
      ...many(1, passage(true, true, liga)),
      ...many(3, passage(true, false, liga)),
      ...many(2, passage(false, true, { institution: null, voice: null, terms: new Set() })),
    ];
    const codes = [{ code: 'NEP', categories: ['paradigm/a'] }];
    const found = termQuality(passages, codes, [term('t', 'a')], drawing);
    const of = (by: string, key: string) => found.find((one) => one.by === by && one.key === key);
    expect(of('all', '')).toMatchObject({ hits: 8, precision: 5 / 8 });
    expect(of('institution', 'Liga')).toMatchObject({ hits: 4, right: 1, precision: 0.25 });
    expect(of('voice', 'civil_society')).toMatchObject({ precision: 1 });
    expect(of('language', 'pt')?.precisionInterval?.upper).toBeLessThan(0.71);
    expect(of('institution_language', 'Liga, pt')).toMatchObject({ precision: 0.25 });
    expect(of('institution', '(none)')).toBeUndefined();
  });
});
