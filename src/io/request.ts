import { type IncomingMessage, request as plain } from 'node:http';
import { request as secure } from 'node:https';
import { isIP } from 'node:net';
import { type Duplex, pipeline } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { piecesOf } from './pieces.ts';
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
  readonly body: AsyncIterable<Uint8Array>;
  /** Hangs up; whoever has an answer does so. */
  readonly close: () => void;
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
  const { message, body } = await new Promise<{
    readonly message: IncomingMessage;
    readonly body: AsyncIterable<Uint8Array>;
  }>((answered, failed) => {
    send(url, { agent: false, headers: { accept: '*/*', ...headers }, lookup, signal })
      .on('response', (message) => answered({ message, body: piecesOf(message) }))
      .on('error', failed)
      .end();
  });
  const header = (name: string) => {
    const found = message.headers[name];
    return (Array.isArray(found) ? found[0] : found) ?? null;
  };
  return { status: message.statusCode ?? 0, header, body, close: () => void message.destroy() };
}

/** The body of an answer as it was before it was packed for the way; null where we cannot unpack it. */
export function unpacked({ header, body }: Answer): AsyncIterable<Uint8Array> | null {
  switch (header('content-encoding')?.trim().toLowerCase() ?? 'identity') {
    case 'identity':
    case '':
      return body;
    case 'gzip':
    case 'x-gzip':
      return through(body, createGunzip());
    case 'deflate':
      return through(body, createInflate());
    case 'br':
      return through(body, createBrotliDecompress());
    default:
      return null;
  }
}

/** What is wrong on either side is thrown to whoever reads the result. */
function through(body: AsyncIterable<Uint8Array>, unpack: Duplex): AsyncIterable<Uint8Array> {
  pipeline(body, unpack, () => {});
  return unpack;
}
