import { describe, expect, it } from 'vitest';
import { patient } from '../../../src/queue/redis/patient.ts';

const never = new AbortController().signal;
const discarded = Object.assign(new Error('EXECABORT Transaction discarded because of previous errors.'), {
  previousErrors: [new Error("OOM command not allowed when used memory > 'maxmemory'.")],
});

describe('patience with a server', () => {
  it.each([
    new Error("OOM command not allowed when used memory > 'maxmemory'."),
    new Error('MISCONF Redis is configured to save RDB snapshots'),
    new Error('LOADING Redis is loading the dataset in memory'),
    new Error('Connection is closed.'),
    new Error('Command aborted due to connection close'),
    discarded,
  ])('tries again after: $message', async (passing) => {
    const errors = [passing];
    const answer = await patient(async () => {
      const error = errors.pop();
      if (error !== undefined) throw error;
      return 'done';
    }, never);
    expect(answer).toBe('done');
  });

  it('ends with any other error at once', async () => {
    let tries = 0;
    const failing = patient(async () => {
      tries++;
      throw new Error('WRONGTYPE Operation against a key holding the wrong kind of value');
    }, never);
    await expect(failing).rejects.toThrow('WRONGTYPE');
    expect(tries).toBe(1);
  });

  it('ends when it is told to', async () => {
    const stop = new AbortController();
    const full = patient(async () => {
      stop.abort(new Error('told to stop'));
      throw new Error('OOM command not allowed');
    }, stop.signal);
    await expect(full).rejects.toThrow(/stop|abort/);
  });
});
