import type { Reply, Request } from './child.ts';
import { dieWithParent } from './orphan.ts';

/** Makes this process a child of a pool that needs no set-up: each job is answered with what `perform` gives or throws. */
export function servePool(perform: (job: unknown) => unknown): void {
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
      return { kind: 'done', result: await perform(request.job) };
    } catch (error) {
      return { kind: 'threw', detail: error instanceof Error ? error.message : String(error) };
    }
  }
}
