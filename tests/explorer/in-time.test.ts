import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { inTime, partsInTime } from '../../src/explorer/in-time.ts';

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

describe('parts with a limit', () => {
  /** So many parts, and then work without end; says when nobody reads on. */
  const parts = (count: number, ended: () => void = () => {}) =>
    async function* (signal: AbortSignal): AsyncGenerator<number> {
      try {
        for (let at = 0; at < count; at++) yield at;
        await endless(signal);
      } finally {
        ended();
      }
    };
  const few = async function* () {
    yield 1;
    yield 2;
  };

  it('come as they are made, and end as they do', async () => {
    expect(await Array.fromAsync(await partsInTime(never, 60_000, 'ask for less', few))).toEqual([1, 2]);
    const none = await partsInTime(never, 60_000, 'ask for less', async function* () {});
    expect(await Array.fromAsync(none)).toEqual([]);
  });

  it('end with null once their time is over, and are refused where it is before the first', async () => {
    let ends = 0;
    const made = await partsInTime(
      never,
      20,
      'ask for less',
      parts(3, () => ends++),
    );
    expect(await Array.fromAsync(made)).toEqual([0, 1, 2, null]);
    expect(ends).toBe(1);
    await expect(
      partsInTime(
        never,
        1,
        'ask for less',
        parts(0, () => ends++),
      ),
    ).rejects.toMatchObject({
      error: 'busy',
      lines: [expect.stringMatching(/got none yet: ask for less$/)],
    });
    expect(ends).toBe(2);
  });

  it('end where nobody waits any longer or reads on, and give on faults of their own', async () => {
    const asking = new AbortController();
    let ends = 0;
    const made = await partsInTime(
      asking.signal,
      60_000,
      'ask for less',
      parts(1, () => ends++),
    );
    expect((await made.next()).value).toBe(0);
    setTimeout(() => asking.abort(), 1);
    expect((await made.next()).done).toBe(true);
    const left = await partsInTime(
      never,
      60_000,
      'ask for less',
      parts(9, () => ends++),
    );
    await left.next();
    await left.next();
    await left.return(undefined);
    expect(ends).toBe(2);
    const broken = await partsInTime(never, 60_000, 'ask for less', async function* () {
      yield 1;
      throw new Error('broken');
    });
    await expect(Array.fromAsync(broken)).rejects.toThrow('broken');
  });
});
