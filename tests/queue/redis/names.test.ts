import { describe, expect, it } from 'vitest';
import type { JobFailure } from '../../../src/model/queue.ts';
import { FailedJob, failureOf } from '../../../src/queue/redis/names.ts';

describe('the failure that an error of a job tells of', () => {
  it.each<JobFailure>([
    { kind: 'time_limit', seconds: 60 },
    { kind: 'memory_limit', megabytes: 1024 },
    { kind: 'crashed', detail: 'signal SIGSEGV' },
  ])('is the one it was made of: $kind', (failure) => {
    expect(failureOf(new FailedJob(failure).message)).toEqual(failure);
  });

  it('is a crash where every worker was lost over it', () => {
    expect(failureOf('job stalled more than allowable limit')).toMatchObject({ kind: 'crashed' });
  });

  it.each([
    '',
    'null',
    '17',
    '{}',
    "OOM command not allowed when used memory > 'maxmemory'.",
    'Missing lock for job 1. moveToFinished',
  ])('is none where the queue itself failed: %s', (message) => {
    expect(failureOf(message)).toBe(null);
  });
});
