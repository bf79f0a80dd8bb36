import { createServer } from 'node:http';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What a worker measures of itself. */
export type Metrics = {
  readonly observe: (event: {
    readonly step: string;
    readonly seconds: number;
    readonly failure: string | null;
  }) => void;
  readonly close: () => Promise<void>;
};

/** What is asked of the queue each time metrics are read. */
export type Depth = {
  readonly waiting: number;
  readonly active: number;
  readonly dead: number;
  /** Age of the oldest waiting job in seconds. */
  readonly oldestSeconds: number;
};

/** Serves `/metrics` in OpenMetrics, and `/health`, on one port; port 0 counts without serving. */
export async function openMetrics(
  place: { readonly host: string; readonly port: number },
  depth: () => Promise<Depth>,
): Promise<Metrics> {
  const registry = new Registry<'application/openmetrics-text; version=1.0.0; charset=utf-8'>();
  registry.setContentType(Registry.OPENMETRICS_CONTENT_TYPE);
  const registers = [registry];
  const durations = new Histogram({
    name: 'titrate_step_seconds',
    help: 'Seconds spent on one document or run, by step',
    labelNames: ['step'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10, 60, 600],
    registers,
  });
  const failures = new Counter({
    name: 'titrate_failures',
    help: 'Documents or runs that failed in all attempts, by step and code',
    labelNames: ['step', 'code'],
    registers,
  });
  const memory = new Gauge({
    name: 'titrate_resident_bytes',
    help: 'Resident memory of this worker',
    registers,
  });
  const jobs = new Gauge({
    name: 'titrate_queue_jobs',
    help: 'Jobs of the fleet by state',
    labelNames: ['state'],
    registers,
  });
  const oldest = new Gauge({
    name: 'titrate_queue_oldest_seconds',
    help: 'Age of the oldest waiting job',
    registers,
  });

  const server = createServer(async (request, response) => {
    if (request.url === '/health') return void response.end('ok\n');
    if (request.url !== '/metrics') return void response.writeHead(404).end();
    const found = await Promise.race([depth().catch(() => null), later(2_000)]);
    if (found !== null) {
      for (const state of ['waiting', 'active', 'dead'] as const) jobs.set({ state }, found[state]);
      oldest.set(found.oldestSeconds);
    }
    memory.set(process.memoryUsage.rss());
    response.setHeader('content-type', registry.contentType);
    response.end(await registry.metrics());
  });
  if (place.port > 0) await new Promise<void>((resolve) => server.listen(place.port, place.host, resolve));

  return {
    observe({ step, seconds, failure }) {
      durations.observe({ step }, seconds);
      if (failure !== null) failures.inc({ step, code: step === 'run' ? 'run' : failure });
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function later(milliseconds: number): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), milliseconds).unref());
}
