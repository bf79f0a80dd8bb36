import { RunRequest } from '../src/model/fleet.ts';
import { check } from '../src/model/input.ts';
import type { Progress, RunSummary } from '../src/model/summary.ts';
import { attempted } from '../src/queue/attempted.ts';
import { serveRuns } from '../src/queue/redis/runs.ts';
import { performTask } from '../src/queue/task.ts';
import { runWorker } from './station.ts';
import type { StudyTask } from './study.ts';

/** A run is dear and goes on from where it was: a bad minute of its host must not end it. */
const attempts = { attempts: 6, backoffMs: 1_000 };

/** Runs studies, each in a process of its own: this one keeps the run while that one is busy. */
await runWorker('report', ({ settings, broker, observe, trouble }) =>
  serveRuns<Progress, RunSummary>(
    { ...broker, concurrency: 1, lockMs: settings.TITRATE_LOCK_MS, observe, trouble },
    (data) => {
      const { value, faults } = check(RunRequest, data);
      if (faults === null) return value;
      throw new Error(
        `Expected a run, got one whose ${faults[0]?.path.join('.')} is not ${faults[0]?.expected}`,
      );
    },
    async (request, { tell, mayPublish, signal }) => {
      const task: StudyTask = {
        request,
        broker,
        root: settings.TITRATE_ROOT,
        hosts: settings.TITRATE_ALLOW_HOSTS.split(/\s+/).filter((name) => name !== ''),
        allowPrivate: settings.TITRATE_ALLOW_PRIVATE === '1',
      };
      const { result, failure } = await attempted(
        attempts,
        () =>
          performTask(new URL(`./study${import.meta.url.slice(-3)}`, import.meta.url), task, {
            tell: (progress) => tell(progress as Progress),
            mayPublish,
            signal,
          }),
        signal,
      );
      if (failure === null) return result as RunSummary;
      const { kind, ...more } = failure;
      throw new Error(
        `Expected the process of the run to end by itself, got ${kind} ${JSON.stringify(more)}`,
      );
    },
  ),
);
