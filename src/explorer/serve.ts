import { randomBytes } from 'node:crypto';
import { type AddressInfo, isIP } from 'node:net';
import { serve } from '@hono/node-server';
import { InputError } from '../model/input.ts';
import { createApp } from './app.ts';
import type { Desk } from './desk.ts';
import type { Pages } from './pages.ts';

/** Where the explorer listens, and under which further names it is asked for. */
export type Listening = {
  readonly host: string;
  /** 0 takes any that is free. */
  readonly port: number;
  /** Names beside the address itself, with or without a port, as a proxy passes them on. */
  readonly names: readonly string[];
  /** The coder that it serves alone; everything is served where left out. */
  readonly coder?: string | null;
};

/** A running explorer. */
export type Serving = {
  /** What to open: with the token, where one is asked for. */
  readonly address: string;
  readonly close: () => Promise<void>;
};

const loopback: ReadonlySet<string> = new Set(['127.0.0.1', '::1', 'localhost']);

/** Starts the explorer; beyond this machine it asks for a token that is made anew at every start. */
export async function startExplorer(
  desk: Desk,
  pages: Pages,
  { host, port, names, coder = null }: Listening,
  tell: (error: unknown) => void,
): Promise<Serving> {
  const token = loopback.has(host) ? null : randomBytes(24).toString('base64url');
  const hosts = new Set<string>();
  const app = createApp(desk, { hosts, token, coder }, pages, tell);
  const server = serve({ fetch: app.fetch, hostname: host, port });
  // Where many ask at once an answer may take longer than the five seconds after which Node gives a silent line up.
  if ('keepAliveTimeout' in server) server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', (error: NodeJS.ErrnoException) => reject(faultOf(error, host, port)));
  });
  const at = (server.address() as AddressInfo).port;
  const shown = isIP(host) === 6 ? `[${host}]` : host;
  const own = loopback.has(host) ? ['127.0.0.1', 'localhost', '[::1]'] : [shown];
  for (const name of own) hosts.add(`${name}:${at}`);
  for (const name of names) hosts.add((/:\d+$/.test(name) ? name : `${name}:${at}`).toLowerCase());
  return {
    address: `http://${shown}:${at}/${token === null ? '' : `?token=${token}`}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

function faultOf(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new InputError([
      `--port: expected a free port, got ${port}, which is taken: give another, or 0 for any`,
    ]);
  }
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new InputError([`--host: expected an address of this machine, got "${host}"`]);
  }
  return error;
}
