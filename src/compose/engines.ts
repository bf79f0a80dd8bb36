import { availableParallelism } from 'node:os';
import { belowRoot } from '../io/confine.ts';
import type { Study } from '../io/study.ts';
import type { FleetJob } from '../model/fleet.ts';
import type { DocumentJob, Receipt, WorkQueue } from '../model/ports.ts';
import { openEmbedded } from '../queue/embedded.ts';
import { openRedisQueue } from '../queue/redis/batches.ts';
import type { Broker } from '../queue/redis/connection.ts';

/** Chooses who does the work of a study. */
export type Engine = (study: Pick<Study, 'file'>) => WorkQueue<DocumentJob, Receipt>;

/** Documents in a batch, and batches that a broker holds at a time. */
const batch = 20;
const window = 12;

/** The default engine: child processes of this machine, as many as it has cores unless told otherwise. */
export function embeddedEngine(processes: number = availableParallelism()): Engine {
  return ({ file }) =>
    openEmbedded({
      worker: new URL(`../../workers/parse${import.meta.url.slice(-3)}`, import.meta.url),
      setup: null,
      processes,
      seconds: file.settings.limits.seconds,
      megabytes: file.settings.limits.megabytes,
      pageSeconds: file.settings.limits.ocr_seconds,
      attempts: 1,
      backoffMs: 0,
    });
}

/** The engine for many hosts: jobs go through a broker, with paths below the root that all hosts share. */
export function fleetEngine(broker: Broker, root: string): Engine {
  return ({ file }) => {
    const { seconds, megabytes, ocr_seconds: pageSeconds } = file.settings.limits;
    const queue = openRedisQueue<FleetJob, Receipt>({ ...broker, batch, window });
    return {
      ...queue,
      run: (jobs, ended, signal) => queue.run(sent(jobs, { seconds, megabytes, pageSeconds }), ended, signal),
    };
  };

  function* sent(jobs: Iterable<DocumentJob>, limits: FleetJob['limits']): Generator<FleetJob> {
    for (const job of jobs) {
      const { id, ...rest } = job;
      yield {
        ...rest,
        id: job.keys.scanned.tags,
        path: belowRoot(root, job.path),
        artefacts: belowRoot(root, job.artefacts),
        limits,
      };
    }
  }
}
