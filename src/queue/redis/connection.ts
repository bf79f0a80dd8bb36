import { Redis } from 'ioredis';
import { InputError } from '../../model/input.ts';

/** Where the queues of a fleet are: a Redis server and a name that keeps them from all others there. */
export type Broker = {
  /** `redis://` or, with TLS, `rediss://`; may hold user and password, and is therefore never shown. */
  readonly url: string;
  /** Begins every key; holds the fleet's version, so that no worker ever sees jobs of another. */
  readonly prefix: string;
};

/**
 * Opens a connection that comes back by itself. Commands wait while the server is away, since a job is
 * better late than lost. Throws an InputError for an address that is none.
 */
export function connect(url: string): Redis {
  checkAddress(url);
  const client = new Redis(url, {
    maxRetriesPerRequest: null,
    retryStrategy: (times) => Math.min(times * 100, 2_000),
    connectTimeout: 5_000,
    // A network that swallows packets closes nothing. Longer than any command that waits for work.
    socketTimeout: 20_000,
  });
  // Without a listener a lost connection would end the process; it is told where it matters.
  client.on('error', () => {});
  return client;
}

/** An address fit to be shown: without user and password. */
export function shownAddress(url: string): string {
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname === '/' ? '' : pathname}`;
}

/** True where whoever sees an address could use its password. */
export function holdsPassword(url: string): boolean {
  return new URL(url).password !== '';
}

/** Throws an InputError, which does not repeat the address, unless it is one of a Redis server. */
export function checkAddress(url: string): void {
  const protocol = URL.canParse(url) ? new URL(url).protocol : '';
  if (protocol !== 'redis:' && protocol !== 'rediss:') {
    throw new InputError([
      '--redis: expected an address such as redis://host:6379 or rediss://host:6379, got something else',
    ]);
  }
}

/** Throws an InputError where nothing answers within some seconds, or the server will not have us. */
export async function requireServer(url: string, client: Redis): Promise<void> {
  let obstacle = '';
  const remember = (error: Error) => {
    // Messages of sockets, certificates and the server name addresses and rules, never user or password.
    obstacle = error.message === '' ? obstacle : ` (${error.message.split('\n')[0]})`;
  };
  client.on('error', remember);
  const answered = client.ping().then(
    () => true,
    (error: Error) => {
      remember(error);
      return false;
    },
  );
  const silent = new Promise<false>((resolve) => setTimeout(() => resolve(false), 5_000).unref());
  const answer = await Promise.race([answered, silent]);
  client.off('error', remember);
  if (!answer) {
    throw new InputError([
      `--redis: expected a Redis server that takes us in at ${shownAddress(url)}, got no answer${obstacle}: start it, or correct address, user, password or certificate`,
    ]);
  }
}
