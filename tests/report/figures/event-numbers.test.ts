import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventNumbers } from '../../../src/report/figures/event-numbers.ts';

describe('numbers of events', () => {
  it('stand above their lines, one by one where there is room', () => {
    expect(eventNumbers([], 10)).toEqual([]);
    expect(eventNumbers([2000, 2005.5, 2010], 10)).toEqual([
      { at: 2000, number: '1' },
      { at: 2005.5, number: '2' },
      { at: 2010, number: '3' },
    ]);
  });

  it('are one where they would touch', () => {
    expect(eventNumbers([2000, 2003, 2003, 2004, 2010], 10)).toEqual([
      { at: 2000, number: '1' },
      { at: 2003.5, number: '2–4' },
      { at: 2010, number: '5' },
    ]);
  });

  it('name every event once, in order, and never touch by single numbers', () => {
    const years = fc.array(fc.double({ min: 1980, max: 2030, noNaN: true }), { maxLength: 12 });
    fc.assert(
      fc.property(years, fc.double({ min: 1, max: 60, noNaN: true }), (events, pixels) => {
        const sorted = events.toSorted((a, b) => a - b);
        const named = eventNumbers(sorted, pixels).flatMap(({ number }) => {
          const [first = 0, last = first] = number.split('–').map(Number);
          return Array.from({ length: last - first + 1 }, (_, at) => first + at);
        });
        expect(named).toEqual(sorted.map((_, at) => at + 1));
        const single = eventNumbers(sorted, pixels).filter(({ number }) => !number.includes('–'));
        for (const [at, { at: place }] of single.entries()) {
          const next = single[at + 1];
          if (next !== undefined) expect((next.at - place) * pixels).toBeGreaterThanOrEqual(16 - 1e-6);
        }
      }),
    );
  });
});
