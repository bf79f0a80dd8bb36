import type { JobResult, QueuedJob } from '../model/queue.ts';

/** Jobs of which no id is under way twice, and a way to tell the end of one to all that asked for it. */
export type Once<Job, Result> = {
  readonly source: Iterator<Job, undefined>;
  readonly tell: (job: Job, result: JobResult<Result>) => Promise<void>;
};

/**
 * Takes jobs as they are asked for and holds back those whose id is under way: they are told when it has
 * ended. An id that comes again later is passed on, for its worker finds the work done.
 */
export function once<Job extends QueuedJob, Result>(
  jobs: Iterable<Job>,
  ended: (job: Job, result: JobResult<Result>) => void | Promise<void>,
): Once<Job, Result> {
  const underWay = new Map<string, Job[]>();

  function* distinct(): Generator<Job, undefined> {
    for (const job of jobs) {
      const twins = underWay.get(job.id);
      if (twins !== undefined) twins.push(job);
      else {
        underWay.set(job.id, [job]);
        yield job;
      }
    }
  }

  return {
    source: distinct(),
    async tell(job, result) {
      const twins = underWay.get(job.id) ?? [job];
      underWay.delete(job.id);
      for (const twin of twins) await ended(twin, result);
    },
  };
}
