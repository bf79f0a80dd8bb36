import { lookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Gives the addresses of a host. */
export type Resolver = (host: string) => Promise<readonly { address: string; family: number }[]>;

/** A host whose address lies in a private network, or is this machine. */
export class PrivateHost extends Error {
  readonly host: string;

  constructor(host: string, address: string) {
    super(`Expected a public address for \`${host}\`, got \`${address}\``);
    this.name = 'PrivateHost';
    this.host = host;
  }
}

/**
 * True for an IP address that can be that of a public host: in none of the special ranges (private, loopback,
 * link-local, shared, multicast, documentation, tunnels ...), and neither is the IPv4 address it stands for.
 */
export function isPublic(address: string): boolean {
  const bare = address.replace(/^\[|\]$|%.*$/g, '');
  if (!ipaddr.isValid(bare)) return false;
  const found = ipaddr.process(bare);
  const range = found.range();
  if (found.kind() === 'ipv4') return range === 'unicast';
  const bytes = found.toByteArray();
  // What a network without IPv4 makes of a public IPv4 address.
  if (range === 'rfc6052')
    return bytes.slice(4, 12).every((byte) => byte === 0) && isPublic(bytes.slice(12).join('.'));
  // Of the rest only 2000::/3 has been given to anybody; `::127.0.0.1` is no special range.
  return range === 'unicast' && ((bytes[0] ?? 0) & 0xe0) === 0x20;
}

/** The addresses of a host as this machine resolves names. */
export const resolveHost: Resolver = (host) => lookup(host, { all: true });

/**
 * Resolves a name at the moment of connecting and, unless private ones are allowed, lets it through only where every
 * address is public: so a name that has changed its address since it was looked at leads nowhere else.
 */
export function guardedLookup(resolve: Resolver, allowPrivate: boolean): LookupFunction {
  return (host, options, callback) => {
    resolve(host).then(
      (found) => {
        const stray = allowPrivate ? undefined : found.find(({ address }) => !isPublic(address));
        const [first] = found;
        if (stray !== undefined) callback(new PrivateHost(host, stray.address), '', 0);
        else if (first === undefined)
          callback(new Error(`Expected an address of \`${host}\`, got none`), '', 0);
        else if (options.all === true) callback(null, [...found]);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, '', 0),
    );
  };
}
