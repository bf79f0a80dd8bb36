import { describe, expect, it } from 'vitest';
import { remembered } from '../../src/app/remembered.ts';

describe('a remembered answer', () => {
  it('is asked for once as long as the question is the same', async () => {
    const asked: string[] = [];
    const ask = remembered(async (a: string, b: number) => {
      asked.push(`${a}${b}`);
      return `${a}${b}!`;
    });
    expect(await Promise.all([ask('x', 1), ask('x', 1)])).toEqual(['x1!', 'x1!']);
    expect(await ask('x', 1)).toBe('x1!');
    expect(await ask('x', 2)).toBe('x2!');
    expect(await ask('x', 1)).toBe('x1!');
    expect(asked).toEqual(['x1', 'x2', 'x1']);
  });

  it('is asked for anew after a failure', async () => {
    let tries = 0;
    const ask = remembered(async (_: string) => {
      tries++;
      if (tries === 1) throw new Error('not yet');
      return tries;
    });
    await expect(ask('x')).rejects.toThrow('not yet');
    expect(await ask('x')).toBe(2);
  });

  it('is not forgotten because an earlier question fails late', async () => {
    let fail: (error: Error) => void = () => {};
    const asked: string[] = [];
    const ask = remembered((question: string) => {
      asked.push(question);
      return question === 'slow'
        ? new Promise<string>((_, reject) => {
            fail = reject;
          })
        : Promise.resolve(question);
    });
    const slow = ask('slow');
    await ask('quick');
    fail(new Error('too late'));
    await expect(slow).rejects.toThrow('too late');
    await ask('quick');
    expect(asked).toEqual(['slow', 'quick']);
  });
});
