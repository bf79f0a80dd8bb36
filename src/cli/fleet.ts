import { realpath } from 'node:fs/promises';
import type { Command } from 'commander';
import { ownVersion, type Version } from '../io/version.ts';
import { InputError } from '../model/input.ts';
import type { Broker } from '../queue/redis/connection.ts';
import { checkAddress } from '../queue/redis/connection.ts';
import { prefixOf } from '../queue/redis/fleet.ts';

/** The options that lead to a fleet of workers. */
export type FleetFlags = { readonly redis?: string; readonly root?: string };

/** Adds the options that say where the fleet is; the environment can give both. */
export function fleetOptions(command: Command): Command {
  return command
    .option(
      '--redis <address>',
      'Redis server of a fleet, redis://host:6379 or rediss:// with TLS; better given as TITRATE_REDIS where it holds a password',
    )
    .option('--root <folder>', 'folder that all hosts share, wherever each has it (or TITRATE_ROOT)');
}

/** Where a fleet is and what version it has to be. */
export type Fleet = { readonly broker: Broker; readonly root: string; readonly version: Version };

/** The fleet that flags or environment name; throws an InputError where address or root are missing. */
export async function fleetOf(flags: FleetFlags): Promise<Fleet> {
  const url = flags.redis ?? process.env['TITRATE_REDIS'];
  const root = flags.root ?? process.env['TITRATE_ROOT'];
  if (url === undefined) {
    throw new InputError([
      '--redis: expected the address of a Redis server, got none: give --redis or TITRATE_REDIS',
    ]);
  }
  checkAddress(url);
  if (root === undefined) {
    throw new InputError([
      '--root: expected the folder that all hosts share, got none: give --root or TITRATE_ROOT',
    ]);
  }
  const found = await realpath(root).catch(() => null);
  if (found === null) throw new InputError([`--root: expected a folder, got nothing at ${root}`]);
  const version = ownVersion();
  return { broker: { url, prefix: prefixOf(version.fingerprint) }, root: found, version };
}
