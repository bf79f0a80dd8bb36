import { describe, expect, it } from 'vitest';
import { assessTime } from '../../../src/assess/time/time.ts';
import { dated, type Says, timeStudy } from '../../support/dated.ts';

const study = timeStudy();

/** So many equal documents of an institution. */
function said(institution: string, date: string, a: number, b: number, times: number): readonly Says[] {
  return Array.from({ length: times }, (_, place) => ({
    institution,
    date,
    a: a + (place % 2),
    b: b + ((place + 1) % 2),
  }));
}

describe('periodChanges', () => {
  it('shows no change where only the mix of institutions changes', () => {
    const { periods } = assessTime(
      dated([
        ...said('Red', '2002', 8, 1, 6),
        ...said('Foro', '2002', 1, 8, 2),
        ...said('Red', '2007', 8, 1, 2),
        ...said('Foro', '2007', 1, 8, 6),
      ]),
      [],
      study,
    );
    const [change] = periods;
    expect(change).toMatchObject({
      role: 'source',
      from: '2000-2004',
      to: '2005-2009',
      cells: 2,
      cellsLeftOut: 0,
    });
    expect(change?.crude).toBeCloseTo(-0.35, 10);
    expect(change?.difference?.value).toBeCloseTo(0, 10);
    expect(change?.difference?.lower).toBeLessThan(0);
  });

  it('weighs cells by the framed passages of both periods', () => {
    const { periods } = assessTime(
      dated([
        ...said('Red', '2002', 4, 5, 2),
        ...said('Foro', '2002', 4, 5, 2),
        ...said('Red', '2007', 9, 0, 4),
        ...said('Foro', '2007', 4, 5, 2),
      ]),
      [],
      study,
    );
    // Red rises from .45 to .95 and holds 60 of 100 framed passages; Foro stays.
    expect(periods[0]?.difference?.value).toBeCloseTo(0.6 * 0.5, 10);
  });

  it('says that no cell is shared, and leaves out documents without a date', () => {
    const apart = [...said('Red', '2002', 4, 5, 3), ...said('Foro', '2007', 4, 5, 3)];
    const { periods } = assessTime(dated(apart), [], study);
    expect(periods[0]).toMatchObject({
      difference: null,
      reason: 'no_shared_cells',
      cells: 0,
      cellsLeftOut: 2,
    });
    const undated = assessTime(dated(apart.map((one) => ({ ...one, date: null }))), [], study);
    expect(undated.periods).toEqual([]);
  });
});
