import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { drawPage } from '../src/app/draw.ts';
import { png } from '../src/io/png.ts';
import type { DrawingJob, Drawn } from '../src/model/drawing.ts';
import type { Reply, Request } from '../src/queue/child.ts';
import '../src/queue/silence.ts';
import { dieWithParent } from '../src/queue/orphan.ts';

/** The child that draws pages: like the one that reads them it may be killed at any moment. */
process.on('message', async (request: Request) => {
  if (request.kind === 'lanes') return;
  const reply = await answer(request);
  // A parent that has died meanwhile needs no answer.
  process.send?.(reply, () => {});
});

process.on('disconnect', () => process.exit());
dieWithParent();

async function answer(request: Exclude<Request, { kind: 'lanes' }>): Promise<Reply> {
  if (request.kind === 'setup') return { kind: 'ready' };
  try {
    return { kind: 'done', result: await drawn(request.job as DrawingJob) };
  } catch (error) {
    return { kind: 'threw', detail: error instanceof Error ? error.message : String(error) };
  }
}

/** What is drawn are the very bytes that were held against the hash: a file may change between two looks at it. */
async function drawn({ path, hash, page, width, password }: DrawingJob): Promise<Drawn> {
  const bytes = await readFile(path);
  if (createHash('sha256').update(bytes).digest('hex') !== hash) return { kind: 'changed' };
  const picture = await drawPage(bytes, page, width, password);
  return typeof picture === 'string'
    ? { kind: picture }
    : { kind: 'png', bytes: new Uint8Array(png(picture)) };
}
