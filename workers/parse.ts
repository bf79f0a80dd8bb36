import { readFile } from 'node:fs/promises';
import { openPipeline } from '../src/app/pipeline.ts';
import { openArtefacts } from '../src/io/artefacts.ts';
import type { DocumentJob, Receipt } from '../src/model/ports.ts';
import type { Reply, Request } from '../src/queue/child.ts';

/** The child that does the reading: it may be killed at any moment, and nothing is lost by it. */
export type WorkerSetup = { readonly artefacts: string };

let work: ((job: DocumentJob) => Promise<Receipt>) | null = null;

process.on('message', async (request: Request) => {
  reply(await answer(request));
});

// Without its parent there is nobody to answer.
process.on('disconnect', () => process.exit());

async function answer(request: Request): Promise<Reply> {
  if (request.kind === 'setup') {
    const { artefacts } = request.setup as WorkerSetup;
    work = openPipeline({ artefacts: openArtefacts(artefacts), readBytes: (path) => readFile(path) });
    return { kind: 'ready' };
  }
  try {
    if (work === null) throw new Error('Expected the set-up before the first job');
    return { kind: 'done', result: await work(request.job as DocumentJob) };
  } catch (error) {
    return { kind: 'threw', detail: error instanceof Error ? error.message : String(error) };
  }
}

function reply(message: Reply): void {
  process.send?.(message);
}
