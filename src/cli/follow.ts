import { join, resolve } from 'node:path';
import { belowRoot, followed } from '../io/confine.ts';
import { openStudy } from '../io/study.ts';
import type { RunRequest } from '../model/fleet.ts';
import { InputError } from '../model/input.ts';
import { describe } from '../model/problem.ts';
import type { Progress, RunSummary } from '../model/summary.ts';
import { shownAddress } from '../queue/redis/connection.ts';
import { members, refuseOthers } from '../queue/redis/fleet.ts';
import { openRuns, type RunState, runId } from '../queue/redis/runs.ts';
import { type FetchFlags, fetchingOf } from './fetching.ts';
import { type Fleet, type FleetFlags, fleetOf } from './fleet.ts';
import { onInterrupt } from './interrupts.ts';
import { optionsOf, type StudyFlags } from './place.ts';
import { openProgress } from './progress.ts';
import { exitCodes, harmless, say, tell } from './talk.ts';

/** A server that has said nothing for so long is told to be away, in milliseconds. */
const silenceMs = 6_000;

type FollowFlags = StudyFlags &
  FleetFlags &
  FetchFlags & { readonly json?: true; readonly quiet?: true; readonly strict?: true };

/** What is shown of a run that is done; the report's folder is on this host. */
type Show = (summary: RunSummary, report: string, flags: FollowFlags) => void;

/** Asks a fleet for a run and follows it to its end, or to the closing of the terminal. */
export async function runOnFleet(path: string, flags: FollowFlags, onDone: Show = show): Promise<number> {
  const fleet = await fleetOf(flags);
  await refuseOthers(fleet.broker.url, fleet.version);
  const request = await requestOf(path, flags, fleet);
  if (flags.allowHost !== undefined) await fetchHere(path, flags);
  const runs = openRuns<Progress, RunSummary>(fleet.broker);
  try {
    return await follow(await runs.submit(request), path, flags, fleet, runs, onDone);
  } finally {
    await runs.close();
  }
}

/** Fetches what addresses name to where the workers find it, so that they need no network. */
async function fetchHere(path: string, flags: FollowFlags): Promise<void> {
  const options = { ...optionsOf(flags), ...fetchingOf(flags) };
  const [place, { fetchCorpus }] = await Promise.all([
    openStudy(path, options),
    import('../compose/open.ts'),
  ]);
  for (const problem of await fetchCorpus(place, options)) tell(`  ${describe(problem)}`);
}

/** Takes up a run that somebody asked for. */
export async function attach(path: string, flags: FollowFlags): Promise<number> {
  const fleet = await fleetOf(flags);
  const runs = openRuns<Progress, RunSummary>(fleet.broker);
  try {
    await members(fleet.broker.url);
    const id = runId(await requestOf(path, flags, fleet));
    if ((await runs.state(id)) === null) {
      throw new InputError([
        `${path}  expected a run of this study on the fleet, with these options, got none lately: \`titrate run ${path} --redis\` asks for one`,
      ]);
    }
    return await follow(id, path, flags, fleet, runs, show);
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
  onDone: Show,
): Promise<number> {
  const leave = new AbortController();
  const listenNoMore = onInterrupt(() => leave.abort());
  const progress = openProgress(flags.quiet === true);
  const silence = watchSilence(() =>
    tell(`  ${shownAddress(broker.url)} does not answer: this waits for it, and the run goes on without us`),
  );
  if ((await members(broker.url)).length === 0) {
    tell(
      '  no worker is at work: start one with `titrate worker`, here or on any host; the run waits for it',
    );
  }
  try {
    const following = runs.follow(
      id,
      (now) => {
        silence.broken();
        if (now.state === 'running' && now.progress !== null) progress.update(now.progress);
      },
      leave.signal,
    );
    // While the server is away nothing is told, and a person must be able to leave all the same.
    const end = await Promise.race([following, aborted(leave.signal)]);
    progress.stop();
    if (end.state !== 'done') {
      tell(`  the run failed: ${end.state === 'failed' ? harmless(end.reason) : end.state}`);
      return exitCodes.fault;
    }
    onDone(end.summary, join(root, end.summary.report), flags);
    return flags.strict && end.summary.missing !== null ? exitCodes.incomplete : exitCodes.done;
  } catch (error) {
    if (!leave.signal.aborted) throw error;
    progress.stop();
    tell(`  left: the run goes on; \`titrate attach ${path}\` takes it up again`);
    return exitCodes.interrupted;
  } finally {
    silence.stop();
    listenNoMore();
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

/** Says once of each time that nothing has been heard for long. */
function watchSilence(say: () => void): { readonly broken: () => void; readonly stop: () => void } {
  let timer = setTimeout(say, silenceMs);
  return {
    broken() {
      clearTimeout(timer);
      timer = setTimeout(say, silenceMs);
    },
    stop: () => clearTimeout(timer),
  };
}

function show({ findings, lines, missing }: RunSummary, report: string, flags: FollowFlags): void {
  if (flags.json) say(JSON.stringify({ report, findings, missing }, null, 2));
  else if (flags.quiet) say(`${report}/report.html`);
  else {
    say('');
    for (const line of lines) say(`  ${harmless(line)}`);
    say('');
    if (missing !== null) say(`  ${harmless(missing)}`);
    say(`  report   ${report}/report.html`);
  }
}

async function requestOf(path: string, flags: StudyFlags, { root }: Fleet): Promise<RunRequest> {
  const options = optionsOf(flags);
  // Opened here too, so that a faulty study is told of at once and to the person who can mend it.
  const place = await openStudy(path, options);
  // The root's links have been followed: those on the way to the study have to be, too.
  const shared = async (given: string) => belowRoot(root, (await followed(resolve(given))) ?? given);
  return {
    study: await shared(path),
    output: await shared(place.output),
    state: await shared(place.state),
    documentsRoots: await Promise.all((options.documentsRoot ?? []).map(shared)),
    ...(options.contrast === undefined ? {} : { contrast: options.contrast }),
    startedAt: new Date().toISOString(),
  };
}
