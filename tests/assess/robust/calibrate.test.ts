import { describe, expect, it } from 'vitest';
import { calibrate, correlationOf, deviationOf, sizeOf } from '../../../src/assess/robust/calibrate.ts';
import { placeOf, polesOf, primaryPlace } from '../../../src/assess/robust/choices.ts';
import { compared } from '../../../src/assess/robust/compare.ts';
import { studySize } from '../../../src/assess/robust/size.ts';
import { documentsDraw } from '../../../src/stats/simulate.ts';
import { substream } from '../../../src/stats/substream.ts';
import { measuredPoles, studyOf } from '../../support/framings.ts';

const size = {
  source: [12, 12, 12],
  policy: [12, 12, 12],
  passages: 8,
  variation: 0.6,
  correlation: 0.1,
  deviation: 0.5,
  share: 0.5,
};

describe('calibration', () => {
  it('errs as often as it says, finds more of what is larger, and shows the trap', () => {
    const rows = calibrate(size, 400, 1);
    expect(rows.map(({ oddsRatio }) => oddsRatio)).toEqual([1, 1.25, 1.5, 2, 3]);
    const [none] = rows;
    expect(none?.named).toBeLessThan(0.05);
    expect(none?.coverage).toBeGreaterThan(0.92);
    expect(none?.permutation).toBeLessThan(0.09);
    expect(none?.misread).toBeGreaterThan(0.1);
    for (const rule of ['named', 'permutation', 'welch'] as const)
      expect(rows[4]?.[rule]).toBeGreaterThan(rows[0]?.[rule] ?? 1);
    expect(calibrate(size, 20, 1)).toEqual(calibrate(size, 20, 1));
  });

  it('tells nothing of types with one institution a side', () => {
    const [row] = calibrate({ ...size, source: [12], policy: [12] }, 10, 1);
    expect(row).toMatchObject({ permutation: null, welch: null });
  });

  it('recovers the correlation within documents', () => {
    for (const truth of [0, 0.15, 0.4]) {
      const units = documentsDraw(3000, 0.4, truth, { mean: 10, variation: 0.8 }, substream(9, 'icc', 0));
      const found = correlationOf([{ units: units as never }]);
      expect(Math.abs(found - truth)).toBeLessThan(0.04);
    }
  });

  it('is of a size that a study has, or none', () => {
    const framings = studyOf({
      Ma: [
        [3, 1],
        [2, 2],
      ],
      Pa: [
        [1, 3],
        [0, 2],
        [1, 1],
      ],
    });
    const codes = { numerator: 'NEP', denominator: 'DIL' };
    const found = studySize(framings, codes, ['civil_society'], measuredPoles);
    expect(found).toMatchObject({ source: [2], policy: [3], passages: 16 / 5, deviation: 0 });
    expect(studySize([], codes, ['civil_society'], measuredPoles)).toBeNull();
    expect(studySize(framings, { ...codes, denominator: 'XX' }, ['civil_society'], measuredPoles)).toBeNull();
    expect(sizeOf([])).toBeNull();
    expect(deviationOf([])).toBe(0);
    const { poles, primary } = polesOf('DIL', measuredPoles);
    expect(placeOf(primaryPlace(primary), poles.length)).toBeGreaterThan(0);
    expect(compared([], () => ({ a: 0, b: 0 })).institutions).toEqual([]);
  });
});
