import type { Clock } from '../../src/io/manners.ts';

/** A clock whose time passes only by waiting; `waits` holds how long was waited, in milliseconds. */
export function fakeClock(): Clock & { readonly waits: number[] } {
  let time = 1_000_000;
  const waits: number[] = [];
  return {
    waits,
    now: () => time,
    wait: async (ms, signal) => {
      signal?.throwIfAborted();
      waits.push(ms);
      time += ms;
    },
  };
}
