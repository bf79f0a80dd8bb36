import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openMetrics } from '../../src/io/metrics.ts';
import { WorkerSettings } from '../../src/model/worker.ts';
import { root } from '../support/cli.ts';
import { readOpenMetrics } from '../support/openmetrics.ts';
import { freePort } from '../support/redis.ts';

const text = readFileSync(join(root, 'docs', 'fleet.md'), 'utf8');

/** The rows of the table below a heading, cell by cell, without its head. */
function table(heading: string): readonly (readonly string[])[] {
  const section = text.split(/^## /m).find((one) => one.startsWith(`${heading}\n`)) ?? '';
  return section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

const bare = (cell = '') => cell.replaceAll('`', '');

describe('the chapter on fleets', () => {
  it('has every setting of a worker, with its default and its meaning', () => {
    const source = readFileSync(join(root, 'src', 'model', 'worker.ts'), 'utf8');
    const meanings = new Map(
      [...source.matchAll(/\/\*\* (.+)\. \*\/\n {2}(TITRATE_\w+):/g)].map(([, meaning, name]) => [
        name,
        meaning,
      ]),
    );
    const required = { TITRATE_REDIS: 'redis://host', TITRATE_ROOT: '/' };
    const defaults: Record<string, unknown> = {
      ...WorkerSettings.parse(required),
      TITRATE_REDIS: '',
      TITRATE_ROOT: '',
    };
    const rows = table('Settings of a worker');
    expect(rows.map(([name]) => bare(name))).toEqual(Object.keys(WorkerSettings.shape));
    for (const [name, given, meaning] of rows) {
      expect(bare(given)).toBe(String(defaults[bare(name)]));
      expect(meaning?.toLowerCase()).toBe(meanings.get(bare(name))?.toLowerCase());
    }
  });

  it('has every metric', async () => {
    const port = await freePort();
    const metrics = await openMetrics({ host: '127.0.0.1', port }, async () => ({ queues: [], dead: 0 }));
    const found = readOpenMetrics(await (await fetch(`http://127.0.0.1:${port}/metrics`)).text());
    await metrics.close();
    const names = [...found].map(([name, { type }]) => (type === 'counter' ? `${name}_total` : name));
    expect(
      table('Metrics')
        .map(([name]) => bare(name))
        .toSorted(),
    ).toEqual(names.toSorted());
  });

  it('has every event', () => {
    const source = readFileSync(join(root, 'workers', 'station.ts'), 'utf8');
    const written = [...source.matchAll(/event: (.+?)[,}\n]/g)].flatMap(([, value = '']) => [
      ...value.matchAll(/'([a-z]+)'/g),
    ]);
    const names = new Set(written.map(([, name]) => name));
    const told = table('Events').flatMap(([cell]) => bare(cell).split(', '));
    expect(told.toSorted()).toEqual([...names].toSorted());
  });
});
