import { readFile } from 'node:fs/promises';
import { openPipeline, type Pipeline } from '../src/app/pipeline.ts';
import { openArtefacts } from '../src/io/artefacts.ts';
import type { DocumentJob } from '../src/model/ports.ts';
import type { Reply, Request } from '../src/queue/child.ts';

/** What the child is asked for: one step, or both where none is named. */
export type ParseJob = DocumentJob & { readonly step?: 'ingest' };

/** The child that does the reading: it may be killed at any moment, and nothing is lost by it. */
let opened: { readonly artefacts: string; readonly pipeline: Pipeline } | null = null;

process.on('message', async (request: Request) => {
  process.send?.(await answer(request));
});

// Without its parent there is nobody to answer.
process.on('disconnect', () => process.exit());

async function answer(request: Request): Promise<Reply> {
  if (request.kind === 'setup') return { kind: 'ready' };
  try {
    const job = request.job as ParseJob;
    const pipeline = pipelineOf(job.artefacts);
    const result = job.step === 'ingest' ? await pipeline.ingest(job) : await pipeline.tag(job);
    return { kind: 'done', result };
  } catch (error) {
    return { kind: 'threw', detail: error instanceof Error ? error.message : String(error) };
  }
}

function pipelineOf(artefacts: string): Pipeline {
  if (opened?.artefacts !== artefacts) {
    const pipeline = openPipeline({
      artefacts: openArtefacts(artefacts),
      readBytes: (path) => readFile(path),
    });
    opened = { artefacts, pipeline };
  }
  return opened.pipeline;
}
