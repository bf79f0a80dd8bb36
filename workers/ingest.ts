import { availableParallelism } from 'node:os';
import { reader } from '../src/compose/engines.ts';
import { openPool } from '../src/queue/pool.ts';
import { serveIngest } from '../src/queue/redis/serve.ts';
import { atHome, fleetJob } from './job.ts';
import { runWorker } from './station.ts';

/** Reads documents and cuts them into passages, each in a child process that can be killed. */
await runWorker('ingest', ({ settings, broker, observe, trouble }) => {
  const pool = openPool({
    ...reader([settings.TITRATE_ROOT], [settings.TITRATE_ROOT], { engine: 'auto' }),
    processes: settings.TITRATE_CONCURRENCY,
    seconds: settings.TITRATE_SECONDS,
    megabytes: settings.TITRATE_MEGABYTES,
    pageSeconds: settings.TITRATE_SECONDS,
    lanes: Math.max(settings.TITRATE_CONCURRENCY, availableParallelism()),
  });
  const server = serveIngest(
    {
      ...broker,
      concurrency: settings.TITRATE_CONCURRENCY,
      attempts: settings.TITRATE_ATTEMPTS,
      backoffMs: settings.TITRATE_BACKOFF_MS,
      lockMs: settings.TITRATE_LOCK_MS,
      observe,
      trouble,
    },
    fleetJob,
    async (job) =>
      pool.perform({ ...(await atHome(settings.TITRATE_ROOT, job)), step: 'ingest' }, job.limits),
  );
  return {
    async close() {
      await server.close();
      await pool.close();
    },
  };
});
