import { describe, expect, it } from 'vitest';
import { comparedView } from '../../../src/app/explore/institutions.ts';
import type { InstitutionPlaceRow } from '../../../src/model/appendix.ts';
import { largestSaid, saidDrawings } from '../../../src/report/drawings/said.ts';
import { buildResults } from '../../support/results.ts';

const plain = buildResults();
const [one = '', other = ''] = [...new Set(plain.ingest.flatMap(({ institution }) => institution ?? []))];
const row = (
  institution: string,
  place: InstitutionPlaceRow['place'],
  held: number,
): InstitutionPlaceRow => ({
  institution,
  place,
  documents: 2,
  passages: 40,
  presence: { NEP: held, PE: 0, ADD: 0 },
});
const rows = [row(one, 'recital', 32), row(one, 'budget', 4), row(other, 'recital', 8)];
const results = { ...plain, institutionPlaces: rows };

/** The width of the widest bar of a drawing, without what can be clicked over the whole of its row. */
function widest(svg: string): number {
  const bars = svg.matchAll(/<rect fill="var\(--[^>]*\bwidth="([\d.]+)"/g);
  const widths = [...bars].map(([, width]) => Number(width));
  return Math.max(...widths);
}

describe('what is said where', () => {
  it('has a scale that holds the largest share of its rows', () => {
    // Recitals of both are one place: 40 of 80.
    expect(largestSaid(results, rows)).toBe(0.5);
    expect(largestSaid(results, rows.slice(0, 2))).toBe(0.8);
    expect(largestSaid(results, rows.slice(1, 2))).toBe(0.1);
    expect(largestSaid(results, [])).toBe(0.05);
  });

  it('is drawn on one scale for institutions that are compared', () => {
    const recitals = comparedView(results, [one, other]).institutions.map(
      ({ places }) => places.find(({ title }) => title === 'Recitals')?.figure?.svg ?? '',
    );
    const [high = 0, low = 0] = recitals.map(widest);
    expect(high / low).toBeCloseTo(4, 1);
    const alone = saidDrawings(results, rows.slice(2)).drawings[0]?.svg ?? '';
    expect(widest(alone)).toBeCloseTo(high, 1);
  });
});
