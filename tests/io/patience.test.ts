import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FetchLimits } from '../../src/io/fetch.ts';
import { hostsOf } from '../../src/io/hosts.ts';
import { openManners } from '../../src/io/manners.ts';
import { fetchPatiently } from '../../src/io/patience.ts';
import { rulesOf } from '../../src/io/robots.ts';
import { fakeClock } from '../support/clock.ts';
import { temporaryFolder } from '../support/tiny.ts';
import { serve } from '../support/web.ts';

const body = Buffer.from(Array.from({ length: 50_000 }, (_, index) => (index * 7 + (index >> 8)) % 256));
const sum = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** A host that does something else at every request, and a patient visitor. */
async function visitor(
  acts: readonly ((request: IncomingMessage, answer: ServerResponse) => void)[],
  more: Partial<FetchLimits> = {},
) {
  const ranges: (string | undefined)[] = [];
  const host = await serve((request, answer) => {
    ranges.push(request.headers.range);
    const act = acts[Math.min(ranges.length, acts.length) - 1];
    act?.(request, answer);
  });
  const clock = fakeClock();
  const { gate, hold } = openManners(clock, async (origin) => rulesOf(`${origin}/robots.txt`, ''));
  const path = join(temporaryFolder(), 'file.partial');
  const limits = { hosts: hostsOf([host]), allowPrivate: true, bytes: 1_000_000, seconds: 20, ...more };
  const visit = (signal?: AbortSignal) =>
    fetchPatiently(`http://${host}/a.pdf`, path, limits, { gate, ...(signal && { signal }) }, hold);
  return { visit, path, ranges, clock, left: () => readdirSync(dirname(path)) };
}

type Act = (request: IncomingMessage, answer: ServerResponse) => void;

/** Sends so many bytes from where it is asked to, then cuts the line. */
const cutAfter =
  (bytes: number, etag = '"1"', content = body): Act =>
  (request, answer) => {
    send(request, answer, etag, content, bytes);
  };
const whole =
  (etag = '"1"', content = body): Act =>
  (request, answer) =>
    send(request, answer, etag, content, Number.POSITIVE_INFINITY);

const status =
  (code: number, headers: Readonly<Record<string, string>> = {}): Act =>
  (_, answer) =>
    void answer.writeHead(code, headers).end('no');

function send(request: IncomingMessage, answer: ServerResponse, etag: string, content: Buffer, most: number) {
  const asked =
    request.headers['if-range'] === etag ? /^bytes=(\d+)-$/.exec(request.headers.range ?? '') : null;
  const first = Number(asked?.[1] ?? 0);
  answer.setHeader('etag', etag).setHeader('content-length', content.length - first);
  if (asked !== null) {
    answer
      .setHeader('content-range', `bytes ${first}-${content.length - 1}/${content.length}`)
      .writeHead(206);
  }
  const rest = content.subarray(first, first + most);
  if (first + most >= content.length) answer.end(rest);
  else answer.write(rest, () => answer.destroy());
}

describe('fetching with patience', () => {
  it('goes on where the line broke, and hashes the whole', async () => {
    const { visit, path, ranges, left } = await visitor([cutAfter(20_000), cutAfter(10_000), whole()]);
    expect(await visit()).toMatchObject({
      code: 'fetched',
      status: 206,
      bytes: body.length,
      hash: sum(body),
    });
    expect(ranges[0]).toBeUndefined();
    expect(ranges.slice(1).every((range) => /^bytes=[1-9]\d*-$/.test(range ?? ''))).toBe(true);
    expect(readFileSync(path).equals(body)).toBe(true);
    expect(left()).toEqual(['file.partial']);
  });

  it('gives the bytes of one version, wherever the line breaks and whenever the file changes', async () => {
    const other = Buffer.from(body.toReversed());
    const step = fc.record({ bytes: fc.integer({ min: 0, max: 50_000 }), changed: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 3 }), fc.boolean(), async (steps, last) => {
        const version = (changed: boolean): [string, Buffer<ArrayBuffer>] =>
          changed ? ['"2"', other] : ['"1"', body];
        const { visit, path } = await visitor([
          ...steps.map(({ bytes, changed }) => cutAfter(bytes, ...version(changed))),
          whole(...version(last)),
        ]);
        const end = await visit();
        expect(end.code).toBe('fetched');
        const found = readFileSync(path);
        expect(found.equals(body) || found.equals(other)).toBe(true);
        expect(end).toMatchObject({ bytes: found.length, hash: sum(found) });
      }),
      { numRuns: 25 },
    );
  });

  it('begins anew where the file has changed, or where the rest is none', async () => {
    const other = Buffer.from('something shorter');
    const changed = await visitor([cutAfter(20_000), whole('"2"', other)]);
    expect(await changed.visit()).toMatchObject({ status: 200, bytes: other.length, hash: sum(other) });
    expect(readFileSync(changed.path).equals(other)).toBe(true);
    const wrongRest: Act = (_, answer) =>
      void answer.writeHead(206, { etag: '"1"', 'content-range': 'bytes 0-3/50000' }).end('0123');
    for (const odd of [wrongRest, status(416), status(206)]) {
      const { visit, ranges } = await visitor([cutAfter(20_000), odd, whole()]);
      expect(await visit()).toMatchObject({ status: 200, hash: sum(body) });
      expect(ranges[2]).toBeUndefined();
    }
  });

  it('asks for all of it where nothing names its version', async () => {
    const nameless: Act = (_, answer) =>
      void answer
        .setHeader('content-length', body.length)
        .write(body.subarray(0, 9000), () => answer.destroy());
    const { visit, ranges } = await visitor([nameless, whole()]);
    expect(await visit()).toMatchObject({ status: 200, hash: sum(body) });
    expect(ranges).toEqual([undefined, undefined]);
  });

  it('goes on the next day with what came, and leaves nothing of what will not come', async () => {
    const { visit, ranges, left } = await visitor([
      cutAfter(20_000),
      ...Array.from({ length: 3 }, () => status(503)),
      whole(),
    ]);
    expect(await visit()).toMatchObject({ code: 'not_fetched', detail: 'status 503, 4 times' });
    expect(left()).toEqual(['file.partial', 'file.partial.validator']);
    expect(await visit()).toMatchObject({ code: 'fetched', status: 206, hash: sum(body) });
    expect(ranges).toHaveLength(5);
    const gone = await visitor([cutAfter(20_000), status(404)]);
    expect(await gone.visit()).toMatchObject({ detail: 'status 404', again: null });
    expect(gone.left()).toEqual([]);
  });

  it('waits twice as long every time, or as long as the host asks, with a ceiling', async () => {
    const busy = await visitor([status(500), status(502), status(503), whole()]);
    expect(await busy.visit()).toMatchObject({ code: 'fetched' });
    expect(busy.clock.waits.slice(1)).toEqual([4000, 8000, 16_000]);
    const asking = await visitor([status(429, { 'retry-after': '30' }), whole()]);
    expect(await asking.visit()).toMatchObject({ code: 'fetched' });
    expect(asking.clock.waits.slice(1)).toEqual([30_000]);
    const tired = await visitor([status(429, { 'retry-after': '86400' }), whole()]);
    expect(await tired.visit()).toMatchObject({ detail: 'status 429, and asks for 86400 s of rest' });
    expect(tired.ranges).toHaveLength(1);
  });

  it('gives up at once on what is a last word', async () => {
    for (const code of [400, 401, 403, 404, 410, 501]) {
      const { visit, ranges } = await visitor([status(code), whole()]);
      expect(await visit()).toMatchObject({ detail: `status ${code}`, again: null });
      expect(ranges).toHaveLength(1);
    }
  });

  it('takes what drips up to the limit of time, time after time', async () => {
    const drip: Act = (request, answer) => {
      const from = Number(/\d+/.exec(request.headers.range ?? '')?.[0] ?? 0);
      answer.setHeader('etag', '"1"').setHeader('content-length', body.length - from);
      if (from > 0) {
        answer.setHeader('content-range', `bytes ${from}-${body.length - 1}/${body.length}`).writeHead(206);
      }
      answer.write(body.subarray(from, from + 1));
    };
    const { visit, path } = await visitor([drip], { seconds: 0.2 });
    expect(await visit()).toMatchObject({ detail: 'no whole answer in 0.2 s, 4 times' });
    expect(readFileSync(path).equals(body.subarray(0, 4))).toBe(true);
  });

  it('stops at the limit of size, in one piece, in many, or unpacked from little', async () => {
    const endless: Act = (_, answer) => {
      const pour = () => {
        while (answer.write(Buffer.alloc(64_000)));
      };
      answer.on('drain', pour);
      pour();
    };
    const piecewise = Array.from({ length: 3 }, () => cutAfter(20_000));
    for (const acts of [[endless], piecewise, [whole()]]) {
      const { visit, left } = await visitor(acts, { bytes: 45_000 });
      expect(await visit()).toMatchObject({ detail: 'more than 45000 bytes, the limit', again: null });
      expect(left()).toEqual([]);
    }
  });

  it('is not misled by a length that is none', async () => {
    const short: Act = (_, answer) =>
      void answer.setHeader('content-length', 60_000).write(body, () => answer.destroy());
    const { visit } = await visitor([short]);
    expect(await visit()).toMatchObject({ code: 'not_fetched' });
  });

  it('keeps what came where it is told to stop', async () => {
    const stop = new AbortController();
    const half: Act = (_, answer) => {
      answer.setHeader('etag', '"1"').setHeader('content-length', body.length);
      answer.write(body.subarray(0, 20_000));
      setTimeout(() => stop.abort(), 50);
    };
    const { visit, path, ranges } = await visitor([half, whole()]);
    await expect(visit(stop.signal)).rejects.toMatchObject({ name: 'AbortError' });
    expect(existsSync(path)).toBe(true);
    expect(await visit()).toMatchObject({ code: 'fetched', hash: sum(body) });
    expect(ranges).toHaveLength(2);
  });
});
