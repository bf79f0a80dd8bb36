import type { Request } from '../../src/queue/child.ts';

/** Stands for a page that is never drawn: it takes the job and does not come back. */
process.on('message', (request: Request) => {
  if (request.kind === 'setup') process.send?.({ kind: 'ready' });
  else for (;;);
});
process.on('disconnect', () => process.exit());
