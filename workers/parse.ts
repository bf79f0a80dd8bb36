import type { DocumentJob } from '../src/model/ports.ts';
import {
  type OcrPlan,
  type Recogniser,
  RecogniserMissing,
  RecognitionTimeout,
} from '../src/model/recognition.ts';
import type { Reply, Request } from '../src/queue/child.ts';
import '../src/queue/silence.ts';
import { dieWithParent } from '../src/queue/orphan.ts';
import { pipelineOf } from './pipelines.ts';

/** Megabytes that its parent lets the job of now have. */
let megabytes = 0;
/** Pages that it may read side by side, as its parent said last, and who waits for that to be said. */
let lanes = 1;
let told: () => void = () => {};

/** The child that does the reading: it may be killed at any moment, and nothing is lost by it. */
process.on('message', async (request: Request) => {
  if (request.kind === 'lanes') {
    lanes = request.lanes;
    told();
    return;
  }
  say(await answer(request));
});

// In damaged files pdf.js gives up promises of its own. What a job comes to is told by the one that is awaited here.
process.on('unhandledRejection', () => {});

// Without its parent there is nobody to answer.
process.on('disconnect', () => process.exit());
dieWithParent();

function say(reply: Reply): void {
  // A parent that has died meanwhile needs no answer.
  process.send?.(reply, () => {});
}

async function answer(request: Exclude<Request, { kind: 'lanes' }>): Promise<Reply> {
  if (request.kind === 'setup') return { kind: 'ready' };
  try {
    // One step where one is named, the whole way where none is.
    const { step, ...job } = request.job as DocumentJob & { readonly step?: 'ingest' };
    megabytes = request.megabytes;
    const pipeline = pipelineOf(job.artefacts, recogniserFor);
    return { kind: 'done', result: await (step === 'ingest' ? pipeline.ingest(job) : pipeline.tag(job)) };
  } catch (error) {
    if (error instanceof RecognitionTimeout) return { kind: 'late', seconds: error.seconds };
    if (error instanceof RecogniserMissing) return { kind: 'engine_missing', detail: error.message };
    return { kind: 'threw', detail: error instanceof Error ? error.message : String(error) };
  }
}

/** Says how many pages there are to read, and waits to hear how many of them at a time. */
async function recogniserFor(plan: OcrPlan, pages: number): Promise<Recogniser> {
  const heard = new Promise<void>((resolve) => {
    told = resolve;
  });
  say({ kind: 'pages', pages });
  await heard;
  const { openRecogniser } = await import('../src/io/ocr/recogniser.ts');
  return openRecogniser(plan, { seconds: plan.seconds, megabytes, lanes: () => lanes });
}
