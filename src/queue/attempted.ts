import { setTimeout as wait } from 'node:timers/promises';
import type { JobResult } from '../model/queue.ts';
import { type Attempts, backoff } from './backoff.ts';

/**
 * Tries until there is a result or no attempt is left, waiting longer each time. The wait is this process's
 * own: a time written down for others would depend on their clocks.
 */
export async function attempted<Result>(
  settings: Attempts,
  perform: () => Promise<JobResult<Result>>,
  signal: AbortSignal,
): Promise<JobResult<Result>> {
  for (let attempt = 1; ; attempt++) {
    const answer = await perform();
    if (answer.failure === null || attempt >= settings.attempts) return answer;
    await wait(backoff(settings, attempt), undefined, { signal });
  }
}
