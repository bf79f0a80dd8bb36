import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logOdds } from '../../../src/model/units.ts';
import { scopeBWords } from '../../../src/report/robustness-lines.ts';
import { notFinite } from '../../support/finite.ts';
import { anyStudy, documentOf, robustOf, studyOf } from '../../support/framings.ts';

const three = (a: number, b: number) =>
  Array.from({ length: 6 }, (_, at) => [a + (at % 2), b + (at % 3)] as const);
const clear = studyOf({
  Ma: three(5, 1),
  Mb: three(6, 1),
  Mc: three(4, 1),
  Pa: three(1, 5),
  Pb: three(1, 6),
  Pc: three(2, 5),
});

describe('robustness', () => {
  it('finds a clear contrast robust, and says at which scope', () => {
    // With a single term a pole would be gone without it, and every interval with it.
    const spoken = clear.map((framing, at) => ({
      ...framing,
      marks: framing.marks.map((mark) => ({ ...mark, term: `${mark.category}.es.${at % 3}` })),
    }));
    const robust = robustOf(spoken);
    expect(robustOf(clear).fragile).toEqual(['term']);
    expect(robust.reason).toBeNull();
    expect(robust.fragile).toEqual([]);
    expect(robust.curve?.specifications).toHaveLength(648);
    expect(robust.curve?.specifications.filter(({ primary }) => primary)).toHaveLength(1);
    expect(robust.curve?.specifications.find(({ primary }) => primary)?.value).toBeCloseTo(
      robust.estimate?.value ?? Number.NaN,
      12,
    );
    expect(robust.typeTest).toMatchObject({
      institutions: [3, 3],
      minimumP: 0.05,
      p: 0.05,
      verdict: 'INCONCLUSIVE',
      reason: 'uncorrected',
    });
    expect(robust.mostInfluential?.kind).toBe('term_out');
  });

  it('tests types by the balances of the finding where there are too many documents to vary anything', () => {
    const balances = [1.2, 1.4, 1.1, -0.9, -1.3, -1].map((theta, at) => ({
      side: at < 3 ? ('source' as const) : ('policy' as const),
      theta,
    }));
    // One more document than is held, each with a passage.
    const many = Array.from({ length: 20_001 }, (_, at) => documentOf(`${at}.txt`, 1, 0)).flat();
    const robust = robustOf(many, { terms: [] }, { balances });
    expect(robust).toMatchObject({ reason: 'too_many_documents', curve: null, estimate: null });
    expect(robust.typeTest).toMatchObject({
      institutions: [3, 3],
      p: 0.05,
      reason: 'uncorrected',
      exact: true,
    });
    expect(robust.typeTest.difference).toBeCloseTo(1.2333333333 + 1.0666666667, 9);
    expect(scopeBWords(robust)).toMatch(/^About types of institutions \(scope B\)\. Taken as a sample/);
    expect(notFinite(robust)).toEqual([]);
    // Without any balance there is nothing to say of types.
    expect(scopeBWords(robustOf([]))).toBe('');
    const certain = robustOf(
      many,
      { terms: [], codings: { passages: [], covers: () => true, bar: null } },
      { balances },
    );
    expect(certain.typeTest).toMatchObject({ verdict: 'SUPPORTED_SUBSTANTIAL', reason: null });
  });

  it('never gives NaN or infinity, whatever the study', () => {
    fc.assert(
      fc.property(anyStudy, (framings) => {
        const robust = robustOf(framings);
        expect(notFinite(robust)).toEqual([]);
        if (robust.estimate === null) expect(robust.reason).toBe('no_contrast');
      }),
      { numRuns: 8 },
    );
  });

  it.each([
    ['nothing', []],
    ['one document', documentOf('a.txt', 3, 3)],
    ['one institution', studyOf({ Ma: three(3, 3) })],
    ['all zeros', studyOf({ Ma: [[0, 0]], Pa: [[0, 0]] })],
  ])('gives a coded reason of %s', (_, framings) => {
    const robust = robustOf(framings);
    expect(robust).toMatchObject({ reason: 'no_contrast', estimate: null, curve: null, variations: [] });
    expect(robust.typeTest).toMatchObject({ verdict: 'NOT_TESTABLE', p: null });
    expect(robust.placebo.reason).not.toBeNull();
    expect(notFinite(robust)).toEqual([]);
  });

  it('has ties and equal documents give no spread, or p of 1', () => {
    const same = Array.from({ length: 6 }, () => [2, 2] as const);
    const robust = robustOf(studyOf({ Ma: same, Mb: same, Mc: same, Pa: same, Pb: same, Pc: same }));
    expect(robust.typeTest.p ?? 1).toBe(1);
    expect(robust.estimate).toBeNull();
    expect(notFinite(robust)).toEqual([]);
  });

  it('says that two against three can tell nothing', () => {
    const robust = robustOf(
      studyOf({ Ma: three(5, 1), Mb: three(5, 1), Pa: three(1, 5), Pb: three(1, 4), Pc: three(1, 6) }),
    );
    expect(robust.typeTest).toMatchObject({
      verdict: 'NOT_TESTABLE',
      reason: 'min_p',
      minimumP: 0.1,
      alone: null,
    });
  });

  it('does not depend on the order of institutions in the passages', () => {
    const turned = [...Map.groupBy(clear, ({ file }) => file).values()].toReversed().flat();
    expect(robustOf(turned).estimate?.value).toBeCloseTo(robustOf(clear).estimate?.value ?? Number.NaN, 12);
  });

  it('keeps only terms of high measured precision as core', () => {
    const core = robustOf(clear, { precision: (term) => (term.startsWith('new') ? 0.95 : 0.5) });
    expect(core.variations.find(({ kind }) => kind === 'core_terms')?.estimate).not.toEqual(core.estimate);
    const none = robustOf(clear).variations.find(({ kind }) => kind === 'core_terms');
    expect(none).toMatchObject({ estimate: null, reason: 'no_such_term' });
  });
});

describe('a claim that policy has more', () => {
  const own = { more: 'policy' } as const;
  const said = robustOf(clear);

  it('is varied with its own sign, and its institutions stay on their sides', () => {
    const turned = robustOf(clear, {}, own);
    expect(turned.estimate?.value).toBeCloseTo(-(said.estimate?.value ?? Number.NaN), 12);
    expect(turned.estimate?.upper).toBeCloseTo(-(said.estimate?.lower ?? Number.NaN), 12);
    expect(turned.curve?.shareAbove).toBe(0);
    expect(turned.typeTest.difference).toBeCloseTo(-(said.typeTest.difference ?? Number.NaN), 12);
    expect(turned.typeTest.alone).toBe('CONTRADICTED_REVERSED_SUBSTANTIAL');
    expect(turned.typeTest.p).toBe(1);
    const sides = (of: typeof turned) =>
      of.shrunken.map(({ institution, side }) => `${institution} ${side}`).toSorted();
    expect(sides(turned)).toEqual(sides(said));
    const swapped = studyOf({ Ma: three(1, 5), Mb: three(1, 6), Pa: three(5, 1), Pb: three(6, 1) });
    const claimed = robustOf(swapped, {}, own);
    expect(claimed.estimate?.lower).toBeGreaterThan(0);
    expect(claimed.typeTest.institutions).toEqual([2, 2]);
  });

  it('is held against the smallest effect of its own hypothesis', () => {
    const large = logOdds(Math.log(1000));
    expect(robustOf(clear, {}, { smallestEffect: large }).typeTest.alone).toBe('CONTRADICTED_NEGLIGIBLE');
    expect(said.typeTest.alone).toBe('SUPPORTED_SUBSTANTIAL');
  });
});

describe('a removal that leaves nothing to compare', () => {
  it('changes the class, which a rule that chooses no terms does not', () => {
    const alone = robustOf(studyOf({ Ma: three(5, 1), Pa: three(1, 5) }));
    const gone = alone.variations.filter(({ estimate }) => estimate === null);
    const out = gone.filter(({ kind }) => kind === 'institution_out');
    expect(out.map(({ changesClass }) => changesClass)).toEqual([true, true]);
    const chosen = gone.filter(({ reason }) => reason === 'no_such_term');
    expect(chosen.length).toBeGreaterThan(0);
    expect(chosen.some(({ changesClass }) => changesClass)).toBe(false);
  });
});
