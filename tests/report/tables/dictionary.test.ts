import { describe, expect, it } from 'vitest';
import { report } from '../../../src/report/report.ts';
import { buildResults } from '../../support/results.ts';
import { records, textOf } from '../reading.ts';

describe('the data dictionary', () => {
  const files = report(buildResults());
  const tables = files.filter(({ path }) => path.startsWith('tables/')).map(({ path }) => path);
  const all = records(textOf(files, 'tables/dictionary.csv'));
  const entries = all.filter((entry) => !entry['table']?.startsWith('figures/'));

  it('has every column of every table, in order, and nothing else', () => {
    const columns = tables.flatMap((path) => {
      const [header = ''] = textOf(files, path).split('\n');
      return header.split(',').map((column) => `${path.slice('tables/'.length, -'.csv'.length)}.${column}`);
    });
    expect(entries.map((entry) => `${entry['table']}.${entry['column']}`)).toEqual(columns);
    expect(new Set(columns).size).toBe(columns.length);
  });

  it('has the columns of the numbers of every figure, once a kind', () => {
    const figures = files.filter(({ path }) => /^figures\/.*\.csv$/.test(path)).map(({ path }) => path);
    expect(figures.length).toBeGreaterThan(10);
    for (const path of figures) {
      const own = all.filter(({ table }) => table === path.replace(/-\d\d.*$/, '-*'));
      expect(own.map(({ column }) => column).join(','), path).toBe(textOf(files, path).split('\n')[0]);
    }
  });

  it('explains each column and gives each number a unit or says what it counts', () => {
    for (const entry of all) {
      expect(entry['meaning']).not.toBe('');
      expect(['text', 'whole number', 'number', 'true or false', 'date', 'codes']).toContain(entry['type']);
    }
  });

  it('gives types that the cells keep', () => {
    const fits: Readonly<Record<string, RegExp>> = {
      'whole number': /^(-?\d+)?$/,
      number: /^(-?\d+(\.\d+)?(e-?\d+)?)?$/,
      'true or false': /^(true|false)?$/,
      date: /^(\d{4}(-\d{2}){0,2})?$/,
      codes: /^[\w ]*$/,
    };
    for (const path of tables) {
      for (const record of records(textOf(files, path))) {
        for (const [column, cell] of Object.entries(record)) {
          const type = entries.find(
            (one) => `tables/${one['table']}.csv` === path && one['column'] === column,
          )?.['type'];
          expect(`${path} ${column} ${fits[type ?? '']?.test(cell) ?? true}`).toBe(`${path} ${column} true`);
        }
      }
    }
  });
});
