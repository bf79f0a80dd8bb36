import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { place } from '../../src/text/place.ts';

const runs = [
  { at: 0, length: 5, page: 0, start: 10 },
  { at: 6, length: 4, page: 0, start: 20 },
  { at: 11, length: 3, page: 1, start: 0 },
];

/** What every character of the passage stands for, written out; null where it stands for no single one. */
function writtenOut(some: typeof runs): ({ page: number; at: number } | null)[] {
  const table: ({ page: number; at: number } | null)[] = [];
  for (const run of some) {
    while (table.length < run.at) table.push(null);
    for (let i = 0; i < run.length; i++) table.push({ page: run.page, at: run.start + i });
  }
  return table;
}

const manyRuns = fc
  .array(
    fc.record({
      skip: fc.nat(3),
      length: fc.integer({ min: 1, max: 6 }),
      gap: fc.nat(4),
      turn: fc.boolean(),
    }),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((parts) => {
    let [at, page, raw] = [0, 0, 0];
    return parts.map(({ skip, length, gap, turn }, i) => {
      at += i === 0 ? 0 : skip;
      if (turn) [page, raw] = [page + 1, 0];
      const run = { at, length, page, start: raw + gap };
      at += length;
      raw = run.start + length;
      return run;
    });
  });

describe('place', () => {
  it('maps a span inside a run by its distance from the beginning', () => {
    expect(place(runs, 1, 4)).toEqual({ page: 0, pageStart: 11, endPage: 0, pageEnd: 14 });
  });

  it('maps a span over a page break to both pages', () => {
    expect(place(runs, 7, 13)).toEqual({ page: 0, pageStart: 21, endPage: 1, pageEnd: 2 });
  });

  it('rounds edges between runs outward', () => {
    expect(place(runs, 5, 6)).toEqual({ page: 0, pageStart: 15, endPage: 0, pageEnd: 20 });
    expect(place(runs, 10, 11)).toEqual({ page: 0, pageStart: 24, endPage: 1, pageEnd: 0 });
  });

  it('stays within the runs where a span reaches beyond them', () => {
    expect(place(runs, 12, 99)).toEqual({ page: 1, pageStart: 1, endPage: 1, pageEnd: 3 });
  });

  it('takes a run of length 0 as the edge of changed text', () => {
    const anchored = [
      { at: 0, length: 0, page: 3, start: 7 },
      { at: 2, length: 4, page: 3, start: 8 },
    ];
    expect(place(anchored, 0, 2)).toEqual({ page: 3, pageStart: 7, endPage: 3, pageEnd: 8 });
  });

  it('refuses a text without runs', () => {
    expect(() => place([], 0, 1)).toThrow(RangeError);
  });

  it('agrees with a table of every character where both edges stand in runs', () => {
    fc.assert(
      fc.property(manyRuns, fc.nat(60), fc.nat(60), (some, a, b) => {
        const table = writtenOut(some);
        const [start, last] = [Math.min(a, b) % table.length, Math.max(a, b) % table.length];
        const [first, final] = [table[start], table[last]];
        fc.pre(start <= last && first != null && final != null);
        const found = place(some, start, last + 1);
        expect(found).toEqual({
          page: first?.page,
          pageStart: first?.at,
          endPage: final?.page,
          pageEnd: (final?.at ?? 0) + 1,
        });
      }),
    );
  });
});
