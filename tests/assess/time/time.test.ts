import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessTime } from '../../../src/assess/time/time.ts';
import { dated, type Says, timeStudy, years } from '../../support/dated.ts';
import { notFinite } from '../../support/finite.ts';

const study = timeStudy({ events: [{ id: 'turn', date: '2005', name: 'the turn' }] });

function courseOf(documents: readonly Says[]) {
  const [course] = assessTime(dated(documents), [], study).courses;
  if (course === undefined) throw new Error('expected a course');
  return course;
}

describe('assessTime', () => {
  it('finds a planted change with its place, direction and the event that it coincides with', () => {
    const course = courseOf(years(1, 5, (year) => (year < 5 ? 0.75 : 0.25)));
    const [change] = course.changes.found;
    expect(course.reason).toBeNull();
    expect(change).toMatchObject({ at: 2005, earliest: 2005, latest: 2005, coincides: ['turn'] });
    expect(change?.test.p).toBeLessThan(0.01);
    expect(change?.shareBefore).toBeGreaterThan(0.6);
    expect(change?.shareAfter).toBeLessThan(0.4);
    expect(course.trend.slope?.upper).toBeLessThan(0);
    expect(course.trend.test?.p).toBeLessThan(0.01);
    const [event] = course.events;
    expect(event?.comparison.estimate?.upper).toBeLessThan(0);
    expect(event?.series).toMatchObject({ dates: 3, reason: null });
    expect(event?.series.p).toBe(1 / 3);
    expect(course.halves).toMatchObject({ at: 2005, documentsBefore: 25, documentsAfter: 25 });
  });

  it('finds a steady fall in all three ways', () => {
    const { trend } = courseOf(years(11, 4, (year) => 0.9 - 0.08 * year));
    expect(trend.slope?.value).toBeLessThan(-0.2);
    expect(trend.slope?.upper).toBeLessThan(0);
    expect(trend.test).toMatchObject({ exact: false, relabellings: 999 });
    expect(trend.test?.p).toBeLessThan(0.01);
    expect(trend.monotone).toMatchObject({ exact: false });
    expect(trend.monotone?.slope).toBeLessThan(-0.2);
    expect(trend.monotone?.p).toBeLessThan(0.01);
  });

  it('relabels as often as the settings say, and says where they ask for nothing', () => {
    const asked = (permutations: number) => timeStudy({ settings: { robustness: { permutations } } });
    const documents = dated(years(1, 5, (year) => (year < 5 ? 0.75 : 0.25)));
    const [many] = assessTime(documents, [], asked(1999)).courses;
    expect(many?.trend.test).toMatchObject({ relabellings: 1999 });
    expect(many?.changes.test).toMatchObject({ relabellings: 1999 });
    const [none] = assessTime(documents, [], asked(0)).courses;
    expect(none?.trend).toMatchObject({ test: null, reason: 'no_draws' });
    expect(none?.changes).toMatchObject({ test: null, found: [], reason: 'no_draws' });
    expect(notFinite(none)).toEqual([]);
  });

  it('goes through all orders of eight bins', () => {
    const eight = years(12, 3, (year) => 0.9 - 0.1 * year).filter(({ date }) => (date ?? '') < '2008');
    const { monotone } = courseOf(eight).trend;
    expect(monotone?.exact).toBe(true);
    // Of 40,320 orders those that fall all the way, or rise, are the fewest that any p can rest on.
    expect(monotone?.p).toBeGreaterThanOrEqual(2 / 40_320);
    expect(monotone?.p).toBeLessThan(0.01);
  });

  it('holds empty years before a new level for as likely', () => {
    const gap = years(1, 5, (year) => (year < 5 ? 0.75 : 0.25)).filter(
      ({ date }) => !date?.startsWith('2005'),
    );
    const [change] = courseOf(gap).changes.found;
    expect(change).toMatchObject({ at: 2006, earliest: 2005, latest: 2006, coincides: ['turn'] });
  });

  it('finds a second change within a segment', () => {
    const level = (year: number) => (year < 3 ? 0.9 : year < 7 ? 0.5 : 0.1);
    const course = courseOf(years(2, 8, level, 20));
    expect(course.changes.found.map(({ at }) => at)).toEqual([2003, 2007]);
  });

  it('has no change, no slope and p 1 where all documents say the same', () => {
    const course = courseOf(years(3, 3, () => 0.5).map((one) => ({ ...one, a: 2, b: 2 })));
    expect(course.changes.test?.p).toBe(1);
    expect(course.changes.found).toEqual([]);
    expect(course.trend).toMatchObject({ slope: null, reason: 'no_variance' });
    expect(course.trend.test?.p).toBe(1);
    expect(course.trend.monotone).toMatchObject({ p: 1, slope: 0, tau: null });
  });

  it('says by a code why a series is too thin', () => {
    const many = years(4, 3, () => 0.5);
    expect(courseOf(many.slice(0, 1)).reason).toBe('few_bins');
    expect(courseOf(many.slice(0, 1)).halves.reason).toBe('outside_of_series');
    expect(courseOf(many.map((one) => ({ ...one, date: '2004-02' }))).reason).toBe('few_bins');
    expect(courseOf(many.map((one) => ({ ...one, date: null })))).toMatchObject({
      reason: 'no_dates',
      documents: 0,
      undated: 30,
    });
    expect(courseOf(many.map((one) => ({ ...one, a: 0, b: 0 }))).reason).toBe('no_framed_passages');
    expect(courseOf(many.filter((_, place) => place % 3 === 0)).reason).toBe('few_documents_in_bins');
    const single = courseOf(many.map((one) => ({ ...one, b: 0, a: 3 })));
    expect(single.trend).toMatchObject({ slope: null, reason: 'one_frame_alone' });
    expect(single.events[0]?.series.reason).toBe('one_frame_alone');
    expect(single.changes.test?.p).toBe(1);
  });

  it('does not ask about an event outside of the series or with few bins on a side', () => {
    const outside = timeStudy({
      events: [
        { date: '1990', name: 'long before' },
        { date: '2002', name: 'early' },
        { date: '2030', name: 'long after' },
      ],
    });
    const [course] = assessTime(dated(years(5, 3, () => 0.5)), [], outside).courses;
    expect(course?.events.map(({ series }) => series.reason)).toEqual([
      'outside_of_series',
      'few_bins_on_a_side',
      'outside_of_series',
    ]);
    expect(course?.events[1]?.comparison.estimate).not.toBeNull();
  });

  it('leaves empty bins empty and takes half-years where they are full', () => {
    const gap = years(6, 3, () => 0.5).filter(({ date }) => date?.startsWith('2004') === false);
    const course = courseOf(gap);
    expect(course.bins).toHaveLength(10);
    expect(course.bins[4]).toEqual({
      from: 2004,
      documents: 0,
      numerator: 0,
      framed: 0,
      share: null,
      lower: null,
      upper: null,
    });
    const halves = years(7, 12, () => 0.5).map((one, place) => ({
      ...one,
      date: `${one.date?.slice(0, 4)}-${place % 2 === 0 ? '03' : '09'}`,
    }));
    expect(courseOf(halves).step).toBe(0.5);
    expect(courseOf(halves).bins.map(({ documents }) => documents)).toEqual(Array(20).fill(6));
    expect(courseOf([...halves, { date: '2003', a: 1, b: 1 }]).step).toBe(1);
  });

  it('permutes within kinds of documents alone', () => {
    const kinds = years(8, 3, (year) => year / 10).map((one, place) => ({ ...one, kind: `kind ${place}` }));
    expect(courseOf(kinds).trend.test).toEqual({ p: 1, relabellings: 1, exact: true });
  });

  it('does not depend on the order of documents', () => {
    const documents = dated(years(9, 4, (year) => 0.3 + year / 30));
    expect(assessTime(documents.toReversed(), [], study)).toEqual(assessTime(documents, [], study));
  });

  it('never gives what is not a number, whatever comes', () => {
    const one = fc.record({
      date: fc.oneof(fc.constant(null), fc.integer({ min: 2000, max: 2009 }).map(String)),
      a: fc.integer({ min: 0, max: 6 }),
      b: fc.integer({ min: 0, max: 6 }),
      kind: fc.constantFrom(null, 'minutes', 'decision'),
      institution: fc.constantFrom('Red', 'Foro'),
      voice: fc.constantFrom('civil_society', 'regional_body'),
      language: fc.constantFrom('es' as const, 'pt' as const),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 160, size: 'max' }), (documents) => {
        const results = assessTime(dated(documents), [], study);
        expect(notFinite(results)).toEqual([]);
        for (const course of results.courses) {
          const framed = course.bins.reduce((sum, bin) => sum + bin.framed, 0);
          expect(framed).toBe(course.passages);
          expect(course.trend.slope === null).toBe(course.trend.reason !== null);
        }
      }),
      { numRuns: 15 },
    );
  });
});

describe('changes of level', () => {
  it('are found where there are none no more often than one time in twenty', () => {
    const runs = 120;
    let found = 0;
    for (let run = 0; run < runs; run++) {
      const course = courseOf(years(1000 + run, 3, () => 0.5));
      if (course.changes.found.length > 0) found++;
    }
    // 99.9 % of binomial counts of 120 trials at .05 lie below 15; all documents differ, so some are found.
    expect(found).toBeLessThan(15);
    expect(found).toBeGreaterThan(0);
  }, 120_000);
});
