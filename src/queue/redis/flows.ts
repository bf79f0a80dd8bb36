import { randomUUID } from 'node:crypto';
import type { FlowProducer, Queue } from 'bullmq';
import type { QueuedJob } from '../../model/queue.ts';
import { queueNames } from './names.ts';
import { patient } from './patient.ts';

/** Ended batches that are kept at most. A batch goes when its end is read; these are of submitters that died. */
const kept = { count: 200 };

/**
 * Hands a batch over and gives its id: a tagging job that waits for its children, each of which ingests one
 * document. Waits as long as the server cannot take it.
 */
export async function submitBatch(
  flows: FlowProducer,
  jobs: readonly QueuedJob[],
  stop: AbortSignal,
): Promise<string> {
  const jobId = randomUUID();
  const flow = {
    name: 'batch',
    queueName: queueNames.tag,
    data: { jobs },
    opts: { jobId, removeOnComplete: kept, removeOnFail: kept },
    children: jobs.map((job, place) => ({
      name: 'document',
      queueName: queueNames.ingest,
      data: { job },
      opts: {
        jobId: `${jobId}-${place}`,
        ignoreDependencyOnFailure: true,
        removeOnComplete: true,
        removeOnFail: true,
      },
    })),
  };
  await patient(() => flows.add(flow), stop);
  return jobId;
}

/** Takes back what no worker has begun; what runs ends by itself and harms nobody. */
export async function withdrawBatch(tag: Queue, ingest: Queue, id: string): Promise<void> {
  const job = await tag.getJob(id).catch(() => undefined);
  const children = (await job?.getDependencies().catch(() => null))?.unprocessed ?? [];
  for (const key of children) {
    await ingest.remove(key.slice(key.lastIndexOf(':') + 1)).catch(() => 0);
  }
  await job?.remove().catch(() => {});
}
