import type { DocumentJob } from '../src/model/ports.ts';
import type { Reply, Request } from '../src/queue/child.ts';
import '../src/queue/silence.ts';
import { dieWithParent } from '../src/queue/orphan.ts';
import { pipelineOf } from './pipelines.ts';

/** The child that does the reading: it may be killed at any moment, and nothing is lost by it. */
process.on('message', async (request: Request) => {
  const reply = await answer(request);
  // A parent that has died meanwhile needs no answer.
  process.send?.(reply, () => {});
});

// In damaged files pdf.js gives up promises of its own. What a job comes to is told by the one that is awaited here.
process.on('unhandledRejection', () => {});

// Without its parent there is nobody to answer.
process.on('disconnect', () => process.exit());
dieWithParent();

async function answer(request: Request): Promise<Reply> {
  if (request.kind === 'setup') return { kind: 'ready' };
  try {
    // One step where one is named, the whole way where none is.
    const { step, ...job } = request.job as DocumentJob & { readonly step?: 'ingest' };
    const pipeline = pipelineOf(job.artefacts);
    return { kind: 'done', result: await (step === 'ingest' ? pipeline.ingest(job) : pipeline.tag(job)) };
  } catch (error) {
    return { kind: 'threw', detail: error instanceof Error ? error.message : String(error) };
  }
}
