import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inLanes } from '../../src/extract/lanes.ts';

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('work in lanes', () => {
  it('is done once for each item and never in more lanes than there are', async () => {
    const property = fc.asyncProperty(fc.nat(30), fc.integer({ min: -1, max: 5 }), async (count, lanes) => {
      const done: number[] = [];
      let [now, most] = [0, 0];
      const items = Array.from({ length: count }, (_, index) => index);
      await inLanes(
        items,
        () => lanes,
        async (item) => {
          most = Math.max(most, ++now);
          for (let i = 0; i <= item % 3; i++) await turn();
          now--;
          done.push(item);
        },
      );
      expect(done.toSorted((a, b) => a - b)).toEqual(items);
      expect(most).toBe(Math.min(count, Math.max(1, lanes)));
    });
    await fc.assert(property, { numRuns: 30 });
  });

  it('goes on in as many lanes as there are by then', async () => {
    let [lanes, now, most] = [1, 0, 0];
    const work = async (item: number) => {
      now++;
      await turn();
      most = Math.max(most, now);
      if (item === 1) lanes = 3;
      await turn();
      now--;
    };
    await inLanes([0, 1, 2, 3, 4, 5, 6], () => lanes, work);
    expect(most).toBe(3);
  });

  it('ends with the first error, once what is under way has ended', async () => {
    const ended: number[] = [];
    const work = async (item: number) => {
      await turn();
      if (item === 1) throw new Error('broken');
      await turn();
      ended.push(item);
    };
    await expect(inLanes([0, 1, 2, 3, 4, 5], () => 2, work)).rejects.toThrow('broken');
    expect(ended).toContain(0);
    expect(ended).not.toContain(5);
  });
});
