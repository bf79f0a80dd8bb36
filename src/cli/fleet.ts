import { realpath } from 'node:fs/promises';
import type { Command } from 'commander';
import { trust } from '../io/trust.ts';
import { ownVersion, type Version } from '../io/version.ts';
import { InputError } from '../model/input.ts';
import { type Broker, checkAddress, holdsPassword } from '../queue/redis/connection.ts';
import { prefixOf } from '../queue/redis/fleet.ts';
import { tell } from './talk.ts';

/** The options that lead to a fleet of workers. */
export type FleetFlags = {
  /** True where the environment is to say it. */
  readonly redis?: string | true;
  readonly root?: string;
};

/** Adds the option that says where the server of the fleet is. */
export function brokerOptions(command: Command): Command {
  return command.option(
    '--redis [address]',
    'Redis server of a fleet, redis://host:6379, or rediss:// with TLS; without an address, and always where it holds a password, TITRATE_REDIS',
  );
}

/** Adds the options that say where the fleet is; the environment can give both. */
export function fleetOptions(command: Command): Command {
  return brokerOptions(command).option(
    '--root <folder>',
    'folder that all hosts share, wherever each has it (or TITRATE_ROOT)',
  );
}

/** The server of a fleet, and what version its workers have to be. */
export type FleetServer = { readonly broker: Broker; readonly version: Version };
/** Where a fleet is: its server, and its folder as this host has it. */
export type Fleet = FleetServer & { readonly root: string };

/** The server that flags or environment name; throws an InputError where they name none. */
export function serverOf(flags: FleetFlags): FleetServer {
  const given = flags.redis === true ? undefined : flags.redis;
  const url = given ?? process.env['TITRATE_REDIS'];
  if (url === undefined || url === '') {
    throw new InputError([
      '--redis: expected the address of a Redis server, got none: give --redis or TITRATE_REDIS',
    ]);
  }
  checkAddress(url);
  if (given !== undefined && holdsPassword(given)) {
    // Whoever is on this host sees command lines: from here on not this one.
    process.title = 'titrate';
    tell('  the password in --redis can be read by others on this host: give TITRATE_REDIS instead');
  }
  const authority = process.env['TITRATE_REDIS_CA'];
  if (authority !== undefined && authority !== '') trust(authority);
  const version = ownVersion();
  return { broker: { url, prefix: prefixOf(version.fingerprint) }, version };
}

/** The fleet that flags or environment name; throws an InputError where address or root are missing. */
export async function fleetOf(flags: FleetFlags): Promise<Fleet> {
  const server = serverOf(flags);
  const root = flags.root ?? process.env['TITRATE_ROOT'];
  if (root === undefined) {
    throw new InputError([
      '--root: expected the folder that all hosts share, got none: give --root or TITRATE_ROOT',
    ]);
  }
  const found = await realpath(root).catch(() => null);
  if (found === null) throw new InputError([`--root: expected a folder, got nothing at ${root}`]);
  return { ...server, root: found };
}
