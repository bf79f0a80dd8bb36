import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type BenchFleet, type Post, runOn, startFleet } from './support/fleet.ts';
import { type BenchRedis, startRedis } from './support/redis.ts';
import { atEnd } from './support/tidy.ts';
import { tinyStudy } from './support/tiny.ts';

/**
 * Throughput with one, two and three hosts. Each host is a network namespace of its own that reaches Redis, in
 * another one, over a bridge, shares a folder with the others, and gets CORES of a processor (a control group
 * with a quota), so that more hosts are more power although the machine stays the same. The report worker and
 * Redis are on a host of their own without a quota. Ends with 1 where tables differ or three hosts do less than
 * the floor. Linux, as root, with `ip` and control groups of version 1; is skipped by name elsewhere.
 *
 * Run: node bench/hosts.ts; DOCUMENTS (1200) and CORES (0.3) can be set.
 */
const documents = Number(process.env['DOCUMENTS'] ?? 1200);
const cores = Number(process.env['CORES'] ?? 0.3);
/** Least throughput of three hosts against one. */
const floor = 2.5;
const groups = '/sys/fs/cgroup/cpu';
const bridge = 'titrate-br';
const spaces = ['shared', 'host1', 'host2', 'host3'] as const;
type Space = (typeof spaces)[number];

if (process.getuid?.() !== 0 || !existsSync(join(groups, 'cpu.cfs_quota_us'))) {
  process.stdout.write(`SKIPPED: hosts: needs root and ${groups}\n`);
} else await measure();

async function measure(): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'titrate-bench-'));
  atEnd(() => rmSync(work, { recursive: true, force: true }));
  let redis: BenchRedis | null = null;
  const rows: Record<string, string | number>[] = [];
  const tables = new Set<string>();
  let first = Number.NaN;
  let last = Number.NaN;
  try {
    build();
    for (const [name, size] of Object.entries({ warm: 200, study: documents })) {
      mkdirSync(join(work, name));
      tinyStudy(join(work, name), size);
    }
    redis = await startRedis('10.83.0.1', through('shared'));
    for (const hosts of [1, 2, 3]) {
      const { seconds, middle } = await run(redis.url, work, hosts);
      tables.add(tablesOf(join(work, `reports-${hosts}`)));
      if (hosts === 1) first = middle;
      last = middle;
      rows.push({
        hosts,
        'whole run, s': seconds.toFixed(1),
        'documents a second': middle.toFixed(1),
        'against one host': (middle / first).toFixed(2),
        'a host, against one': (middle / first / hosts).toFixed(2),
      });
    }
  } finally {
    await redis?.stop();
    // What was in a control group leaves it a moment after its end.
    await wait(500);
    clear();
  }
  process.stdout.write(`${documents} tiny documents, hosts of ${cores} of a core each\n`);
  console.table(rows);
  process.stdout.write(`tables ${tables.size === 1 ? 'byte-identical' : 'DIFFER'}\n`);
  if (tables.size !== 1 || !(last / first >= floor)) process.exitCode = 1;
}

/** One run by so many hosts; `middle` is documents a second between the tenth and the last tenth of them. */
async function run(url: string, work: string, hosts: number): Promise<{ seconds: number; middle: number }> {
  const posts = spaces.slice(1, hosts + 1).flatMap((space): Post[] => [
    { role: 'ingest', through: through(space) },
    { role: 'tag', through: through(space) },
  ]);
  const report: Post = { role: 'report', through: through('shared') };
  let fleet: BenchFleet | null = null;
  try {
    fleet = await startFleet(url, work, [report, ...posts], { TITRATE_CONCURRENCY: '1' });
    const request = (study: string) => ({
      study: `${study}/manifest.csv`,
      state: `state-${study}-${hosts}`,
      output: study === 'study' ? `reports-${hosts}` : `warm-${hosts}`,
      documentsRoots: [],
    });
    await runOn(fleet, request('warm'));
    const start = performance.now();
    const marks: { readonly at: number; readonly done: number }[] = [];
    await runOn(fleet, request('study'), ({ done }) => marks.push({ at: performance.now(), done }));
    const seconds = (performance.now() - start) / 1000;
    const from = marks.find(({ done }) => done >= documents * 0.1);
    const to = marks.find(({ done }) => done >= documents * 0.9);
    if (from === undefined || to === undefined) throw new Error('Expected progress to be told, got none');
    return { seconds, middle: ((to.done - from.done) / (to.at - from.at)) * 1000 };
  } finally {
    await fleet?.stop();
  }
}

/** What stands before a command to run it on a host of the bench. */
function through(space: Space): readonly string[] {
  const enter = `echo $$ > ${groups}/titrate-${space}/tasks && exec "$@"`;
  return ['sh', '-c', enter, 'sh', 'ip', 'netns', 'exec', `titrate-${space}`];
}

function build(): void {
  clear();
  ip('link', 'add', bridge, 'type', 'bridge');
  ip('addr', 'add', '10.83.0.254/24', 'dev', bridge);
  ip('link', 'set', bridge, 'up');
  for (const [place, space] of spaces.entries()) {
    const [name, outer] = [`titrate-${space}`, `titrate-v${place}`];
    ip('netns', 'add', name);
    ip('link', 'add', outer, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', name);
    ip('link', 'set', outer, 'master', bridge, 'up');
    ip('-n', name, 'addr', 'add', `10.83.0.${place + 1}/24`, 'dev', 'eth0');
    ip('-n', name, 'link', 'set', 'eth0', 'up');
    ip('-n', name, 'link', 'set', 'lo', 'up');
    const group = join(groups, name);
    mkdirSync(group);
    // A share that keeps the quota whole on a busy machine.
    writeFileSync(join(group, 'cpu.shares'), '8192');
    if (space === 'shared') continue;
    writeFileSync(join(group, 'cpu.cfs_period_us'), '20000');
    writeFileSync(join(group, 'cpu.cfs_quota_us'), String(Math.round(20_000 * cores)));
  }
}

/** Takes away what this bench has made, and what one before left behind. */
function clear(): void {
  for (const space of spaces) {
    const name = `titrate-${space}`;
    if (existsSync(join('/var/run/netns', name))) ip('netns', 'del', name);
    if (existsSync(join(groups, name))) rmdirSync(join(groups, name));
  }
  if (existsSync(join('/sys/class/net', bridge))) ip('link', 'del', bridge);
}

function ip(...args: readonly string[]): void {
  execFileSync('ip', args, { stdio: ['ignore', 'ignore', 'inherit'] });
}

/** A digest of all tables of the only report below a place. */
function tablesOf(place: string): string {
  const hash = createHash('sha256');
  const found = readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.csv'))
    .map((entry) => join(entry.parentPath, entry.name));
  if (found.length === 0) throw new Error(`Expected tables below ${place}, got none`);
  for (const path of found.toSorted()) hash.update(readFileSync(path));
  return hash.digest('hex');
}
