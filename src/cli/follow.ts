import { join } from 'node:path';
import { belowRoot } from '../io/confine.ts';
import { openStudy } from '../io/study.ts';
import type { RunRequest } from '../model/fleet.ts';
import type { Progress, RunSummary } from '../model/summary.ts';
import { members, refuseOthers } from '../queue/redis/fleet.ts';
import { openRuns, type RunState, runId } from '../queue/redis/runs.ts';
import { type Fleet, type FleetFlags, fleetOf } from './fleet.ts';
import { optionsOf, type StudyFlags } from './place.ts';
import { openProgress } from './progress.ts';
import { exitCodes, say, tell } from './talk.ts';

type FollowFlags = StudyFlags &
  FleetFlags & { readonly json?: true; readonly quiet?: true; readonly strict?: true };

/** Asks a fleet for a run and follows it to its end, or to the closing of the terminal. */
export async function runOnFleet(path: string, flags: FollowFlags): Promise<number> {
  const fleet = await fleetOf(flags);
  await refuseOthers(fleet.broker.url, fleet.version);
  const request = await requestOf(path, flags, fleet);
  const runs = openRuns<Progress, RunSummary>(fleet.broker);
  try {
    return await follow(await runs.submit(request), path, flags, fleet, runs);
  } finally {
    await runs.close();
  }
}

/** Takes up a run that somebody asked for. */
export async function attach(path: string, flags: FollowFlags): Promise<number> {
  const fleet = await fleetOf(flags);
  const runs = openRuns<Progress, RunSummary>(fleet.broker);
  try {
    return await follow(runId(await requestOf(path, flags, fleet)), path, flags, fleet, runs);
  } finally {
    await runs.close();
  }
}

/** How the run of a study stands on a fleet; null where none was asked for lately. */
export async function runState(
  path: string,
  flags: FollowFlags,
  fleet: Fleet,
): Promise<RunState<Progress, RunSummary> | null> {
  const runs = openRuns<Progress, RunSummary>(fleet.broker);
  try {
    return await runs.state(runId(await requestOf(path, flags, fleet)));
  } finally {
    await runs.close();
  }
}

async function follow(
  id: string,
  path: string,
  flags: FollowFlags,
  { broker, root }: Fleet,
  runs: ReturnType<typeof openRuns<Progress, RunSummary>>,
): Promise<number> {
  const leave = new AbortController();
  const onInterrupt = () => leave.abort();
  process.once('SIGINT', onInterrupt).once('SIGTERM', onInterrupt);
  const progress = openProgress(flags.quiet === true);
  if ((await members(broker.url)).length === 0) {
    tell(
      '  no worker is at work: start one with `titrate worker`, here or on any host; the run waits for it',
    );
  }
  try {
    const end = await runs.follow(
      id,
      (now) => {
        if (now.state === 'running' && now.progress !== null) progress.update(now.progress);
      },
      leave.signal,
    );
    progress.stop();
    if (end.state !== 'done') {
      tell(`  the run failed: ${end.state === 'failed' ? end.reason : end.state}`);
      return exitCodes.fault;
    }
    show(end.summary, join(root, end.summary.report), flags);
    return flags.strict && end.summary.missing !== null ? exitCodes.incomplete : exitCodes.done;
  } catch (error) {
    if (!leave.signal.aborted) throw error;
    progress.stop();
    tell(`  left: the run goes on; \`titrate attach ${path}\` takes it up again`);
    return exitCodes.interrupted;
  } finally {
    process.off('SIGINT', onInterrupt).off('SIGTERM', onInterrupt);
  }
}

function show({ findings, lines, missing }: RunSummary, report: string, flags: FollowFlags): void {
  if (flags.json) say(JSON.stringify({ report, findings, missing }, null, 2));
  else if (flags.quiet) say(`${report}/report.html`);
  else {
    say('');
    for (const line of lines) say(`  ${line}`);
    say('');
    if (missing !== null) say(`  ${missing}`);
    say(`  report   ${report}/report.html`);
  }
}

async function requestOf(path: string, flags: StudyFlags, { root }: Fleet): Promise<RunRequest> {
  const options = optionsOf(flags);
  // Opened here too, so that a faulty study is told of at once and to the person who can mend it.
  const place = await openStudy(path, options);
  return {
    study: belowRoot(root, path),
    output: belowRoot(root, place.output),
    state: belowRoot(root, place.state),
    documentsRoots: (options.documentsRoot ?? []).map((folder) => belowRoot(root, folder)),
    ...(options.contrast === undefined ? {} : { contrast: options.contrast }),
    startedAt: new Date().toISOString(),
  };
}
