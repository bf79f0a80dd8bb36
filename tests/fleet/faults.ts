import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { childrenOf, isAlive, killAll, until } from './host.ts';
import type { Asked, Fault, Stage } from './stage.ts';

const preload = (name: string) => `--import=${join(import.meta.dirname, 'preload', name)}`;

/** A parsing child is killed in mid-document, and then its worker while the next child reads. */
export const killedWorker: Fault = {
  name: 'kill -9 of a parsing child, then of its worker, in mid-document',
  async strike(stage) {
    const host = await stage.host();
    const asked = stage.ask('run', stage.study, '--quiet');
    await stage.reading();
    const children = () => childrenOf(host.pid('ingest'));
    await until('a child reads', () => children().length > 0);
    const first = children();
    killAll(first, 'SIGKILL');
    await until('another child reads', () => children().some((pid) => !first.includes(pid)));
    await stage.reading();
    const orphans = children();
    killAll([host.pid('ingest')], 'SIGKILL');
    await until('the child dies with its worker', () => !orphans.some(isAlive));
    return asked;
  },
};

/** The command that asked for a run dies, and then the worker that does it; somebody attaches. */
export const killedCoordinator: Fault = {
  name: 'kill -9 of the submitter and of the report worker in mid-run',
  async strike(stage) {
    const [host, other] = await Promise.all([stage.host(), stage.host({ only: ['report'] })]);
    other.kill('SIGSTOP');
    const asked = stage.ask('run', stage.study, '--quiet');
    await stage.reading();
    asked.process.kill('SIGKILL');
    const orphans = childrenOf(host.pid('report'));
    killAll([host.pid('report')], 'SIGKILL');
    await until('the run dies with its worker', () => !orphans.some(isAlive));
    other.kill('SIGCONT');
    return stage.ask('attach', stage.study, '--quiet');
  },
};

/** The server dies, a worker does while it is away for longer than any lock, and it comes back with what it had written. */
export const killedServer: Fault = {
  name: 'kill -9 of Redis with append-only file, restart on the same port',
  async strike(stage) {
    const host = await stage.host();
    const asked = stage.ask('run', stage.study, '--quiet');
    await stage.reading();
    await stage.redis().stop();
    killAll([host.pid('ingest')], 'SIGKILL');
    await wait(stage.lockMs * 1.5);
    await stage.restartRedis();
    return asked;
  },
};

/** The server dies and has forgotten everything when it comes back. */
export const forgetfulServer: Fault = {
  name: 'Redis forgets the batches in mid-run',
  async strike(stage) {
    await stage.host();
    const asked = stage.ask('run', stage.study, '--quiet');
    await stage.reading();
    const keys = await stage.admin.keys('{titrate-*}:[it][na]*');
    await stage.admin.del(keys);
    return asked;
  },
};

/** The server's memory is full for longer than any lock, and then free again. */
export const fullServer: Fault = {
  name: 'Redis out of memory, then freed',
  async strike(stage) {
    const host = await stage.host();
    const asked = stage.ask('run', stage.study, '--quiet');
    await stage.reading();
    await fill(stage);
    await host.heard(({ event, detail }) => event === 'trouble' && String(detail).includes('OOM'));
    await wait(stage.lockMs * 1.5);
    await stage.admin.del('ballast');
    return asked;
  },
};

async function fill({ admin }: Stage): Promise<void> {
  const used = Number(/used_memory:(\d+)/.exec(await admin.info('memory'))?.[1]);
  await admin.config('SET', 'maxmemory', String(used + 3_000_000));
  for (let full = false; !full; ) {
    full = await admin.append('ballast', 'x'.repeat(10_000)).then(
      () => false,
      () => true,
    );
  }
}

/** The disk of the artefact store is full: documents fail with their reason; afterwards they are put back. */
export const fullDisk: Fault = {
  name: 'full disk at the artefact store, then freed and retried',
  environment: { TITRATE_ATTEMPTS: '2' },
  async strike(stage) {
    const store = join(stage.study, '.titrate', 'artefacts');
    await mkdir(store, { recursive: true });
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', store]);
    stage.later(() => execFileSync('umount', ['-l', store]));
    await stage.host();
    const asked = stage.ask('run', stage.study, '--quiet');
    await stage.reading();
    const ballast = join(store, 'ballast');
    try {
      writeFileSync(ballast, Buffer.alloc(70_000_000));
    } catch {
      // As full as it gets.
    }
    const { stderr } = await asked.ended;
    const dead = await letters(stage);
    if (!dead.some(({ failure }) => /ENOSPC/.test(failure.detail ?? ''))) {
      throw new Error(`Expected dead letters for want of space, got ${JSON.stringify(dead)} ${stderr}`);
    }
    rmSync(ballast);
    await stage.ask('queue', 'retry', 'all').ended;
    await until('the dead letters are done', async () => (await letters(stage)).length === 0);
    rmSync(join(stage.study, 'reports'), { recursive: true, force: true });
    return stage.ask('run', stage.study, '--quiet');
  },
};

type Letter = {
  readonly file: string;
  readonly attempts: number;
  readonly failure: { readonly detail?: string };
};

async function letters({ admin }: Stage): Promise<readonly Letter[]> {
  const [key] = await admin.keys('{titrate-*}:dead');
  return key === undefined ? [] : (await admin.hvals(key)).map((text) => JSON.parse(text));
}

/** A document that kills every process that opens it. */
export const poison: Fault = {
  name: 'a poison document that always kills its process',
  environment: { NODE_OPTIONS: preload('poison.ts'), TITRATE_ATTEMPTS: '2' },
  async strike(stage) {
    await stage.host();
    const asked = stage.ask('run', stage.study, '--quiet');
    await stage.reading();
    await asked.ended;
    const dead = await letters(stage);
    const shown = dead.map(({ file, attempts, failure }) => `${file} ${attempts} ${failure.detail}`).join();
    if (shown !== 'documents/texto-0003.txt 2 signal SIGSEGV') {
      throw new Error(`Expected one dead letter after 2 attempts, got ${shown}`);
    }
    await stage.ask('queue', 'discard', 'all').ended;
    return asked;
  },
};

/** A whole host freezes, loses its work to another, and comes back. */
export const frozenHost: Fault = {
  name: 'a host frozen for longer than its locks, then thawed',
  async strike(stage) {
    const [host, other] = await Promise.all([stage.host(), stage.host()]);
    other.kill('SIGSTOP');
    const asked = stage.ask('run', stage.study, '--quiet');
    await stage.reading();
    host.kill('SIGSTOP');
    other.kill('SIGCONT');
    await asked.ended;
    host.kill('SIGCONT');
    await host.heard(({ event, step }) => event === 'failed' && step === 'run');
    return asked;
  },
};

/** Two people ask for the same run at once. */
export const twoSubmitters: Fault = {
  name: 'two submitters of the same study at once',
  async strike(stage) {
    await stage.host();
    return twice(stage);
  },
};

async function twice(stage: Stage): Promise<Asked> {
  const one = stage.ask('run', stage.study, '--quiet');
  const two = stage.ask('run', stage.study, '--quiet');
  await stage.reading();
  const [first, second] = await Promise.all([one.ended, two.ended]);
  if (first.stdout !== second.stdout || second.code !== 0) {
    throw new Error(`Expected the same report twice, got ${JSON.stringify([first, second])}`);
  }
  return one;
}

/** Hosts whose clocks are days apart. */
export const skewedClocks: Fault = {
  name: 'clocks of hosts six days apart, and two submitters',
  async strike(stage) {
    const skewed = (days: number) => ({ NODE_OPTIONS: preload('skew.ts'), SKEW_DAYS: String(days) });
    await Promise.all([
      stage.host({ environment: skewed(3), only: ['ingest', 'report'] }),
      stage.host({ environment: skewed(-3), only: ['ingest', 'tag'] }),
    ]);
    return twice(stage);
  },
};

/** The network between a host and the server swallows everything for longer than any lock. */
export const cutNetwork: Fault = {
  name: 'network between workers and Redis cut and healed',
  async strike(stage) {
    const { name, link, address } = namespace(stage);
    await stage.admin.config('SET', 'protected-mode', 'no');
    await stage.admin.config('SET', 'bind', `127.0.0.1 ${address}`);
    await stage.host({
      url: `redis://${address}:${stage.redis().port}`,
      through: ['ip', 'netns', 'exec', name],
    });
    const asked = stage.ask('run', stage.study, '--quiet');
    await stage.reading();
    ip('link', 'set', link, 'down');
    await wait(stage.lockMs * 1.5);
    ip('link', 'set', link, 'up');
    return asked;
  },
};

/** Makes a network namespace with one way out: a link to this machine's side, which has the address. */
function namespace(stage: Stage): { readonly name: string; readonly link: string; readonly address: string } {
  const name = `titrate${process.pid}`;
  const link = `tv${process.pid}`;
  const inner = `tw${process.pid}`;
  const address = '10.213.77.1';
  ip('netns', 'add', name);
  stage.later(() => ip('netns', 'del', name));
  ip('link', 'add', link, 'type', 'veth', 'peer', 'name', inner, 'netns', name);
  ip('address', 'add', `${address}/30`, 'dev', link);
  ip('link', 'set', link, 'up');
  ip('-n', name, 'address', 'add', '10.213.77.2/30', 'dev', inner);
  ip('-n', name, 'link', 'set', inner, 'up');
  ip('-n', name, 'link', 'set', 'lo', 'up');
  return { name, link, address };
}

function ip(...given: readonly string[]): void {
  execFileSync('ip', given);
}

/** Processes of two hosts die at random, one after the other. */
export const storm: Fault = {
  name: 'ten processes of two hosts killed at random',
  // A document whose process is killed each time is given up, as a poison one is.
  environment: { TITRATE_ATTEMPTS: '12' },
  async strike(stage) {
    const hosts = await Promise.all([stage.host(), stage.host()]);
    const asked = stage.ask('run', stage.study, '--quiet');
    await stage.reading();
    let seed = 7;
    for (let kills = 0; kills < 10; kills++) {
      // The command itself stays, since what starts it again is the system's.
      const pids = hosts.flatMap((host) => host.pids().slice(1));
      seed = (seed * 48_271) % 2_147_483_647;
      killAll(pids.slice(seed % pids.length).slice(0, 1), 'SIGKILL');
      await wait(700);
    }
    return asked;
  },
};
