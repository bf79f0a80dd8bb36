import { createServer } from 'node:http';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { QueueDepth } from '../model/fleet.ts';
import { InputError } from '../model/input.ts';

/** What a worker measures of itself. */
export type Metrics = {
  readonly observe: (event: {
    readonly step: string;
    readonly seconds: number;
    readonly failure: string | null;
  }) => void;
  /** Counts what went wrong with documents that were read all the same, by problem code. */
  readonly problems: (codes: readonly string[]) => void;
  readonly close: () => Promise<void>;
};

/** How long a queue may take to say how deep it is; what it said before stands until then. */
const depthMs = 2_000;

/**
 * Serves `/metrics` in OpenMetrics, and `/health`, on one port; port 0 counts without serving. Throws an
 * InputError where the port is not to be had.
 */
export async function openMetrics(
  place: { readonly host: string; readonly port: number },
  depth: () => Promise<QueueDepth>,
): Promise<Metrics> {
  const registry = new Registry<'application/openmetrics-text; version=1.0.0; charset=utf-8'>();
  registry.setContentType(Registry.OPENMETRICS_CONTENT_TYPE);
  const registers = [registry];
  const durations = new Histogram({
    name: 'titrate_step_seconds',
    help: 'Seconds spent on one document or run, by step',
    labelNames: ['step'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10, 60, 600, 3600],
    registers,
  });
  const failures = new Counter({
    name: 'titrate_failures',
    help: 'Documents or runs that failed in all attempts, by step and code',
    labelNames: ['step', 'code'],
    registers,
  });
  const problems = new Counter({
    name: 'titrate_problems',
    help: 'Problems of documents that were tagged, by code',
    labelNames: ['code'],
    registers,
  });
  const memory = new Gauge({
    name: 'titrate_resident_bytes',
    help: 'Resident memory of this worker, without the processes that parse for it',
    registers,
  });
  const jobs = new Gauge({
    name: 'titrate_queue_jobs',
    help: 'Jobs of the fleet, by queue and state',
    labelNames: ['queue', 'state'],
    registers,
  });
  const oldest = new Gauge({
    name: 'titrate_queue_oldest_seconds',
    help: 'Age of the oldest waiting job, by queue',
    labelNames: ['queue'],
    registers,
  });
  const dead = new Gauge({ name: 'titrate_dead_letters', help: 'Documents given up', registers });
  const known = new Gauge({
    name: 'titrate_queue_reachable',
    help: '1 where the queue told its depth just now, 0 where the depth told here is an old one',
    registers,
  });

  const server = createServer(async (request, response) => {
    if (request.url === '/health') return void response.end('ok\n');
    if (request.url !== '/metrics') return void response.writeHead(404).end();
    const found = await Promise.race([depth().catch(() => null), later(depthMs)]);
    known.set(found === null ? 0 : 1);
    if (found !== null) tell(found);
    memory.set(process.memoryUsage.rss());
    response.setHeader('content-type', registry.contentType);
    response.end(await registry.metrics());
  });
  if (place.port > 0) {
    await new Promise<void>((resolve, reject) => {
      server.once('error', ({ message }) =>
        reject(
          new InputError([
            `--metrics-port: expected a free port, got ${place.host}:${place.port} (${message}): name another`,
          ]),
        ),
      );
      server.listen(place.port, place.host, resolve);
    });
  }

  return {
    observe({ step, seconds, failure }) {
      durations.observe({ step }, seconds);
      if (failure !== null) failures.inc({ step, code: failure });
    },
    problems(codes) {
      for (const code of codes) problems.inc({ code });
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };

  function tell(found: QueueDepth): void {
    for (const { queue, waiting, active, held, oldestSeconds } of found.queues) {
      jobs.set({ queue, state: 'waiting' }, waiting);
      jobs.set({ queue, state: 'active' }, active);
      jobs.set({ queue, state: 'held' }, held);
      oldest.set({ queue }, oldestSeconds);
    }
    dead.set(found.dead);
  }
}

function later(milliseconds: number): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), milliseconds).unref());
}
