import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeline } from '../../../src/assess/time/timeline.ts';
import { wilson } from '../../../src/stats/proportion.ts';
import { dispersionWithin } from '../../../src/stats/trend.ts';
import { observation } from '../../support/observation.ts';
import { buildResults } from '../../support/results.ts';
import { speakers } from '../../support/speech.ts';
import { plainStudy } from '../../support/study.ts';

const [first] = speakers;
if (first === undefined) throw new Error('expected a speaker');
const of = (years: readonly number[]) => buildResults({ speakers: [{ ...first, years }] }).timeline;

describe('timeline', () => {
  it('counts each passage of a dated document once, under its voice and year', () => {
    const { timeline: made, evidence } = buildResults();
    expect(made.step).toBe(1);
    const voices = made.series.filter(({ by }) => by === 'voice');
    expect(voices.map(({ key }) => key)).toEqual([
      'civil_society',
      'regional_body',
      'donor',
      'national_government',
    ]);
    for (const { key, bins } of voices) {
      expect(bins.map(({ from }) => from)).toEqual(Array.from({ length: 17 }, (_, place) => 1998 + place));
      for (const { from, passages } of bins) {
        const own = [...evidence].filter((item) => item.voice === key && item.date?.startsWith(String(from)));
        expect(passages).toBe(own.length);
      }
    }
  });

  it('has a series for each institution, those with most documents first', () => {
    const institutions = buildResults().timeline.series.filter(({ by }) => by === 'institution');
    const documents = institutions.map((one) => one.documents);
    expect(institutions.length).toBeGreaterThan(4);
    expect(documents).toEqual(documents.toSorted((a, b) => b - a));
  });

  it('keeps a year without documents as an empty bin, without a bound', () => {
    const [voice] = of([2001, 2003]).series;
    expect(voice?.bins.map(({ passages }) => passages)).toEqual([9, 0, 9]);
    expect(voice?.bins[1]?.bounds).toEqual({});
  });

  it('widens its bins by whole periods where the years are many', () => {
    const { step, series } = of([1956, 2025]);
    expect(step).toBe(5);
    expect(series[0]?.bins.map(({ label }) => label).slice(0, 2)).toEqual(['1955–59', '1960–64']);
    expect(series[0]?.bins.reduce((sum, { passages }) => sum + passages, 0)).toBe(18);
  });

  it('is empty without dated documents', () => {
    expect(buildResults({ speakers: [] }).timeline).toEqual({ step: 1, series: [] });
  });

  it('has the intervals that documents one by one give', () => {
    const said = fc.record({
      year: fc.integer({ min: 2000, max: 2004 }),
      passages: fc.integer({ min: 1, max: 30 }),
      share: fc.float({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(said, { minLength: 1, maxLength: 25 }), (documents) => {
        const counts = documents.map(({ year, passages, share }) => ({
          bin: year,
          successes: Math.floor(passages * share),
          total: passages,
        }));
        const rows = counts.map(({ bin, successes, total }, at) => ({
          ...observation({ file: `d${at}`, presence: { NEP: successes }, objectPassages: total }),
          date: `${bin}-05`,
        }));
        const spread = dispersionWithin(counts) ?? 1;
        const [voice] = timeline(rows, ['NEP'], plainStudy).series;
        for (const { from, passages, presence, bounds } of voice?.bins ?? []) {
          const own = counts.filter(({ bin }) => bin === from);
          const times = own.reduce((sum, { successes }) => sum + successes, 0);
          expect(passages).toBe(own.reduce((sum, { total }) => sum + total, 0));
          expect(presence['NEP'] ?? 0).toBe(times);
          const expected = wilson(times / spread, passages / spread);
          const [lower, upper] = bounds['NEP'] ?? [null, null];
          if (expected === null || lower === null) continue;
          expect(lower).toBeCloseTo(expected.lower, 8);
          expect(upper).toBeCloseTo(expected.upper, 8);
        }
      }),
    );
  });
});
