import { describe, expect, it } from 'vitest';
import { plantedTable } from '../../../src/report/tables/planted.ts';
import { buildResults } from '../../support/results.ts';
import { records } from '../reading.ts';

describe('the table of what was planted', () => {
  it('has a row a contrast, and none where nothing was', () => {
    const rows = records([...plantedTable(buildResults().planted).content].join(''));
    expect(rows.map((row) => [row['denominator'], Number(row['planted']).toFixed(3)])).toEqual([
      ['DIL', Math.log(3.3).toFixed(3)],
      ['PE', Math.log(2.9).toFixed(3)],
    ]);
    expect([...plantedTable([]).content].join('').trim().split('\n')).toHaveLength(1);
  });
});
