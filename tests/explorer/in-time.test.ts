import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { inTime } from '../../src/explorer/in-time.ts';

const never = new AbortController().signal;

/** Work that goes on until it is told to end. */
async function endless(signal: AbortSignal): Promise<never> {
  for (;;) {
    await setImmediate();
    signal.throwIfAborted();
  }
}

describe('work with a limit', () => {
  it('gives what it comes to, and its own faults', async () => {
    expect(await inTime(never, 60_000, 'ask for less', async () => 7)).toBe(7);
    await expect(
      inTime(never, 60_000, 'ask for less', () => Promise.reject(new Error('broken'))),
    ).rejects.toThrow('broken');
  });

  it('ends after its time, and says what to do', async () => {
    await expect(inTime(never, 1, 'ask for less', endless)).rejects.toMatchObject({
      error: 'busy',
      lines: [expect.stringMatching(/within 0 seconds, got none yet: ask for less$/)],
    });
  });

  it('ends when nobody waits any longer', async () => {
    const asking = new AbortController();
    const working = inTime(asking.signal, 60_000, 'ask for less', endless);
    asking.abort();
    await expect(working).rejects.toMatchObject({
      error: 'busy',
      lines: [expect.stringMatching(/found nobody/)],
    });
  });
});
