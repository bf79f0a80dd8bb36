import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { PrivateHost } from '../../src/io/reach.ts';
import { ask, unpacked } from '../../src/io/request.ts';
import { serve } from '../support/web.ts';

const never = new AbortController().signal;
const text = 'Las cooperativas son otra economía.';

async function read(body: AsyncIterable<Uint8Array> | null): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of body ?? []) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

describe('a request', () => {
  it.each([
    ['identity', (body: string) => Buffer.from(body)],
    ['GZIP', gzipSync],
    ['x-gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ] as const)('is answered, and what came as %s is unpacked', async (encoding, pack) => {
    const host = await serve((_, answer) => {
      answer.writeHead(201, { 'content-encoding': encoding }).end(pack(text));
    });
    const answer = await ask(new URL(`http://${host}/`), {}, { allowPrivate: true }, never);
    expect([answer.status, answer.header('content-encoding'), answer.header('etag')]).toEqual([
      201,
      encoding,
      null,
    ]);
    expect(await read(unpacked(answer))).toBe(text);
    answer.close();
  });

  it('tells what cannot be unpacked: a way unknown, or bytes that are not packed so', async () => {
    const host = await serve((request, answer) => {
      answer.setHeader('content-encoding', (request.url ?? '').slice(1)).end(text);
    });
    const at = (encoding: string) =>
      ask(new URL(`http://${host}/${encoding}`), {}, { allowPrivate: true }, never);
    expect(unpacked(await at('rot13'))).toBeNull();
    await expect(read(unpacked(await at('gzip')))).rejects.toThrow('incorrect header check');
  });

  it('is not sent to this machine, written out or by a name, unless that is allowed', async () => {
    let asked = 0;
    const host = await serve((_, answer) => {
      asked++;
      answer.end();
    });
    const route = { allowPrivate: false };
    await expect(ask(new URL(`http://${host}/`), {}, route, never)).rejects.toThrow(PrivateHost);
    const named = new URL(`http://localhost:${host.split(':')[1]}/`);
    await expect(ask(named, {}, route, never)).rejects.toThrow(PrivateHost);
    expect(asked).toBe(0);
  });
});
