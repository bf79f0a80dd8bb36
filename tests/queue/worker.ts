import type { Reply, Request } from '../../src/queue/embedded.ts';

/** A worker that does what its job says, for better or worse. */
export type Deed = { readonly id: number; readonly deed: string; readonly count?: number };

const hoard: Buffer[] = [];
let served = 0;

process.on('message', async (request: Request) => {
  if (request.kind === 'setup') return send({ kind: 'ready' });
  const { id, deed, count = 0 } = request.job as Deed;
  served++;
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
    case 'fail-unless-first':
      if (served > 1) process.exit(9);
  }
  return send({ kind: 'done', result: { id, pid: process.pid, served } });
});

function send(reply: Reply): void {
  process.send?.(reply);
}
