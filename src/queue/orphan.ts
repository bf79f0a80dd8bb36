import { isMainThread, Worker, workerData } from 'node:worker_threads';

const lookEveryMs = 1_000;

/**
 * Ends this process soon after its parent has died, even where it is too busy to hear of it: nobody is left
 * to stop it. A thread of its own looks, since the main one may never come back from a poison document.
 */
export function dieWithParent(): void {
  new Worker(new URL(import.meta.url), { workerData: { parent: process.ppid } }).unref();
}

if (!isMainThread && typeof workerData?.parent === 'number') {
  const { parent } = workerData;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
  }, lookEveryMs);
}
