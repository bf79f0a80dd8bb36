import { createServer } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Metrics, openMetrics } from '../../src/io/metrics.ts';
import { InputError } from '../../src/model/input.ts';
import { readOpenMetrics } from '../support/openmetrics.ts';
import { freePort } from '../support/redis.ts';

const queue = { queue: 'ingest', waiting: 7, active: 2, held: 0, oldestSeconds: 3.5, paused: false };

async function open(depth = async () => ({ queues: [queue], dead: 1 })): Promise<[Metrics, string]> {
  const port = await freePort();
  const metrics = await openMetrics({ host: '127.0.0.1', port }, depth);
  onTestFinished(() => metrics.close());
  return [metrics, `http://127.0.0.1:${port}`];
}

describe('the metrics of a worker', () => {
  it('are OpenMetrics, with counts, durations and the depth of queues', async () => {
    const [metrics, at] = await open();
    metrics.observe({ step: 'ingest', seconds: 0.3, failure: null });
    metrics.observe({ step: 'ingest', seconds: 61, failure: 'time_limit' });
    metrics.observe({ step: 'tag', seconds: 0, failure: 'a "quoted"\\\nname' });
    metrics.problems(['encrypted', 'encrypted', 'page_without_text']);
    const answer = await fetch(`${at}/metrics`);
    expect(answer.headers.get('content-type')).toBe(
      'application/openmetrics-text; version=1.0.0; charset=utf-8',
    );
    const found = readOpenMetrics(await answer.text());
    expect(found.get('titrate_failures')?.samples).toEqual(
      new Map([
        ['titrate_failures_total{step="ingest",code="time_limit"}', 1],
        ['titrate_failures_total{step="tag",code="a \\"quoted\\"\\\\\\nname"}', 1],
      ]),
    );
    expect(found.get('titrate_problems')?.samples.get('titrate_problems_total{code="encrypted"}')).toBe(2);
    const seconds = found.get('titrate_step_seconds')?.samples;
    expect(seconds?.get('titrate_step_seconds_count{step="ingest"}')).toBe(2);
    expect(seconds?.get('titrate_step_seconds_sum{step="ingest"}')).toBeCloseTo(61.3);
    expect(seconds?.get('titrate_step_seconds_bucket{le="0.5",step="ingest"}')).toBe(1);
    expect(found.get('titrate_queue_jobs')?.samples).toEqual(
      new Map([
        ['titrate_queue_jobs{queue="ingest",state="waiting"}', 7],
        ['titrate_queue_jobs{queue="ingest",state="active"}', 2],
        ['titrate_queue_jobs{queue="ingest",state="held"}', 0],
      ]),
    );
    expect([...(found.get('titrate_queue_oldest_seconds')?.samples.values() ?? [])]).toEqual([3.5]);
    expect([...(found.get('titrate_dead_letters')?.samples.values() ?? [])]).toEqual([1]);
    expect([...(found.get('titrate_queue_reachable')?.samples.values() ?? [])]).toEqual([1]);
    expect([...(found.get('titrate_resident_bytes')?.samples.values() ?? [])][0]).toBeGreaterThan(1e6);
  });

  it('come without the queue, and say so, while it is away', async () => {
    const [, at] = await open(() => Promise.reject(new Error('away')));
    const found = readOpenMetrics(await (await fetch(`${at}/metrics`)).text());
    expect([...(found.get('titrate_queue_reachable')?.samples.values() ?? [])]).toEqual([0]);
    expect(found.get('titrate_queue_jobs')?.samples.size).toBe(0);
  });

  it('stand beside a sign of life, and nothing else', async () => {
    const [, at] = await open();
    const health = await fetch(`${at}/health`);
    expect([health.status, await health.text()]).toEqual([200, 'ok\n']);
    expect((await fetch(`${at}/etc/passwd`)).status).toBe(404);
  });

  it('are counted without a port as with one', async () => {
    const metrics = await openMetrics({ host: '127.0.0.1', port: 0 }, async () => ({ queues: [], dead: 0 }));
    expect(() => metrics.observe({ step: 'tag', seconds: 1, failure: null })).not.toThrow();
    await metrics.close();
  });

  it('refuse a port that somebody has', async () => {
    const taken = createServer();
    const port = await freePort();
    await new Promise<void>((resolve) => taken.listen(port, '127.0.0.1', resolve));
    onTestFinished(() => void taken.close());
    const opening = openMetrics({ host: '127.0.0.1', port }, async () => ({ queues: [], dead: 0 }));
    await expect(opening).rejects.toThrow(InputError);
    await expect(opening).rejects.toThrow(/expected a free port, got 127\.0\.0\.1:\d+ .*EADDRINUSE/);
  });
});

describe('the reader of OpenMetrics', () => {
  it.each([
    ['no end', '# TYPE a gauge\na 1\n'],
    ['a counter without its suffix', '# TYPE a counter\na 1\n# EOF\n'],
    ['a sample of nobody', 'a 1\n# EOF\n'],
    ['a blank line', '# TYPE a gauge\n\na 1\n# EOF\n'],
    ['a family in two parts', '# TYPE a gauge\na 1\n# TYPE b gauge\nb 1\n# TYPE a gauge\n# EOF\n'],
    ['no number', '# TYPE a gauge\na one\n# EOF\n'],
    ['an open label', '# TYPE a gauge\na{b="c} 1\n# EOF\n'],
    [
      'buckets that shrink',
      '# TYPE a histogram\na_bucket{le="1"} 2\na_bucket{le="+Inf"} 1\na_count 1\n# EOF\n',
    ],
  ])('refuses %s', (_, text) => {
    expect(() => readOpenMetrics(text)).toThrow();
  });
});
