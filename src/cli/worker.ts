import { type ChildProcess, fork } from 'node:child_process';
import type { Command } from 'commander';
import { type Role, roles } from '../model/fleet.ts';
import { InputError } from '../model/input.ts';
import { type FleetFlags, fleetOf, fleetOptions } from './fleet.ts';
import { exitCodes, tell } from './talk.ts';

type WorkerFlags = FleetFlags & {
  readonly concurrency: string;
  readonly only?: readonly string[];
  readonly metricsPort?: string;
  readonly metricsHost?: string;
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
    .option('--concurrency <number>', 'documents read at a time', '2')
    .option('--only <roles...>', `parts to play on this host: ${roles.join(', ')} (default: all)`)
    .option(
      '--metrics-port <port>',
      'serve /metrics and /health: ingest on this port, tag and report on the next two',
    )
    .option('--metrics-host <address>', 'address that /metrics listens on (default: 127.0.0.1)')
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
  if (!/^[1-9]\d*$/.test(flags.concurrency)) {
    throw new InputError([`--concurrency: expected a whole number from 1, got "${flags.concurrency}"`]);
  }
  const playing = roles.filter((role) => wanted.includes(role));
  const children = new Map<Role, ChildProcess>();
  let ending = false;
  const end = () => {
    ending = true;
    for (const child of children.values()) child.kill('SIGTERM');
  };
  process.once('SIGINT', end).once('SIGTERM', end);
  tell(`  working as ${playing.join(', ')} below ${root}; Ctrl-C lets what runs end first`);
  const codes = await Promise.all(playing.map(play));
  return Math.max(...codes);

  async function play(role: Role): Promise<number> {
    for (;;) {
      const child = fork(new URL(`../../workers/${role}${import.meta.url.slice(-3)}`, import.meta.url), {
        env: environment(role),
      });
      children.set(role, child);
      const code = await new Promise<number>((resolve) =>
        child.once('exit', (status, signal) => resolve(status ?? (signal === null ? 1 : 128))),
      );
      if (ending) return exitCodes.done;
      if (code === exitCodes.input) {
        end();
        return code;
      }
      tell(`  the ${role} worker ended with code ${code} and is started again`);
      await new Promise((resolve) => setTimeout(resolve, restartMs));
      if (ending) return exitCodes.done;
    }
  }

  function environment(role: Role): NodeJS.ProcessEnv {
    const { metricsPort, metricsHost } = flags;
    return {
      ...process.env,
      TITRATE_REDIS: broker.url,
      TITRATE_ROOT: root,
      TITRATE_CONCURRENCY: flags.concurrency,
      ...(metricsPort === undefined
        ? {}
        : { TITRATE_METRICS_PORT: String(Number(metricsPort) + roles.indexOf(role)) }),
      ...(metricsHost === undefined ? {} : { TITRATE_METRICS_HOST: metricsHost }),
    };
  }
}
