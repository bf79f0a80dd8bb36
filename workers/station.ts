import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { openLog } from '../src/io/log.ts';
import { openMetrics } from '../src/io/metrics.ts';
import { trust } from '../src/io/trust.ts';
import { ownVersion } from '../src/io/version.ts';
import type { Role } from '../src/model/fleet.ts';
import { check, InputError } from '../src/model/input.ts';
import { WorkerSettings } from '../src/model/worker.ts';
import { queueDepth } from '../src/queue/redis/depth.ts';
import { join, prefixOf, refuseOthers } from '../src/queue/redis/fleet.ts';
import type { Observer, Server } from '../src/queue/redis/serve.ts';

/** A worker that is to stop waits so long for a server that says nothing, in milliseconds. */
const silenceMs = 5_000;

/** What every worker works with. */
export type Station = {
  readonly settings: WorkerSettings;
  readonly broker: { readonly url: string; readonly prefix: string };
  readonly observe: Observer;
  /** Counts the problems of a document by their codes. */
  readonly problems: (codes: readonly string[]) => void;
  /** Logs what is wrong with the server or the way to it. */
  readonly trouble: (detail: string) => void;
};

/**
 * Runs one worker from its environment until it is told to stop: joins the fleet, refuses one of another
 * version, logs, counts, and lets what runs end before it leaves. Exit code 2: it must not run like this.
 */
export async function runWorker(role: Role, serve: (station: Station) => Server): Promise<void> {
  const id = randomUUID();
  const { version, fingerprint } = ownVersion();
  const checked = check(WorkerSettings, process.env);
  if (checked.faults !== null) {
    const lines = checked.faults.map(
      ({ path, expected, found }) => `${path.join('.')}: expected ${expected}, got ${found}`,
    );
    refuse(new InputError(lines));
    return;
  }
  const settings = checked.value;
  // What this process starts, which opens files of strangers, need not know how to reach the fleet.
  delete process.env['TITRATE_REDIS'];
  const broker = { url: settings.TITRATE_REDIS, prefix: prefixOf(fingerprint) };
  const log = openLog(settings.TITRATE_LOG, {
    worker: id,
    role,
    host: hostname(),
    pid: process.pid,
    version,
  });
  try {
    if (settings.TITRATE_REDIS_CA !== '') trust(settings.TITRATE_REDIS_CA);
    const own = { id, role, host: hostname(), pid: process.pid, version, fingerprint };
    await refuseOthers(broker.url, own);
    const membership = await join(broker.url, own);
    const depth = queueDepth(broker);
    const metrics = await openMetrics(
      { host: settings.TITRATE_METRICS_HOST, port: settings.TITRATE_METRICS_PORT },
      depth.ask,
    );
    const server = serve({
      settings,
      broker,
      observe(event) {
        metrics.observe(event);
        const { failure, detail, ...done } = event;
        if (failure === null) log.info({ event: 'done', ...done });
        else log.warn({ event: failure === 'refused' ? 'refused' : 'failed', ...done, failure, detail });
      },
      problems: metrics.problems,
      trouble(detail) {
        log.warn({ event: 'trouble', detail });
      },
    });
    log.info({ event: 'ready', fingerprint });
    await untilTold();
    log.info({ event: 'stopping' });
    const ended = server
      .close()
      .then(() => Promise.all([membership.leave(), metrics.close(), depth.close()]))
      .then(() => true);
    // What runs has as long as it needs, but with nobody to hand it to there is nothing to wait for.
    if (!(await Promise.race([ended, unanswered(depth.ask)]))) {
      log.warn({ event: 'trouble', detail: 'the server is away: what ran here is for another worker' });
    }
    log.info({ event: 'stopped' });
    process.exit(0);
  } catch (error) {
    if (error instanceof InputError) refuse(error);
    else {
      log.error({
        event: 'fault',
        detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
      process.exit(1);
    }
  }
}

function refuse(error: InputError): void {
  for (const line of error.lines) process.stderr.write(`  ${line}\n`);
  process.exit(2);
}

/** Resolves to false once a question has had no answer for long. */
async function unanswered(ask: () => Promise<unknown>): Promise<false> {
  for (;;) {
    const answer = ask().then(
      () => true,
      () => true,
    );
    if (!(await Promise.race([answer, wait(silenceMs, false)]))) return false;
    await wait(1_000);
  }
}

function untilTold(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
    // Started by another process, a worker does not outlive it.
    process.once('disconnect', () => resolve());
  });
}
