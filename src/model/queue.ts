/** Why a job ended without a receipt. */
export type JobFailure =
  | { readonly kind: 'time_limit'; readonly seconds: number }
  | { readonly kind: 'memory_limit'; readonly megabytes: number }
  | { readonly kind: 'crashed'; readonly detail: string }
  | { readonly kind: 'engine_missing'; readonly detail: string };

export type JobResult<Result> =
  | { readonly result: Result; readonly failure: null }
  | { readonly result: null; readonly failure: JobFailure };

/** What a queue has to know of a job: its id covers content and configuration, its file is for people. */
export type QueuedJob = { readonly id: string; readonly file: string };

/** A job that failed in all its attempts, kept with its reason until it is tried again or discarded. */
export type DeadLetter = {
  readonly id: string;
  readonly file: string;
  readonly failure: JobFailure;
  readonly attempts: number;
};

/** Jobs of a queue at this moment. */
export type QueueCounts = {
  readonly waiting: number;
  readonly active: number;
  readonly dead: number;
  readonly paused: boolean;
};

/**
 * Runs jobs in processes that can be killed; every job ends exactly once, in a result or, after its last
 * attempt, in a failure. Jobs with the same id are the same job: while it is under way it is not done twice,
 * and afterwards its worker finds it done.
 */
export interface WorkQueue<Job extends QueuedJob, Result> {
  /**
   * Takes jobs only as they can be worked on and reports each end as it comes, in any order. Resolves when
   * all have ended; rejects with the signal's reason when it is aborted. A job that is a dead letter is
   * tried anew.
   */
  run(
    jobs: Iterable<Job>,
    ended: (job: Job, result: JobResult<Result>) => void | Promise<void>,
    signal?: AbortSignal,
  ): Promise<void>;
  /** Lets what runs end and starts nothing more until resumed. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  counts(): Promise<QueueCounts>;
  /** In the order of their ids. */
  deadLetters(): Promise<readonly DeadLetter[]>;
  /** Puts a dead letter back to be tried anew; false where there is none with this id. */
  retry(id: string): Promise<boolean>;
  /** Forgets a dead letter; false where there is none with this id. */
  discard(id: string): Promise<boolean>;
  /** Leaves no process and no connection behind. */
  close(): Promise<void>;
}
