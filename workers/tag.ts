import { availableParallelism } from 'node:os';
import { reader } from '../src/compose/engines.ts';
import type { Receipt } from '../src/model/ports.ts';
import type { JobResult } from '../src/model/queue.ts';
import { openPool } from '../src/queue/pool.ts';
import { serveTag } from '../src/queue/redis/serve.ts';
import { atHome, fleetJob } from './job.ts';
import { runWorker } from './station.ts';

/**
 * Tags the passages of whole batches of ingested documents, each document in a child process that can be killed: here
 * too a document may be poison, and a document whose passages are gone from the store is read again.
 */
await runWorker('tag', ({ settings, broker, observe, trouble, problems }) => {
  const pool = openPool({
    ...reader([settings.TITRATE_ROOT], [settings.TITRATE_ROOT], { engine: 'auto' }),
    processes: settings.TITRATE_CONCURRENCY,
    seconds: settings.TITRATE_SECONDS,
    megabytes: settings.TITRATE_MEGABYTES,
    pageSeconds: settings.TITRATE_SECONDS,
    lanes: Math.max(settings.TITRATE_CONCURRENCY, availableParallelism()),
  });
  const server = serveTag(
    {
      ...broker,
      concurrency: 1,
      documents: settings.TITRATE_CONCURRENCY,
      attempts: settings.TITRATE_ATTEMPTS,
      backoffMs: settings.TITRATE_BACKOFF_MS,
      lockMs: settings.TITRATE_LOCK_MS,
      observe,
      trouble,
    },
    fleetJob,
    async (job) => {
      const home = await atHome(settings.TITRATE_ROOT, job);
      const answer = (await pool.perform(home, job.limits)) as JobResult<Receipt>;
      if (answer.failure === null) problems(answer.result.problems.map(({ code }) => code));
      return answer;
    },
  );
  return {
    async close() {
      await server.close();
      await pool.close();
    },
  };
});
