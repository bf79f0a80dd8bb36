import type { JobFailure } from '../../model/queue.ts';
import type { Broker } from './connection.ts';

/** Names of the queues. Documents are ingested one by one and tagged batch by batch. */
export const queueNames = { ingest: 'ingest', tag: 'tag', run: 'run' } as const;

/** The hash of dead letters by job id. */
export function deadKey({ prefix }: Broker): string {
  return `${prefix}:dead`;
}

/** A dead letter as it is kept: with the job itself, to try it again. */
export type KeptLetter = {
  readonly job: unknown;
  readonly file: string;
  readonly failure: JobFailure;
  readonly attempts: number;
};

/** A job that failed as an error, for a queue that knows nothing but errors. */
export class FailedJob extends Error {
  constructor(failure: JobFailure) {
    super(JSON.stringify(failure));
    this.name = 'FailedJob';
  }
}

/**
 * The failure that the error of a job tells of: its own, or that its workers died of it. Null where the queue
 * lost the job for reasons of its own, such as a full server, which says nothing against the job.
 */
export function failureOf(message: string): JobFailure | null {
  try {
    const failure: JobFailure = JSON.parse(message);
    if (typeof failure.kind === 'string') return failure;
  } catch {
    // Told below.
  }
  return message.includes('stalled more than allowable limit')
    ? { kind: 'crashed', detail: 'every worker that began it died or fell silent' }
    : null;
}
