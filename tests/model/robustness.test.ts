import { describe, expect, it } from 'vitest';
import { attributionBounds } from '../../src/model/robustness.ts';
import { robustnessTable } from '../../src/report/tables/robustness.ts';
import { records } from '../report/reading.ts';
import { robustApart } from '../support/framings.ts';

const robust = robustApart();

describe('bounds of attribution', () => {
  it('are the primary way of counting and the same with all voices', () => {
    const bounds = attributionBounds(robust);
    expect(bounds?.none).toMatchObject({ primary: true, voice: 'own' });
    const { unit, weighting, negation, domain, pole } = bounds?.none ?? {};
    expect(bounds?.all).toMatchObject({ voice: 'all', unit, weighting, negation, domain, pole });
    const rows = records([...robustnessTable([robust]).content].join(''));
    const told = (what: string) => Number(rows.find((row) => row['what'] === what)?.['value']);
    expect(told('attributed_none')).toBeCloseTo(bounds?.none.value ?? Number.NaN, 8);
    expect(told('attributed_all')).toBeCloseTo(bounds?.all.value ?? Number.NaN, 8);
  });

  it('are none where ways were not gone through', () => {
    expect(attributionBounds({ curve: null })).toBeNull();
  });
});
