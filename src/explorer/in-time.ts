import { Refused } from './refused.ts';

/** How long an answer may take at most, in milliseconds: a page, and all parts of a table together. */
export const longest = { page: 10_000, table: 60_000 };

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
    throw late(milliseconds, remedy);
  }
}

/**
 * Parts of an answer one after another for as long as work on them takes so many milliseconds together; how long whoever reads
 * takes does not count. Then the last one is null. What has no first part by then is refused, with what to do about it; of what
 * nobody waits for no more is made.
 */
export async function partsInTime<T>(
  asking: AbortSignal,
  milliseconds: number,
  remedy: string,
  make: (signal: AbortSignal) => AsyncGenerator<T>,
): Promise<AsyncGenerator<T | null>> {
  const parts = whileTime(asking, milliseconds, make);
  const first = await parts.next();
  if (first.done !== true && first.value === null) throw late(milliseconds, remedy);
  return (async function* () {
    if (first.done === true) return;
    yield first.value;
    yield* parts;
  })();
}

async function* whileTime<T>(
  asking: AbortSignal,
  milliseconds: number,
  make: (signal: AbortSignal) => AsyncGenerator<T>,
): AsyncGenerator<T | null> {
  const spent = new AbortController();
  const parts = make(AbortSignal.any([asking, spent.signal]));
  let left = milliseconds;
  try {
    for (;;) {
      const began = performance.now();
      const bell = setTimeout(() => spent.abort(), left);
      const next = await parts.next().finally(() => clearTimeout(bell));
      left = Math.max(0, left - (performance.now() - began));
      if (next.done === true) return;
      yield next.value;
    }
  } catch (error) {
    if (!asking.aborted && !spent.signal.aborted) throw error;
    if (!asking.aborted) yield null;
  } finally {
    await parts.return(undefined);
  }
}

function late(milliseconds: number, remedy: string): Refused {
  const seconds = Math.round(milliseconds / 1000);
  return new Refused('busy', `expected an answer within ${seconds} seconds, got none yet: ${remedy}`);
}
