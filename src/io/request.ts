import { type IncomingMessage, request as plain } from 'node:http';
import { request as secure } from 'node:https';
import { isIP } from 'node:net';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { guardedLookup, isPublic, PrivateHost, type Resolver, resolveHost } from './reach.ts';

/** How a host is reached. */
export type Route = {
  /** Whether addresses of this machine and of private networks may be reached. */
  readonly allowPrivate: boolean;
  /** How names are resolved; as this machine does where left out. */
  readonly resolve?: Resolver | undefined;
};

/** The beginning of an answer; its body has still to come. */
export type Answer = {
  readonly status: number;
  readonly header: (name: string) => string | null;
  readonly body: IncomingMessage;
};

/**
 * Sends one GET request over a connection of its own and gives the answer's beginning, whatever its status. Follows
 * nothing. Rejects where the host cannot be reached, with a PrivateHost where it must not be; an abort ends the
 * body too.
 */
export async function ask(
  url: URL,
  headers: Readonly<Record<string, string>>,
  { allowPrivate, resolve = resolveHost }: Route,
  signal: AbortSignal,
): Promise<Answer> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // An address that is written out is never looked up.
  if (!allowPrivate && isIP(host) !== 0 && !isPublic(host)) throw new PrivateHost(url.host, host);
  const lookup = guardedLookup(resolve, allowPrivate);
  const send = url.protocol === 'https:' ? secure : plain;
  const body = await new Promise<IncomingMessage>((answered, failed) => {
    send(url, { agent: false, headers: { accept: '*/*', ...headers }, lookup, signal })
      .on('response', answered)
      .on('error', failed)
      .end();
  });
  // Whoever reads the body hears of its faults; where nobody does, they are no matter.
  body.on('error', () => {});
  const header = (name: string) => {
    const found = body.headers[name];
    return (Array.isArray(found) ? found[0] : found) ?? null;
  };
  return { status: body.statusCode ?? 0, header, body };
}

/** The body of an answer as it was before it was packed for the way; null where we cannot unpack it. */
export function unpacked({ header, body }: Answer): Readable | null {
  switch (header('content-encoding')?.trim().toLowerCase() ?? 'identity') {
    case 'identity':
    case '':
      return body;
    case 'gzip':
    case 'x-gzip':
      return through(createGunzip());
    case 'deflate':
      return through(createInflate());
    case 'br':
      return through(createBrotliDecompress());
    default:
      return null;
  }

  function through(unpack: ReturnType<typeof createGunzip | typeof createBrotliDecompress>): Readable {
    body.on('error', (error) => unpack.destroy(error));
    unpack.on('close', () => body.destroy());
    return body.pipe(unpack);
  }
}
