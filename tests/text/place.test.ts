import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesAt, locate, place } from '../../src/text/place.ts';

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

describe('locate', () => {
  it('finds what stands unchanged, and the end of the run before what does not', () => {
    expect(locate(runs, 0, 12)).toBe(2);
    expect(locate(runs, 0, 17)).toBe(5);
    expect(locate(runs, 0, 21)).toBe(7);
    expect(locate(runs, 1, 2)).toBe(13);
  });

  it('finds nothing before, after or on another page', () => {
    expect(locate(runs, 0, 9)).toBeNull();
    expect(locate(runs, 0, 24)).toBeNull();
    expect(locate(runs, 1, 3)).toBeNull();
    expect(locate(runs, 2, 0)).toBeNull();
    expect(locate([], 0, 0)).toBeNull();
  });

  it('undoes `place` for every character of a run', () => {
    fc.assert(
      fc.property(manyRuns, (some) => {
        writtenOut(some).forEach((stand, i) => {
          if (stand !== null) expect(locate(some, stand.page, stand.at)).toBe(i);
        });
      }),
    );
  });

  it('reads runs of a page in any order, as where a box is read after the text beside it', () => {
    const turned = [
      { at: 0, length: 3, page: 0, start: 50 },
      { at: 4, length: 3, page: 0, start: 10 },
    ];
    expect([locate(turned, 0, 11), locate(turned, 0, 51), locate(turned, 0, 20)]).toEqual([5, 1, 7]);
  });
});

describe('linesAt', () => {
  it('gives the part of every line that a span takes, in code points', () => {
    const lines = [{ text: 'uno 🌱 dos' }, { text: '' }, { text: 'tres' }];
    expect(linesAt(lines, 4, 13)).toEqual([
      { line: 0, start: 4, end: 9 },
      { line: 2, start: 0, end: 2 },
    ]);
    expect(linesAt(lines, 9, 11)).toEqual([]);
    expect(linesAt(lines, 5, 5)).toEqual([]);
    expect(linesAt(lines, 12, 99)).toEqual([{ line: 2, start: 1, end: 4 }]);
  });

  it('gives back the span without its line ends, whatever the characters', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'é', 'e\u0301', '🌱', '\r', '\ufeff', ' '),
      maxLength: 8,
    });
    fc.assert(
      fc.property(fc.array(text, { minLength: 1 }), fc.nat(40), fc.nat(40), (some, a, b) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        const expected = Array.from(some.join('\n'))
          .slice(start, end)
          .filter((char) => char !== '\n');
        const found = linesAt(
          some.map((one) => ({ text: one })),
          start,
          end,
        );
        const read = found.flatMap((part) => Array.from(some[part.line] ?? '').slice(part.start, part.end));
        expect(read).toEqual(expected);
      }),
    );
  });
});
