import { describe, expect, it } from 'vitest';
import { choices, polesOf } from '../../../src/assess/robust/choices.ts';
import { curve, curveData } from '../../../src/assess/robust/curve.ts';
import { matrix } from '../../../src/assess/robust/matrix.ts';
import { bootstrapP, curveBootstrap, curveExtremes } from '../../../src/stats/specificationcurve.ts';
import { finished, framingOf, markOf, measuredPoles, studyOf } from '../../support/framings.ts';

const { poles, primary } = polesOf('DIL', measuredPoles);
const draws = { seed: 3, replicates: 30, permutations: 50 };
const rowsOf = (framings: Parameters<typeof matrix>[0], most = 100) =>
  matrix(framings, {
    claimed: new Set(['new/one']),
    poles,
    primary,
    source: ['civil_society'],
    termSets: [],
    most,
  });
const many = Array.from({ length: 6 }, (_, at) => [2 + (at % 3), 1 + (at % 2)] as const);
const few = many.map(([a, b]) => [b, a + 1] as const);
const institutions = [
  { name: 'Ma', side: 'source' },
  { name: 'Mb', side: 'source' },
  { name: 'Pa', side: 'policy' },
  { name: 'Pb', side: 'policy' },
] as const;
const strata = new Set(['es 2010-2014']);
const data = curveData(
  rowsOf(studyOf({ Ma: many, Mb: few.toReversed(), Pa: few, Pb: many })) ?? [],
  institutions,
  strata,
  poles,
);

describe('the curve', () => {
  it('adds up from parts of its replicates, however they are split', () => {
    const range = (from: number, to: number) =>
      curveExtremes(data.columns, data.labels, data.weights, { seed: 3, name: 'curve', from, to });
    const whole = range(0, 30);
    for (const cuts of [
      [0, 30],
      [0, 1, 30],
      [0, 7, 11, 29, 30],
    ]) {
      const parts = cuts.slice(1).map((to, at) => range(cuts[at] ?? 0, to));
      for (const key of ['median', 'shareSignificant', 'stouffer', 'all'] as const)
        expect(parts.reduce((sum, part) => sum + part[key], 0)).toBe(whole[key]);
    }
    expect(bootstrapP(data.columns, data.labels, data.weights, whole)).toEqual(
      curveBootstrap(data.columns, data.labels, data.weights, { seed: 3, name: 'curve', from: 0, to: 30 }),
    );
  });

  it('tests all specifications with one relabelling of institutions at a time', () => {
    const found = finished(curve(data, poles, primary, draws));
    expect(found.typed).toMatchObject({ draws: 6, exact: true, reason: null });
    expect((found.typed.median ?? 0) * 6).toBeCloseTo(Math.round((found.typed.median ?? 0) * 6), 9);
    expect(found.named).toMatchObject({ draws: 30, reason: null });
  });

  it('weighs documents as it says', () => {
    const rows =
      rowsOf(
        studyOf({
          Ma: [
            [8, 2],
            [1, 0],
            [1, 1],
          ],
          Pa: [
            [1, 1],
            [2, 1],
          ],
        }),
      ) ?? [];
    const two = institutions.filter(({ name }) => name.endsWith('a'));
    const { columns } = curveData(rows, two, strata, poles);
    const at = (weighting: string) =>
      columns[
        choices(poles).findIndex(
          ({ choice }) =>
            choice.weighting === weighting &&
            choice.unit === 'paragraph' &&
            choice.voice === 'own' &&
            choice.negation === 'drop' &&
            choice.domain === 'passage' &&
            choice.pole === 'DIL',
        )
      ];
    expect([...(at('pooled')?.a ?? [])]).toEqual([8, 1, 1, 1, 2]);
    expect((at('document')?.a ?? [])[0]).toBeCloseTo(0.8, 12);
    const capped = (at('capped')?.a[0] ?? 0) + (at('capped')?.b[0] ?? 0);
    expect(capped).toBeLessThan(10);
    expect(capped).toBeGreaterThan(3);
  });

  it('looks at neighbours and the document for the object', () => {
    const [row] =
      rowsOf([
        framingOf({ ordinal: 0, object: true }),
        framingOf({ ordinal: 1, object: false, marks: [markOf('new/one')] }),
        framingOf({ ordinal: 5, object: false, marks: [markOf('new/one')] }),
      ]) ?? [];
    const { columns } = curveData(
      row === undefined ? [] : [row],
      institutions.slice(0, 1).map((one) => ({ ...one, name: 'Red' })),
      strata,
      poles,
    );
    const own = choices(poles)
      .map(({ choice }, at) => ({ choice, a: columns[at]?.a[0] }))
      .filter(
        ({ choice }) =>
          choice.unit === 'paragraph' && choice.weighting === 'pooled' && choice.voice === 'own',
      )
      .filter(({ choice }) => choice.negation === 'drop' && choice.pole === 'DIL');
    expect(own.map(({ a }) => a)).toEqual([0, 1, 2]);
  });

  it('says why a specification or a test is not there', () => {
    const rows =
      rowsOf(
        studyOf({
          Ma: [
            [2, 1],
            [1, 1],
          ],
          Pa: [
            [1, 2],
            [1, 1],
          ],
        }),
      ) ?? [];
    const two = institutions.filter(({ name }) => name.endsWith('a'));
    const found = finished(curve(curveData(rows, two, strata, poles), poles, primary, draws));
    expect(found.named.reason).toBe('few_documents');
    expect(found.typed.reason).toBe('one_institution');
    const none = finished(curve(curveData([], two, strata, poles), poles, primary, draws));
    expect(none.specifications.every(({ reason }) => reason === 'no_framed_passage')).toBe(true);
    expect(none).toMatchObject({ median: null, shareAbove: null, stouffer: null });
  });

  it('holds no more documents than it may', () => {
    expect(rowsOf(studyOf({ Ma: many }), 6)).toHaveLength(6);
    expect(rowsOf(studyOf({ Ma: many }), 5)).toBeNull();
  });
});
