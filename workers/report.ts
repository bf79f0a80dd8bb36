import { realpath } from 'node:fs/promises';
import { findingLines, missingLine } from '../src/app/overview.ts';
import { run } from '../src/app/run.ts';
import { fleetEngine } from '../src/compose/engines.ts';
import { openForWork } from '../src/compose/open.ts';
import { belowRoot, confine } from '../src/io/confine.ts';
import { RunRequest } from '../src/model/fleet.ts';
import { check } from '../src/model/input.ts';
import type { Progress, RunSummary } from '../src/model/summary.ts';
import { serveRuns } from '../src/queue/redis/runs.ts';
import { runWorker } from './station.ts';

/** How often progress is passed on, in milliseconds. */
const tellEveryMs = 300;

/** Runs studies: submits their documents batch by batch, and writes the report when all are done. */
await runWorker('report', ({ settings, broker, observe }) =>
  serveRuns<Progress, RunSummary>(
    { ...broker, concurrency: 1, observe },
    (data) => {
      const { value, faults } = check(RunRequest, data);
      if (faults === null) return value;
      throw new Error(
        `Expected a run, got one whose ${faults[0]?.path.join('.')} is not ${faults[0]?.expected}`,
      );
    },
    async (request, tell, signal) => {
      const root = await realpath(settings.TITRATE_ROOT);
      const place = (path: string) => confine(root, path);
      const options = {
        output: request.output === undefined ? undefined : await place(request.output),
        state: request.state === undefined ? undefined : await place(request.state),
        documentsRoot: await Promise.all(request.documentsRoots.map(place)),
        contrast: request.contrast,
      };
      const opened = await openForWork(await place(request.study), options, fleetEngine(broker, root));
      const { input, ports } = opened;
      try {
        const started = new Date(request.startedAt);
        const { results, folder } = await run(
          input,
          await opened.corpus(),
          ports,
          seldom(tell),
          signal,
          started,
        );
        return {
          report: belowRoot(root, folder),
          findings: results.findings,
          lines: findingLines(results, (text) => text),
          missing: missingLine(results.ingest),
        };
      } finally {
        await ports.queue.close();
        ports.database.close();
      }
    },
  ),
);

/** Passes on the first, the last, and now and then what comes between. */
function seldom(tell: (progress: Progress) => void): (progress: Progress) => void {
  let last = 0;
  return (progress) => {
    if (progress.done < progress.total && Date.now() - last < tellEveryMs) return;
    last = Date.now();
    tell(progress);
  };
}
