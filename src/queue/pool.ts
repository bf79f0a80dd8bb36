import type { JobResult } from '../model/queue.ts';
import { type Child, type ChildLimits, startChild } from './child.ts';
import type { Reach } from './sealed.ts';

/** How a pool runs its children. */
export type PoolSettings = {
  /** Module that each child process runs; it answers `Request` messages with `Reply` messages. */
  readonly worker: URL;
  /** What its children may reach; null for those that open nothing of strangers. */
  readonly reach: Reach | null;
  /** Sent to every child before its first job. */
  readonly setup: unknown;
  /** Number of child processes at work at a time, at least 1. */
  readonly processes: number;
  /** Most wall-clock seconds for one job. */
  readonly seconds: number;
  /** Resident memory at which a child is stopped, in megabytes. */
  readonly megabytes: number;
  /** Most wall-clock seconds beside these for each page that needs OCR; 0 where left out. */
  readonly pageSeconds?: number;
  /** Pages that all children together may read side by side; as many as `processes` where left out. */
  readonly lanes?: number;
};

/** Child processes that take jobs one at a time each. */
export type Pool = {
  /**
   * Runs one job when a child is free; a job that would kill its process costs itself only. Limits of the job
   * count where they are below the pool's.
   */
  readonly perform: (job: unknown, limits?: ChildLimits) => Promise<JobResult<unknown>>;
  /** Kills every child; what was running never ends. */
  readonly close: () => Promise<void>;
};

/** A child that has grown past this share of its limit is replaced before its next job. */
const recycleShare = 0.6;

/**
 * Opens a pool. A job that failed in a process that had run others before gets a second chance in a
 * fresh one, since the fault may be the process's; a time limit is final at once, since it is dear.
 */
export function openPool(settings: PoolSettings): Pool {
  const idle: (Child | null)[] = Array.from({ length: settings.processes }, () => null);
  const waiting: ((child: Child | null) => void)[] = [];
  const alive = new Set<Child>();
  let closed = false;
  let busy = 0;

  return {
    async perform(job, limits = settings) {
      const within = {
        seconds: Math.min(limits.seconds, settings.seconds),
        megabytes: Math.min(limits.megabytes, settings.megabytes),
        pageSeconds: Math.min(limits.pageSeconds ?? 0, settings.pageSeconds ?? 0),
      };
      let child = await borrow();
      shareAmong(busy + 1);
      try {
        for (;;) {
          child ??= await start();
          const fresh = child.jobs === 0;
          const attempt = await child.perform(job, within, share());
          if (attempt.failure === null) return attempt;
          await discard(child);
          child = null;
          if (closed) return never();
          if (fresh || attempt.failure.kind === 'time_limit') return attempt;
        }
      } finally {
        if (child !== null && isGrown(child, within)) {
          await discard(child);
          child = null;
        }
        giveBack(child);
        shareAmong(busy - 1);
      }
    },
    async close() {
      closed = true;
      await Promise.all([...alive].map(discard));
    },
  };

  /** Pages that each child at work may read side by side. */
  function share(): number {
    return Math.max(1, Math.floor((settings.lanes ?? settings.processes) / Math.max(1, busy)));
  }

  function shareAmong(count: number): void {
    busy = count;
    for (const child of alive) child.share(share());
  }

  function borrow(): Promise<Child | null> {
    const child = idle.pop();
    return child === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(child);
  }

  function giveBack(child: Child | null): void {
    const next = waiting.shift();
    if (next === undefined) idle.push(child);
    else next(child);
  }

  async function start(): Promise<Child> {
    const child = await startChild(settings.worker, settings.setup, settings, settings.reach);
    alive.add(child);
    // Closing may have come while the child was starting.
    if (closed) await discard(child);
    return child;
  }

  async function discard(child: Child): Promise<void> {
    alive.delete(child);
    await child.kill();
  }

  function isGrown(child: Child, { megabytes }: ChildLimits): boolean {
    const used = child.resident();
    return used !== null && used > megabytes * recycleShare;
  }
}

function never(): Promise<never> {
  return new Promise(() => {});
}
