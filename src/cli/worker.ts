import { type ChildProcess, fork } from 'node:child_process';
import type { Command } from 'commander';
import { hostsOf } from '../io/hosts.ts';
import { type Role, roles } from '../model/fleet.ts';
import { InputError } from '../model/input.ts';
import { type FleetFlags, fleetOf, fleetOptions } from './fleet.ts';
import { onInterrupt } from './interrupts.ts';
import { exitCodes, tell } from './talk.ts';

type WorkerFlags = FleetFlags & {
  readonly concurrency?: string;
  readonly only?: readonly string[];
  readonly metricsPort?: string;
  readonly metricsHost?: string;
  readonly allowHost?: readonly string[];
  readonly allowPrivate?: true;
};

/** A worker that has died comes back after this time, in milliseconds. */
const restartMs = 1_000;

/** `titrate worker`: this host as part of a fleet. */
export function addWorker(program: Command): void {
  fleetOptions(
    program
      .command('worker')
      .summary('work for a fleet, on any host')
      .description(
        'Joins the fleet of a Redis server: reads documents, tags batches and runs studies, each in a process of its own, until stopped. All hosts see the same files below --root.',
      ),
  )
    .option('--concurrency <number>', 'documents read at a time (or TITRATE_CONCURRENCY; default: 2)')
    .option('--only <roles...>', `parts to play on this host: ${roles.join(', ')} (default: all)`)
    .option(
      '--metrics-port <port>',
      'serve /metrics and /health: ingest on this port, tag and report on the next two (or TITRATE_METRICS_PORT)',
    )
    .option('--metrics-host <address>', 'address that /metrics listens on (default: 127.0.0.1)')
    .option(
      '--allow-host <host...>',
      'hosts that this host may fetch from where a manifest names addresses (or TITRATE_ALLOW_HOSTS; default: none)',
    )
    .option(
      '--allow-private',
      'let those hosts be this machine or lie in a private network (or TITRATE_ALLOW_PRIVATE=1)',
    )
    .action(async (flags: WorkerFlags) => {
      process.exitCode = await work(flags);
    });
}

async function work(flags: WorkerFlags): Promise<number> {
  const { broker, root } = await fleetOf(flags);
  const wanted = flags.only ?? roles;
  const stray = wanted.find((role) => !roles.some((known) => known === role));
  if (stray !== undefined) {
    throw new InputError([`--only: expected some of ${roles.join(', ')}, got "${stray}"`]);
  }
  const concurrency = numberOf('--concurrency', flags.concurrency, 1, 1_000);
  const firstPort = numberOf('--metrics-port', flags.metricsPort ?? metricsPortOfEnvironment(), 1, 65_533);
  hostsOf(flags.allowHost ?? []);
  const playing = roles.filter((role) => wanted.includes(role));
  const children = new Map<Role, ChildProcess>();
  let ending = false;
  const end = () => {
    ending = true;
    for (const child of children.values()) child.kill('SIGTERM');
  };
  onInterrupt(end);
  tell(`  working as ${playing.join(', ')} below ${root}; Ctrl-C lets what runs end first`);
  const codes = await Promise.all(playing.map(play));
  return Math.max(...codes);

  async function play(role: Role): Promise<number> {
    for (let starts = 1; ; starts++) {
      const child = fork(new URL(`../../workers/${role}${import.meta.url.slice(-3)}`, import.meta.url), {
        env: environment(role),
      });
      children.set(role, child);
      const code = await new Promise<number>((resolve) =>
        child.once('exit', (status, signal) => resolve(status ?? (signal === null ? 1 : 128))),
      );
      if (ending) return exitCodes.done;
      // Once it has worked, what keeps it from working passes, such as a server that is away.
      if (code === exitCodes.input && starts === 1) {
        end();
        return code;
      }
      tell(`  the ${role} worker ended with code ${code} and is started again`);
      await new Promise((resolve) => setTimeout(resolve, restartMs));
      if (ending) return exitCodes.done;
    }
  }

  function environment(role: Role): NodeJS.ProcessEnv {
    const { metricsHost, allowHost, allowPrivate } = flags;
    return {
      ...process.env,
      TITRATE_REDIS: broker.url,
      TITRATE_ROOT: root,
      ...(concurrency === null ? {} : { TITRATE_CONCURRENCY: String(concurrency) }),
      ...(firstPort === null ? {} : { TITRATE_METRICS_PORT: String(firstPort + roles.indexOf(role)) }),
      ...(metricsHost === undefined ? {} : { TITRATE_METRICS_HOST: metricsHost }),
      ...(allowHost === undefined ? {} : { TITRATE_ALLOW_HOSTS: allowHost.join(' ') }),
      ...(allowPrivate ? { TITRATE_ALLOW_PRIVATE: '1' } : {}),
    };
  }
}

/** A whole number within bounds, or null where none is given; throws an InputError for anything else. */
function numberOf(option: string, text: string | undefined, least: number, most: number): number | null {
  if (text === undefined) return null;
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new InputError([`${option}: expected a whole number from ${least} to ${most}, got "${text}"`]);
}

function metricsPortOfEnvironment(): string | undefined {
  const port = process.env['TITRATE_METRICS_PORT'];
  return port === '' || port === '0' ? undefined : port;
}
