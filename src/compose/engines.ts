import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { proofOf } from '../app/passwords.ts';
import { belowRoot } from '../io/confine.ts';
import { packagesFolders } from '../io/engine.ts';
import { reachOfRecogniser } from '../io/ocr/recogniser.ts';
import type { Study } from '../io/study.ts';
import type { FleetJob } from '../model/fleet.ts';
import type { DocumentJob, Receipt } from '../model/ports.ts';
import type { WorkQueue } from '../model/queue.ts';
import type { OcrSettings } from '../model/study.ts';
import { openEmbedded } from '../queue/embedded.ts';
import type { PoolSettings } from '../queue/pool.ts';
import { openRedisQueue } from '../queue/redis/batches.ts';
import type { Broker } from '../queue/redis/connection.ts';

/** Who does the work of a study. */
export type Engine = {
  readonly queue: (
    study: Pick<Study, 'file' | 'written' | 'places' | 'state'>,
  ) => WorkQueue<DocumentJob, Receipt>;
  /** Processes of this machine for what is computed once all documents are read. */
  readonly processes: number;
};

/**
 * The process that reads documents, and what it may reach: this program, the folders that documents lie in, and those
 * that results go to; beside them the engine of OCR that the study asks for.
 */
export function reader(
  read: readonly string[],
  write: readonly string[],
  ocr: Pick<OcrSettings, 'engine'>,
): Pick<PoolSettings, 'worker' | 'reach' | 'setup'> {
  const recogniser = reachOfRecogniser(ocr);
  return {
    worker: new URL(`../../workers/parse${import.meta.url.slice(-3)}`, import.meta.url),
    setup: null,
    reach: {
      read: [...packagesFolders(), ...recogniser.read, ...read],
      write,
      programs: recogniser.programs,
    },
  };
}

/** Documents in a batch, and batches that a broker holds at a time. */
const batch = 20;
const window = 12;

/** The default engine: child processes of this machine, as many as it has cores unless told otherwise. */
export function embeddedEngine(processes: number = availableParallelism()): Engine {
  return {
    processes,
    queue: ({ file, places, state }) =>
      openEmbedded({
        ...reader([...places.roots, state], [join(state, 'artefacts')], file.settings.ocr),
        processes,
        seconds: file.settings.limits.seconds,
        megabytes: file.settings.limits.megabytes,
        pageSeconds: file.settings.limits.ocr_seconds,
        attempts: 1,
        backoffMs: 0,
      }),
  };
}

/** The engine for many hosts: jobs go through a broker, with paths below the root that all hosts share. */
export function fleetEngine(broker: Broker, root: string): Engine {
  return { processes: availableParallelism(), queue: queueOf };

  function queueOf({ file, written }: Parameters<Engine['queue']>[0]): WorkQueue<DocumentJob, Receipt> {
    const { seconds, megabytes, ocr_seconds: pageSeconds } = file.settings.limits;
    const queue = openRedisQueue<FleetJob, Receipt>({ ...broker, batch, window });
    return {
      ...queue,
      run: (jobs, ended, signal) =>
        queue.run(
          sent(jobs, { seconds, megabytes, pageSeconds }, written),
          (job, result) => ended({ ...job, password: null, earlier: null }, result),
          signal,
        ),
    };
  }

  function* sent(
    jobs: Iterable<DocumentJob>,
    limits: FleetJob['limits'],
    written: string | null,
  ): Generator<FleetJob> {
    for (const { password, earlier: _, ...job } of jobs) {
      const isLocked = password !== null && written !== null;
      yield {
        ...job,
        id: job.keys.scanned.tags,
        path: belowRoot(root, job.path),
        artefacts: belowRoot(root, job.artefacts),
        limits,
        locked: isLocked ? { study: belowRoot(root, written), proof: proofOf(password, job.hash) } : null,
      };
    }
  }
}
