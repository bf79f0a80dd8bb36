import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openManners } from '../../src/io/manners.ts';
import { type Rules, rulesOf } from '../../src/io/robots.ts';
import { fakeClock } from '../support/clock.ts';

function manners(text: string | Extract<Rules, { code: 'closed' }> = '') {
  const clock = fakeClock();
  const asked: string[] = [];
  const opened = openManners(clock, async (origin) => {
    asked.push(origin);
    return typeof text === 'string' ? rulesOf(`${origin}/robots.txt`, text) : text;
  });
  const turn = async (address: string, signal?: AbortSignal) => {
    const pass = await opened.gate(new URL(address), signal);
    if (pass.code === 'pass') pass.leave();
    return pass.code;
  };
  return { ...opened, clock, asked, turn };
}

describe('manners', () => {
  it('read the rules of a host once and leave a second between requests', async () => {
    const { turn, asked, clock } = manners();
    for (const path of ['a', 'b', 'c']) expect(await turn(`http://red.example/${path}`)).toBe('pass');
    expect(asked).toEqual(['http://red.example']);
    expect(clock.waits).toEqual([1000, 1000, 1000]);
    await turn('https://red.example/a');
    expect(clock.waits).toEqual([1000, 1000, 1000, 1000, 1000]);
    await turn('http://red.example:8080/a');
    expect(asked).toEqual(['http://red.example', 'https://red.example', 'http://red.example:8080']);
  });

  it('leave as long a pause as a host asks for, and a host alone that asks for too long a one', async () => {
    const slow = manners('User-agent: *\nCrawl-delay: 7.5');
    await slow.turn('http://red.example/a');
    await slow.turn('http://red.example/b');
    expect(slow.clock.waits).toEqual([7500, 7500]);
    const slowest = manners('User-agent: *\nCrawl-delay: 86400');
    expect(await slowest.turn('http://red.example/a')).toBe('robots_refused');
    const brisk = manners('User-agent: *\nCrawl-delay: 0.1');
    await brisk.turn('http://red.example/a');
    expect(brisk.clock.waits).toEqual([1000]);
  });

  it('refuse what the rules refuse, or all where there are none to be had, without waiting', async () => {
    const some = manners('User-agent: *\nDisallow: /secret');
    expect(await some.turn('http://red.example/secret/a')).toBe('robots_refused');
    expect(some.clock.waits).toEqual([]);
    expect(await some.turn('http://red.example/open')).toBe('pass');
    const none = manners({ code: 'closed', detail: 'status 500' });
    expect(await none.gate(new URL('http://red.example/a'), undefined)).toEqual({
      code: 'not_fetched',
      detail: 'status 500',
      again: null,
    });
  });

  it('let a host rest that asks for it, and no other', async () => {
    const { turn, hold, clock } = manners();
    await turn('http://red.example/a');
    hold('http://red.example', 60);
    hold('http://red.example', 5);
    await turn('http://other.example/a');
    await turn('http://red.example/b');
    expect(clock.waits).toEqual([1000, 1000, 59_000]);
  });

  it('give the turn on where somebody stops waiting or the rules cannot be asked for', async () => {
    const { gate, turn } = manners();
    const stop = new AbortController();
    const first = await gate(new URL('http://red.example/a'), undefined);
    const second = turn('http://red.example/b', stop.signal);
    const third = turn('http://red.example/c');
    stop.abort();
    if (first.code === 'pass') first.leave();
    await expect(second).rejects.toThrow('aborted');
    expect(await third).toBe('pass');
  });

  it('let in one at a time and host, whatever comes in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 20 }), async (names) => {
        const { gate, clock } = manners();
        const inside = new Map<string, number>();
        const left = new Map<string, number>();
        await Promise.all(
          names.map(async (name) => {
            const pass = await gate(new URL(`http://${name}.example/`), undefined);
            expect(inside.get(name) ?? 0).toBe(0);
            expect(clock.now() - (left.get(name) ?? 0)).toBeGreaterThanOrEqual(1000);
            inside.set(name, 1);
            await new Promise((resolve) => setImmediate(resolve));
            inside.set(name, 0);
            left.set(name, clock.now());
            if (pass.code === 'pass') pass.leave();
          }),
        );
      }),
      { numRuns: 30 },
    );
  });
});
