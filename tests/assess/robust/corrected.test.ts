import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Framing, Judged } from '../../../src/model/framing.ts';
import { notFinite } from '../../support/finite.ts';
import { framingOf, markOf, robustOf } from '../../support/framings.ts';

const covers = (code: string) => ['NEP', 'ADD', 'PE', 'DIL', 'SSE'].includes(code);

/** What people say of a passage that they were drawn with a chance for. */
function judged(at: Framing, probability: number, claimed: boolean, against: boolean): Judged {
  const { marks: _, words: __, object: ___, ...place } = at;
  const truth = { NEP: claimed ? 1 : 0, ADD: against ? 1 : 0, PE: 0, DIL: against ? 1 : 0 } as const;
  return { ...place, probability, truth };
}

/** Six documents of four institutions, ten passages each; the lexicon misses half of the new paradigm in policy. */
const truths = ['Ma', 'Mb', 'Pa', 'Pb'].flatMap((institution) =>
  Array.from({ length: 6 }, (_, document) =>
    Array.from({ length: 10 }, (_, ordinal) => {
      const isPolicy = institution.startsWith('P');
      const claimed = ordinal < (isPolicy ? 4 + (document % 2) : 6 - (document % 3));
      const isMissed = isPolicy && claimed && ordinal % 2 === 1;
      const framing = framingOf({
        file: `${institution}/${document}.txt`,
        institution,
        voice: isPolicy ? 'regional_body' : 'civil_society',
        ordinal,
        marks: isMissed ? [] : [markOf(claimed ? 'new/one' : 'add/one')],
      });
      return { framing, claimed };
    }),
  ).flat(),
);
const framings = truths.map(({ framing }) => framing);
const truthful = robustOf(
  truths.map(({ framing, claimed }) => ({ ...framing, marks: [markOf(claimed ? 'new/one' : 'add/one')] })),
);

describe('robustness with codings', () => {
  it('is what a lexicon without errors would give where everything was coded', () => {
    const passages = truths.map(({ framing, claimed }) => judged(framing, 1, claimed, !claimed));
    const found = robustOf(framings, { codings: { passages, covers, bar: null } });
    expect(found.corrected).toBe(true);
    expect(found.estimate?.value).toBeCloseTo(truthful.estimate?.value ?? Number.NaN, 10);
    expect(found.estimate?.standardError).toBeCloseTo(truthful.estimate?.standardError ?? Number.NaN, 10);
    expect(found.uncorrected).toEqual(robustOf(framings).estimate);
    const rows = found.curve?.corrected ?? [];
    // Three weights of documents, and the poles of which every code was coded: ADD, PE, DIL, not DIL + SOC.
    expect(rows).toHaveLength(9);
    for (const row of rows)
      expect(row).toMatchObject({ corrected: true, unit: 'paragraph', voice: 'own', negation: 'drop' });
    const primary = rows.find((row) => row.primary);
    expect(primary?.value).toBeCloseTo(found.estimate?.value ?? Number.NaN, 10);
    expect(found.typeTest.reason).not.toBe('uncorrected');
    // With every passage coded, no term has a say any more.
    for (const one of found.variations.filter(({ kind }) => kind === 'term_out'))
      expect(one.change).toBeCloseTo(0, 10);
  });

  it('compares what both sides have by the codings, as the finding does, where the lexicon saw a side with nothing', () => {
    // In 2015 policy texts speak of the new paradigm in words that the lexicon does not know.
    const late = ['Ma', 'Pa'].flatMap((institution) =>
      Array.from({ length: 4 }, (_, ordinal) => {
        const isPolicy = institution.startsWith('P');
        return framingOf({
          file: `${institution}/0.txt`,
          institution,
          voice: isPolicy ? 'regional_body' : 'civil_society',
          period: '2015-2019',
          ordinal: 20 + ordinal,
          marks: isPolicy ? [] : [markOf('new/one')],
        });
      }),
    );
    const all = [...framings, ...late].toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
    const passages = [
      ...truths.map(({ framing, claimed }) => judged(framing, 1, claimed, !claimed)),
      ...late.map((framing) => judged(framing, 1, true, false)),
    ];
    const found = robustOf(all, { codings: { passages, covers, bar: null } });
    const seen = robustOf(
      all.map((framing) => {
        const truth = passages.find(
          ({ file, ordinal }) => file === framing.file && ordinal === framing.ordinal,
        );
        return { ...framing, marks: [markOf(truth?.truth['NEP'] === 1 ? 'new/one' : 'add/one')] };
      }),
    );
    expect(found.estimate?.value).toBeCloseTo(seen.estimate?.value ?? Number.NaN, 10);
    expect(found.estimate?.value).not.toBeCloseTo(truthful.estimate?.value ?? Number.NaN, 3);
    expect(found.curve?.corrected.find(({ primary }) => primary)?.value).toBeCloseTo(
      found.estimate?.value ?? Number.NaN,
      10,
    );
  });

  it('gives shares that a lexicon without errors would give', () => {
    const passages = truths.map(({ framing, claimed }) => judged(framing, 1, claimed, !claimed));
    const found = robustOf(framings, { codings: { passages, covers, bar: null } });
    const near = (value: unknown): unknown =>
      typeof value === 'number'
        ? Number(value.toPrecision(9))
        : value !== null && typeof value === 'object'
          ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, near(one)]))
          : value;
    expect(found.correctedShrunken.map(near)).toEqual(truthful.shrunken.map(near));
    expect(robustOf(framings)).toMatchObject({ correctedShrunken: [] });
  });

  it('tests the corrected ways of counting jointly, and has nothing to test without codings', () => {
    const passages = truths.map(({ framing, claimed }) => judged(framing, 1, claimed, !claimed));
    const tests = robustOf(framings, { codings: { passages, covers, bar: null } }).curve?.correctedTests;
    expect(tests?.named).toMatchObject({ draws: 40, reason: null });
    // The truth has a contrast, which draws set back to none hardly reach.
    expect(tests?.named.median).toBeLessThan(0.1);
    // Two institutions against two can be relabelled in six ways.
    expect(tests?.typed).toMatchObject({ draws: 6, exact: true, median: 1 / 6 });
    expect(robustOf(framings).curve?.correctedTests).toBeNull();
    // Where the truth is the same everywhere, draws reach it as often as not.
    const none = truths.map(({ framing }) => {
      const isClaimed = framing.ordinal < 4 + (Number(framing.file.at(-5)) % 3);
      return judged(framing, 1, isClaimed, !isClaimed);
    });
    const flat = robustOf(framings, { codings: { passages: none, covers, bar: null } }).curve?.correctedTests;
    expect(flat?.named.median).toBeGreaterThan(0.2);
  });

  it('leaves a term out of what was not coded alone, each coded passage standing for as many as its chance says', () => {
    const some = truths.filter(({ framing }) => framing.ordinal % 2 === 0);
    const passages = some.map(({ framing, claimed }) => judged(framing, 0.5, claimed, !claimed));
    const found = robustOf(framings, { codings: { passages, covers, bar: null } });
    const totals = new Map<string, { a: number; b: number }>();
    for (const { framing, claimed } of truths) {
      const own = totals.get(framing.institution ?? '') ?? { a: 0, b: 0 };
      totals.set(framing.institution ?? '', own);
      const isCoded = framing.ordinal % 2 === 0;
      const weight = isCoded ? -1 : 1;
      for (const { category } of framing.marks) own[category === 'new/one' ? 'a' : 'b'] += weight;
      if (isCoded) own[claimed ? 'a' : 'b'] += 2;
    }
    const theta = (name: string) => {
      const { a, b } = totals.get(name) ?? { a: 0, b: 0 };
      return Math.log((a + 0.5) / (b + 0.5));
    };
    const expected = (theta('Ma') + theta('Mb')) / 2 - (theta('Pa') + theta('Pb')) / 2;
    expect(found.estimate?.value).toBeCloseTo(expected, 10);
  });

  it('counts what people found where the lexicon has nothing, even in a document without any tag', () => {
    const bare = framingOf({ file: 'Pa/new.txt', institution: 'Pa', voice: 'regional_body', ordinal: 3 });
    const passages = [
      ...truths.map(({ framing, claimed }) => judged(framing, 1, claimed, !claimed)),
      judged(bare, 1, true, false),
    ];
    const found = robustOf(framings, { codings: { passages, covers, bar: null } });
    expect(found.estimate?.value).toBeLessThan(truthful.estimate?.value ?? 0);
  });

  it('stays uncorrected where a pole was not coded, or where what is left has no logarithm', () => {
    const passages = truths.map(({ framing, claimed }) => judged(framing, 1, claimed, !claimed));
    const uncovered = robustOf(framings, {
      codings: { passages, covers: (code) => code === 'NEP', bar: null },
    });
    expect(uncovered).toMatchObject({ corrected: false });
    expect(uncovered.curve?.corrected).toEqual([]);
    const absurd = truths.map(({ framing }) => judged(framing, 0.01, false, false));
    const unstable = robustOf(framings, { codings: { passages: absurd, covers, bar: null } });
    expect(unstable.corrected).toBe(false);
    expect(unstable.estimate).toEqual(unstable.uncorrected);
    for (const row of unstable.curve?.corrected ?? []) expect(row).toMatchObject({ value: null });
    expect(notFinite(unstable)).toEqual([]);
  });

  it('never gives NaN or infinity, whatever was coded', () => {
    const coding = fc.record({
      at: fc.nat(truths.length - 1),
      probability: fc.double({ min: 0.001, max: 1, noNaN: true }),
      claimed: fc.boolean(),
      against: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(coding, { maxLength: 30 }), (codings) => {
        const passages = codings.flatMap(({ at, probability, claimed, against }) => {
          const framing = truths[at]?.framing;
          return framing === undefined ? [] : [judged(framing, probability, claimed, against)];
        });
        expect(notFinite(robustOf(framings, { codings: { passages, covers, bar: null } }))).toEqual([]);
      }),
      { numRuns: 8 },
    );
  });
});
