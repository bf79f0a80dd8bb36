import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openReports } from '../../src/io/reports.ts';
import type { ReportFile } from '../../src/model/results.ts';
import { put, temporaryFolder } from '../support/tiny.ts';

const files: readonly ReportFile[] = [
  { path: 'report.html', content: '<p>economía</p>' },
  { path: 'tables/long.csv', content: ['a,b\n', '', '1,2\n'] },
  { path: 'tables/empty.csv', content: [] },
];

describe('a report', () => {
  it('stands in a folder of its run, with its files as they are', async () => {
    const output = join(temporaryFolder(), 'not', 'yet');
    const folder = await openReports(output)('2026-01-01', files);
    expect(folder).toBe(join(output, '2026-01-01'));
    expect(readFileSync(join(folder, 'report.html'), 'utf8')).toBe('<p>economía</p>');
    expect(readFileSync(join(folder, 'tables', 'long.csv'), 'utf8')).toBe('a,b\n1,2\n');
    expect(readFileSync(join(folder, 'tables', 'empty.csv'), 'utf8')).toBe('');
    expect(readdirSync(output)).toEqual(['2026-01-01']);
    expect(statSync(folder).mode & 0o055).toBe(0o055);
  });

  it('never replaces another: a name that is taken gets the next number', async () => {
    const output = temporaryFolder();
    put(output, { 'run-2': 'a file of that name' });
    const write = openReports(output);
    expect(relative(output, await write('run', files))).toBe('run');
    expect(relative(output, await write('run', [{ path: 'a', content: 'x' }]))).toBe('run-3');
    expect(readdirSync(join(output, 'run'))).toEqual(['report.html', 'tables']);
  });

  it('has a folder of its own when many are written at once', async () => {
    const output = temporaryFolder();
    const writers = [openReports(output), openReports(output)];
    const folders = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        writers[index % 2]?.('run', [{ path: 'n', content: `${index}` }]),
      ),
    );
    expect(new Set(folders).size).toBe(8);
    expect(folders.map((folder) => readFileSync(join(folder ?? '', 'n'), 'utf8'))).toEqual([
      '0',
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
    ]);
    expect(readdirSync(output)).toHaveLength(8);
  });

  it.each<[string, () => Iterable<ReportFile>]>([
    [
      'making a file',
      function* () {
        yield { path: 'report.html', content: 'x' };
        throw new Error('no ink');
      },
    ],
    [
      'making a table',
      () => [
        { path: 'report.html', content: 'x' },
        {
          path: 'a.csv',
          content: (function* () {
            yield 'a\n';
            throw new Error('no ink');
          })(),
        },
      ],
    ],
    ['writing outside', () => [{ path: '../no ink', content: 'x' }]],
    ['writing itself', () => [{ path: 'a/../.', content: 'no ink' }]],
  ])('is not there at all when %s fails', async (_, broken) => {
    const output = temporaryFolder();
    await expect(openReports(output)('run', broken())).rejects.toThrow(/no ink|inside the report/);
    expect(readdirSync(output)).toEqual([]);
  });

  it('goes into an output folder that has been there', async () => {
    const output = temporaryFolder();
    mkdirSync(join(output, 'older'));
    await openReports(output)('run', []);
    expect(readdirSync(output)).toEqual(['older', 'run']);
  });
});
