import { beforeAll, describe, expect, it } from 'vitest';
import { netns } from '../support/netns.ts';
import { redisServer } from '../support/redis.ts';
import * as faults from './faults.ts';
import { type Fault, undisturbed, withstand } from './stage.ts';

/** Small, with locks as short as is safe on a busy machine: what takes longer is for `bench/chaos.ts`. */
const scale = { documents: 12, elements: 4_000, lockMs: 1_500 };
const quick = [
  faults.killedWorker,
  faults.killedCoordinator,
  faults.killedServer,
  faults.forgetfulServer,
  faults.fullServer,
  faults.poison,
  faults.frozenHost,
  faults.skewedClocks,
  ...(netns ? [faults.cutNetwork] : []),
];

describe.skipIf(redisServer === null)('a fleet', () => {
  let calm: Readonly<Record<string, string>> = {};
  beforeAll(async () => {
    calm = await undisturbed(scale);
  });

  // Two at a time: each waits for locks to run out most of the time.
  const lanes = [Promise.resolve(), Promise.resolve()];
  it.concurrent.each(quick)('withstands $name', { timeout: 400_000 }, async (fault) => {
    const lane = quick.indexOf(fault) % lanes.length;
    const turn = lanes[lane];
    const { promise, resolve } = Promise.withResolvers<void>();
    lanes[lane] = promise;
    await turn;
    await strike(fault).finally(resolve);
  });

  async function strike(fault: Fault): Promise<void> {
    const expected = fault.environment === undefined ? calm : await undisturbed(scale, fault.environment);
    expect(expected['documents.csv']?.trim().split('\n')).toHaveLength(scale.documents + 2);
    const outcome = await withstand(fault, scale, expected);
    expect(outcome).toMatchObject({ lost: 0, doubled: 0, identical: true, reports: 1, left: 0 });
  }
});
