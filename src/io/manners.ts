import { setTimeout as sleep } from 'node:timers/promises';
import type { FetchFailure, Gate } from './fetch.ts';
import type { Rules } from './robots.ts';

/** Time, so that a test need not wait. */
export type Clock = {
  /** Milliseconds since some moment. */
  readonly now: () => number;
  /** Waits so many milliseconds; rejects with an AbortError where the signal comes first. */
  readonly wait: (ms: number, signal: AbortSignal | undefined) => Promise<void>;
};

/** The clock of this machine. */
export const machineClock: Clock = {
  now: () => performance.now(),
  wait: async (ms, signal) => {
    await sleep(ms, undefined, signal === undefined ? {} : { signal });
  },
};

/** How to behave towards hosts: `gate` gives turns, `hold` lets a host rest. */
export type Manners = {
  readonly gate: Gate;
  /** Lets nobody ask a host for so many seconds. */
  readonly hold: (origin: string, seconds: number) => void;
};

/** Least seconds between the end of one request to a host and the next. */
const leastSeconds = 1;
/** A host that wants longer pauses than this does not want to be asked by programs. */
const mostSeconds = 120;

type HostState = { turn: Promise<void>; free: number; readonly rules: Map<string, Rules> };

/**
 * One request at a time for each host, with a pause after it: a second, or what the host's `robots.txt` asks for. That
 * file is read once, before the first request, and obeyed.
 */
export function openManners(
  clock: Clock,
  robots: (origin: string, signal: AbortSignal | undefined) => Promise<Rules>,
): Manners {
  const hosts = new Map<string, HostState>();

  const gate: Gate = async (url, signal) => {
    const host = stateOf(url.host);
    let rules: Rules | undefined;
    const before = host.turn;
    let leave = () => {};
    host.turn = new Promise((done) => {
      leave = done;
    });
    try {
      await before;
      signal?.throwIfAborted();
      rules = host.rules.get(url.origin);
      if (rules === undefined) {
        await pause(host, signal);
        rules = await robots(url.origin, signal);
        host.rules.set(url.origin, rules);
        rest(host, pauseOf(rules));
      }
      const refusal = refusalOf(rules, url);
      if (refusal !== null) {
        leave();
        return refusal;
      }
      await pause(host, signal);
    } catch (error) {
      leave();
      throw error;
    }
    return {
      code: 'pass',
      leave: () => {
        rest(host, pauseOf(rules));
        leave();
      },
    };
  };

  return { gate, hold: (origin, seconds) => rest(stateOf(URL.parse(origin)?.host ?? origin), seconds) };

  async function pause(host: HostState, signal: AbortSignal | undefined): Promise<void> {
    const left = host.free - clock.now();
    if (left > 0) await clock.wait(left, signal);
  }

  function rest(host: HostState, seconds: number): void {
    host.free = Math.max(host.free, clock.now() + seconds * 1000);
  }

  /** With or without TLS it is the same host; on another port it may be another. */
  function stateOf(name: string): HostState {
    const known = hosts.get(name);
    if (known !== undefined) return known;
    const state: HostState = { turn: Promise.resolve(), free: 0, rules: new Map() };
    hosts.set(name, state);
    return state;
  }
}

function pauseOf(rules: Rules | undefined): number {
  return rules?.code === 'rules' ? Math.max(leastSeconds, rules.delaySeconds) : leastSeconds;
}

function refusalOf(rules: Rules, url: URL): FetchFailure | null {
  if (rules.code === 'closed') return { code: 'not_fetched', detail: rules.detail, again: null };
  const isWelcome = rules.allows(url) && rules.delaySeconds <= mostSeconds;
  return isWelcome ? null : { code: 'robots_refused', host: url.host };
}
