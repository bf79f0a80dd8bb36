import { Refused } from './refused.ts';

/**
 * Work that ends when nobody waits for it any longer, or after so many milliseconds, with what to do about it. It has to look
 * at the signal itself: nothing else runs while a statement does.
 */
export async function inTime<T>(
  asking: AbortSignal,
  milliseconds: number,
  remedy: string,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const limit = AbortSignal.timeout(milliseconds);
  try {
    return await work(AbortSignal.any([asking, limit]));
  } catch (error) {
    if (asking.aborted) throw new Refused('busy', 'expected somebody to wait for this, found nobody');
    if (!limit.aborted) throw error;
    const seconds = Math.round(milliseconds / 1000);
    throw new Refused('busy', `expected an answer within ${seconds} seconds, got none yet: ${remedy}`);
  }
}
