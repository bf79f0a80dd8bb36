import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correlation } from '../../src/stats/correlation.ts';
import {
  cochranArmitage,
  dispersionWithin,
  interruptedSeries,
  logisticTrend,
} from '../../src/stats/trend.ts';

const bin = fc
  .tuple(fc.integer({ min: 2000, max: 2010 }), fc.nat(9), fc.nat(9))
  .map(([time, total, x]) => ({ time, total, successes: Math.min(total, x) }));

describe('test of Cochran and Armitage', () => {
  it('is n times the squared correlation of outcome and time over trials', () => {
    fc.assert(
      fc.property(fc.array(bin, { minLength: 1, maxLength: 8 }), (bins) => {
        const trials = bins.flatMap(({ time, total, successes }) =>
          Array.from({ length: total }, (_, at) => [time, at < successes ? 1 : 0] as const),
        );
        const found = cochranArmitage(bins);
        const r = correlation(
          trials.map(([time]) => time),
          trials.map(([, outcome]) => outcome),
        );
        fc.pre(trials.length >= 4);
        if (r === null) expect(found).toBeNull();
        else expect(found?.chiSquared).toBeCloseTo(trials.length * r.r ** 2, 8);
      }),
    );
    expect(cochranArmitage([])).toBeNull();
  });
});

describe('trend and interruption', () => {
  const logit = (share: number) => Math.log(share / (1 - share));
  const years = [2001, 2002, 2003, 2004, 2005, 2006];
  const series = (etas: readonly number[]) =>
    years.map((time, at) => ({ time, successes: 1e6 / (1 + Math.exp(-(etas[at] ?? 0))), total: 1e6 }));

  it('give back the line that the shares were made from', () => {
    const found = logisticTrend(series(years.map((year) => 0.3 - 0.2 * (year - 2003))), 2003);
    expect(found.coefficients?.[0]).toBeCloseTo(0.3, 8);
    expect(found.coefficients?.[1]).toBeCloseTo(-0.2, 8);
    const jump = series(
      years.map((year) => logit(0.4) + 0.1 * (year - 2004) + (year >= 2004 ? -0.5 + 0.3 * (year - 2004) : 0)),
    );
    const broken = interruptedSeries(jump, 2004);
    [logit(0.4), 0.1, -0.5, 0.3].forEach((value, at) => {
      expect(broken.coefficients?.[at]).toBeCloseTo(value, 7);
    });
  });

  it('are nothing with too few times on a side', () => {
    expect(interruptedSeries(series([0, 0, 0, 0, 0, 0]), 2006).reason).toBe('dependent');
    expect(interruptedSeries(series([0, 0, 0, 0, 0, 0]), 1990).reason).toBe('dependent');
    expect(logisticTrend([], 2000).reason).toBe('dependent');
  });
});

describe('dispersion within bins', () => {
  it('is 1 of documents that agree and the excess of those that do not', () => {
    const document = (bin: number, successes: number) => ({ bin, successes, total: 10 });
    expect(dispersionWithin([document(1, 5), document(1, 5), document(2, 3), document(2, 3)])).toBe(1);
    // 10 and 0 of 10 round a half: (5^2 + 5^2) / 2.5 with one degree of freedom.
    expect(dispersionWithin([document(1, 10), document(1, 0)])).toBeCloseTo(20, 12);
    expect(dispersionWithin([document(1, 10), document(2, 0)])).toBeNull();
    expect(dispersionWithin([document(1, 10), document(1, 10)])).toBeNull();
    expect(dispersionWithin([])).toBeNull();
  });
});
