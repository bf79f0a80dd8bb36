import { readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { findingLines, missingLine } from '../src/app/overview.ts';
import { run } from '../src/app/run.ts';
import { fleetEngine } from '../src/compose/engines.ts';
import { openForWork } from '../src/compose/open.ts';
import { belowRoot, confine } from '../src/io/confine.ts';
import { hostsOf } from '../src/io/hosts.ts';
import { openReports } from '../src/io/reports.ts';
import { trust } from '../src/io/trust.ts';
import type { RunRequest } from '../src/model/fleet.ts';
import type { ReportWriter } from '../src/model/ports.ts';
import type { Progress, RunSummary } from '../src/model/summary.ts';
import { dieWithParent } from '../src/queue/orphan.ts';
import type { TaskWord } from '../src/queue/task.ts';

/** A run, the fleet that does its work, and the shared root on this host. */
export type StudyTask = {
  readonly request: RunRequest;
  readonly broker: { readonly url: string; readonly prefix: string };
  readonly root: string;
  /** Names of hosts that may be fetched from: the worker says which, never the request. */
  readonly hosts: readonly string[];
  readonly allowPrivate: boolean;
};

/** How often progress is passed on, in milliseconds. */
const tellEveryMs = 300;

/** The process of one run: it may be killed at any moment, and the next one goes on from there. */
dieWithParent();
const authority = process.env['TITRATE_REDIS_CA'] ?? '';
if (authority !== '') trust(authority);
process.once('disconnect', () => process.exit());
process.once('message', async ({ task }: { readonly task: StudyTask }) => {
  try {
    say({ kind: 'done', result: await perform(task) });
  } catch (error) {
    say({ kind: 'threw', detail: error instanceof Error ? error.message : String(error) });
  }
});

async function perform({ request, broker, root, hosts, allowPrivate }: StudyTask): Promise<RunSummary> {
  const base = await realpath(root);
  const place = (path: string) => confine(base, path);
  const options = {
    output: request.output === undefined ? undefined : await place(request.output),
    state: request.state === undefined ? undefined : await place(request.state),
    documentsRoot: await Promise.all(request.documentsRoots.map(place)),
    contrast: request.contrast,
    hosts: hostsOf(hosts),
    allowPrivate,
    fleet: true,
  };
  const opened = await openForWork(await place(request.study), options, fleetEngine(broker, base));
  const ports = { ...opened.ports, writeReport: reportOnce(opened.place.output, request.startedAt) };
  const corpus = await opened.corpus();
  const started = new Date(request.startedAt);
  const { results, folder } = await run(opened.input, corpus, ports, seldom(), undefined, started);
  return {
    report: belowRoot(base, folder),
    findings: results.findings,
    lines: findingLines(results, (text) => text),
    missing: missingLine(results.ingest),
  };
}

/** Writes the report of a run unless it stands already: the worker before may have died only after that. */
function reportOnce(output: string, startedAt: string): ReportWriter {
  const write = openReports(output, mayPublish);
  return async (name, files) => {
    const record = await readFile(join(output, name, 'run.json'), 'utf8').catch(() => null);
    const standing: { readonly startedAt?: unknown } | null = record === null ? null : JSON.parse(record);
    return standing?.startedAt === startedAt ? join(output, name) : write(name, files);
  };
}

/** Waits for leave to publish, which comes only where no other worker has taken the run over. */
async function mayPublish(): Promise<void> {
  const granted = new Promise((resolve) => process.once('message', resolve));
  say({ kind: 'may_publish' });
  await granted;
}

/** Passes on the last, and now and then what comes before. */
function seldom(): (progress: Progress) => void {
  let last = 0;
  return (progress) => {
    if (progress.done < progress.total && performance.now() - last < tellEveryMs) return;
    last = performance.now();
    say({ kind: 'progress', progress });
  };
}

function say(word: TaskWord): void {
  // A parent that has died meanwhile needs no answer.
  process.send?.(word, () => {});
}
