import type { JobFailure } from '../../model/ports.ts';
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

/** The failure that an error's message holds; any other message is a crash by that name. */
export function failureOf(message: string): JobFailure {
  try {
    const failure: JobFailure = JSON.parse(message);
    if (typeof failure.kind === 'string') return failure;
  } catch {
    // Told below.
  }
  return { kind: 'crashed', detail: message };
}
