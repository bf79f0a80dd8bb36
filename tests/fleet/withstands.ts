import { beforeAll, describe, expect, it } from 'vitest';
import { redisServer } from '../support/redis.ts';
import { type Fault, undisturbed, withstand } from './stage.ts';

/** Small, with locks as short as is safe on a busy machine: what takes longer is for `bench/chaos.ts`. */
const scale = { documents: 12, elements: 6_000, lockMs: 1_500 };

/** Each fault strikes a fleet of its own, after which everything is as it would have been without it. */
export function withstands(faults: readonly Fault[]): void {
  describe.skipIf(redisServer === null)('a fleet', () => {
    let calm: Readonly<Record<string, string>> = {};
    beforeAll(async () => {
      calm = await undisturbed(scale);
    });

    it.each(faults)('withstands $name', { timeout: 120_000 }, async (fault) => {
      const expected = fault.environment === undefined ? calm : await undisturbed(scale, fault.environment);
      expect(expected['documents.csv']?.trim().split('\n')).toHaveLength(scale.documents + 2);
      const outcome = await withstand(fault, scale, expected);
      expect(outcome).toMatchObject({ code: 0, lost: 0, doubled: 0, identical: true, reports: 1, left: 0 });
    });
  });
}
