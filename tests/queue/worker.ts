import { appendFileSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { QueuedJob } from '../../src/model/queue.ts';
import type { Reply, Request } from '../../src/queue/child.ts';

/** A job that says what its worker should do, for better or worse. */
export type Deed = QueuedJob & { readonly deed: string; readonly count?: number };

/** What a good deed gives. */
export type Done = { readonly id: string; readonly pid: number; readonly served: number };

const hoard: Buffer[] = [];
const lanes: number[] = [];
let served = 0;
let folder = '';

process.on('message', async (request: Request) => {
  if (request.kind === 'setup') {
    folder = String(request.setup);
    return send({ kind: 'ready' });
  }
  if (request.kind === 'lanes') {
    lanes.push(request.lanes);
    return;
  }
  const { id, deed, count = 0 } = request.job as Deed;
  served++;
  // A trace of every time that a job was begun, which outlives this process.
  appendFileSync(join(folder, 'begun'), `${id}\n`);
  switch (deed) {
    case 'throw':
      return send({ kind: 'threw', detail: 'thrown on purpose' });
    case 'exit':
      return process.exit(7);
    case 'hang':
      return;
    case 'spin':
      for (;;) Math.sqrt(2);
    case 'hoard':
      for (;;) {
        hoard.push(Buffer.alloc(20_000_000, 1));
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    case 'grow':
      hoard.push(Buffer.alloc(count, 1));
      break;
    case 'pages':
      // As long as told to be slow, having said that there are some pages to be read.
      send({ kind: 'pages', pages: 5 });
      await new Promise((resolve) => setTimeout(resolve, count));
      return send({ kind: 'done', result: { id, pid: process.pid, served, lanes } });
    case 'late':
      return send({ kind: 'late', seconds: 3 });
    case 'engine-missing':
      return send({ kind: 'engine_missing', detail: 'expected one' });
    case 'slow':
      await new Promise((resolve) => setTimeout(resolve, count));
      break;
    case 'fail-unless-first':
      if (served > 1) process.exit(9);
      break;
    case 'fail-once': {
      const tried = join(folder, `tried-${id}`);
      if (!existsSync(tried)) {
        writeFileSync(tried, '');
        return send({ kind: 'threw', detail: 'the first time fails' });
      }
    }
  }
  return send({ kind: 'done', result: { id, pid: process.pid, served } satisfies Done });
});

process.on('disconnect', () => process.exit());

function send(reply: Reply): void {
  process.send?.(reply);
}
