import { setTimeout as wait } from 'node:timers/promises';

/** How long a server that cannot take anything now is left alone before the next try, in milliseconds. */
const restMs = 500;

/**
 * Does something on the server, again and again as long as the server only cannot now: its memory or disk is full, it
 * is loading, or the connection broke in the middle. Rejects with any other error, and when the signal is aborted.
 */
export async function patient<Result>(action: () => Promise<Result>, stop: AbortSignal): Promise<Result> {
  for (;;) {
    stop.throwIfAborted();
    try {
      return await action();
    } catch (error) {
      if (!isPassing(error)) throw error;
      await wait(restMs, undefined, { signal: stop });
    }
  }
}

/** Whether an error is one of the server's state or of the connection, and no fault of what was asked. */
function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  // A transaction is given up for the errors of its commands, which stand beside it.
  const causes = 'previousErrors' in error && Array.isArray(error.previousErrors) ? error.previousErrors : [];
  return (
    /^(OOM|MISCONF|LOADING|READONLY|CLUSTERDOWN|TRYAGAIN) /.test(error.message) ||
    /Connection is closed|aborted due to connection close/.test(error.message) ||
    causes.some(isPassing)
  );
}
