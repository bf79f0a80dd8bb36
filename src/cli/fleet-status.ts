import type { Member, QueueDepth } from '../model/fleet.ts';
import type { DeadLetter } from '../model/queue.ts';
import type { Progress, RunSummary } from '../model/summary.ts';
import { openRedisQueue } from '../queue/redis/batches.ts';
import { queueDepth } from '../queue/redis/depth.ts';
import { members } from '../queue/redis/fleet.ts';
import type { RunState } from '../queue/redis/runs.ts';
import { type FleetFlags, fleetOf, serverOf } from './fleet.ts';
import { runState } from './follow.ts';
import type { StudyFlags } from './place.ts';
import { letterLine } from './queue.ts';
import { harmless, say } from './talk.ts';

/** Says who works, what waits, what was given up and, where a study is named, how its run stands. */
export async function sayFleet(
  path: string | undefined,
  flags: StudyFlags & FleetFlags & { json?: true },
): Promise<void> {
  const { broker, version } = serverOf(flags);
  const workers = await members(broker.url);
  const run = path === undefined ? undefined : await runState(path, flags, await fleetOf(flags));
  const queue = openRedisQueue({ ...broker, batch: 1, window: 1 });
  const depth = queueDepth(broker);
  try {
    const [found, deadLetters] = await Promise.all([depth.ask(), queue.deadLetters()]);
    if (flags.json) {
      return say(JSON.stringify({ version, workers, queues: found.queues, deadLetters, run }, null, 2));
    }
    for (const line of [...fleetLines(workers, version.fingerprint), ...queueLines(found)]) say(`  ${line}`);
    for (const line of [...letterLines(deadLetters), ...(run === undefined ? [] : [runLine(run)])]) {
      say(`  ${line}`);
    }
  } finally {
    await Promise.all([queue.close(), depth.close()]);
  }
}

function fleetLines(workers: readonly Member[], own: string): readonly string[] {
  if (workers.length === 0) return ['workers   none: start one with `titrate worker`, on any host'];
  const groups = Map.groupBy(workers, ({ host, version, fingerprint }) =>
    harmless(
      `${host}  version ${version} (${fingerprint.slice(0, 12)})${fingerprint === own ? '' : ', which is not this one'}`,
    ),
  );
  return [
    `workers   ${workers.length}`,
    ...[...groups].toSorted().map(([place, some]) => {
      const parts = Map.groupBy(some, ({ role }) => role);
      return `  ${place}  ${[...parts].map(([role, those]) => `${role} ${those.length}`).join(', ')}`;
    }),
  ];
}

function queueLines({ queues }: QueueDepth): readonly string[] {
  return queues.map(({ queue, waiting, active, held, oldestSeconds, paused }) =>
    [
      `${queue.padEnd(8)}  ${waiting} waiting${waiting === 0 ? '' : ` for up to ${Math.round(oldestSeconds)} s`}`,
      `${active} at work`,
      ...(held === 0 ? [] : [`${held} on the documents of their batch`]),
      ...(paused ? ['paused'] : []),
    ].join(', '),
  );
}

function letterLines(letters: readonly DeadLetter[]): readonly string[] {
  return [`given up  ${letters.length}`, ...letters.map((letter) => `  ${letterLine(letter)}`)];
}

function runLine(run: RunState<Progress, RunSummary> | null): string {
  const begin = 'run of it ';
  switch (run?.state) {
    case undefined:
      return `${begin}none lately, with these options`;
    case 'waiting':
      return `${begin}waits for a report worker`;
    case 'running': {
      if (run.progress === null) return `${begin}under way, no document done yet`;
      const { done, total, failed } = run.progress;
      return `${begin}under way: ${done}/${total} documents, ${failed} of them not in the numbers`;
    }
    case 'done':
      return harmless(`${begin}done: ${run.summary.report}/report.html below the shared root`);
    case 'failed':
      return harmless(`${begin}failed: ${run.reason}`);
  }
}
