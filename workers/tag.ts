import type { JobResult, Receipt } from '../src/model/ports.ts';
import { serveTag } from '../src/queue/redis/serve.ts';
import { atHome, fleetJob } from './job.ts';
import { pipelineOf } from './pipelines.ts';
import { runWorker } from './station.ts';

/** Tags the passages of whole batches of ingested documents; opens no document itself. */
await runWorker('tag', ({ settings, broker, observe }) =>
  serveTag(
    {
      ...broker,
      concurrency: 1,
      attempts: settings.TITRATE_ATTEMPTS,
      backoffMs: settings.TITRATE_BACKOFF_MS,
      observe,
    },
    fleetJob,
    async (sent): Promise<JobResult<Receipt>> => {
      try {
        const job = await atHome(settings.TITRATE_ROOT, sent);
        return { result: await pipelineOf(job.artefacts).tag(job), failure: null };
      } catch (error) {
        const detail = error instanceof Error ? error.message : String(error);
        return { result: null, failure: { kind: 'crashed', detail } };
      }
    },
  ),
);
