import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FleetJob } from '../../src/model/fleet.ts';
import { queueDepth } from '../../src/queue/redis/depth.ts';
import { pdf } from '../extract/make.ts';
import { type Command, ends, start } from '../support/command.ts';
import { readOpenMetrics } from '../support/openmetrics.ts';
import { freePort, redisServer, startRedis, type TestRedis } from '../support/redis.ts';
import { put, tables, tinyStudy } from '../support/tiny.ts';
import { type Certificates, makeCertificates, openssl } from '../support/tls.ts';
import { attack, brokerOf, everything } from './broker.ts';

const account = { username: 'fleet-user', password: 'Kennwort-XYZZY-4711' };
const { username, password } = account;
/** What a fleet needs of a server, and no more. */
const rules = ['~{titrate-*', '~titrate:*', '&*', '+@all', '-@dangerous', '+info'];

describe.skipIf(redisServer === null || !openssl)(
  'a fleet behind TLS, a user and a password',
  { timeout: 60_000 },
  () => {
    let folder: string;
    let root: string;
    let redis: TestRedis;
    let certificates: Certificates;
    let environment: Record<string, string>;
    let metricsPort: number;
    let worker: Command;
    let depth: ReturnType<typeof queueDepth>;

    beforeAll(async () => {
      folder = realpathSync(mkdtempSync(join(tmpdir(), 'titrate-fleet-')));
      root = join(folder, 'shared');
      mkdirSync(root);
      certificates = makeCertificates(folder);
      const port = await freePort();
      const { ca, cert, key } = certificates;
      redis = await startRedis([
        ...['--tls-port', String(port), '--tls-cert-file', cert, '--tls-key-file', key],
        ...['--tls-ca-cert-file', ca, '--tls-auth-clients', 'no'],
        ...['--user', username, 'on', `>${password}`, ...rules, '--user', 'default', 'off'],
      ]);
      metricsPort = await freePort();
      environment = {
        TITRATE_REDIS: `rediss://${username}:${password}@127.0.0.1:${port}`,
        TITRATE_REDIS_CA: ca,
        TITRATE_ROOT: root,
        TITRATE_ATTEMPTS: '2',
        TITRATE_BACKOFF_MS: '10',
        TITRATE_METRICS_PORT: String(metricsPort),
      };
      depth = queueDepth(brokerOf(redis, account));
      worker = start(['worker', '--concurrency', '1'], environment);
      await workersReady(worker);
    });

    afterAll(async () => {
      worker?.process.kill('SIGKILL');
      await redis?.stop();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    });

    /** A study of invented texts below the shared root. */
    function sharedStudy(name: string, documents = 6): string {
      const study = join(root, name);
      cpSync(tinyStudy(documents), study, { recursive: true });
      return study;
    }

    it('refuses who has no certificate, another password, or the study elsewhere', async () => {
      const { TITRATE_REDIS_CA: _, ...untrusting } = environment;
      const stranger = {
        ...environment,
        TITRATE_REDIS: environment['TITRATE_REDIS']?.replace('XYZZY', 'PLUGH') ?? '',
      };
      const [unsigned, refused, nonsense, outside, never] = await Promise.all([
        ends(['queue'], untrusting),
        ends(['queue'], stranger),
        ends(['queue'], { ...environment, TITRATE_REDIS_CA: join(root, 'no.pem') }),
        ends(['run', tinyStudy(2), '--redis'], environment),
        ends(['attach', sharedStudy('never-asked', 2)], environment),
      ]);
      expect(unsigned?.stderr).toMatch(/got no answer \(.*certificate.*\)/);
      expect(refused?.stderr).toMatch(/got no answer \(.*(WRONGPASS|NOAUTH).*\): .*password/);
      expect(nonsense?.stderr).toContain('TITRATE_REDIS_CA: expected a file of certificates');
      expect(outside?.stderr).toContain('expected a path below the shared root');
      expect(never?.stderr).toContain('expected a run of this study on the fleet');
      for (const { code, stderr } of [unsigned, refused, nonsense, outside, never]) {
        expect(stderr).not.toMatch(/XYZZY|PLUGH|\n {4}at /);
        expect(code).toBe(2);
      }
    });

    it('does a run that a closed terminal leaves, and tells how it stands, nowhere with the password', async () => {
      const study = sharedStudy('study');
      const alone = tinyStudy(6);
      const embedded = ends(['run', alone, '--quiet', '--workers', '1']);
      expect((await ends(['queue', 'pause'], environment)).stdout).toContain('paused');

      const terminal = start(['run', study, '--redis'], environment);
      // Paused, the fleet has submitted all documents and begun none.
      await until(async () => {
        const { queues } = await depth.ask();
        return queues.some(({ queue, waiting }) => queue === 'ingest' && waiting === 6);
      });
      const submitted = await everything(redis, account);
      expect(submitted).toContain('study/corpus/documents');
      terminal.process.kill('SIGHUP');
      const left = await terminal.ended;
      expect(left.stderr).toContain('left: the run goes on; `titrate attach');
      expect(left.code).toBe(130);

      const seen = await status(study);
      expect(seen.stdout).toMatch(/workers {3}3\n .*\bingest 1\b/);
      expect(seen.stdout).toMatch(/ingest {4}.*paused/);
      expect(seen.stdout).toMatch(/run of it under way, no document done yet/);

      expect((await ends(['queue', 'resume'], environment)).stdout).not.toContain('paused');
      const attached = await ends(['attach', study, '--json', '--strict'], environment);
      const answer = JSON.parse(attached.stdout);
      expect(attached.code).toBe(0);
      expect(answer.missing).toBeNull();
      expect(answer.findings[0]).toMatchObject({ hypothesis: 'H1' });
      expect(existsSync(join(answer.report, 'report.html'))).toBe(true);
      expect((await embedded).code).toBe(0);
      expect(tables(study)).toEqual(tables(alone));

      const told = JSON.parse((await status(study, '--json')).stdout);
      expect(told.workers.map(({ role }: { role: string }) => role).toSorted()).toEqual([
        'ingest',
        'report',
        'tag',
      ]);
      expect(told.run).toMatchObject({
        state: 'done',
        summary: { report: expect.stringMatching(/^study\/reports\//) },
      });
      expect((await status(study)).stdout).toMatch(/run of it done: study\/reports\/.*report\.html/);

      const measured = await Promise.all(
        [0, 1, 2].map(async (part) => (await fetch(`http://127.0.0.1:${metricsPort + part}/metrics`)).text()),
      );
      const counts = measured.map((text, part) => {
        const step = ['ingest', 'tag', 'run'][part];
        const samples = readOpenMetrics(text).get('titrate_step_seconds')?.samples;
        return samples?.get(`titrate_step_seconds_count{step="${step}"}`);
      });
      expect(counts).toEqual([6, 6, 1]);

      const places = {
        logs: worker.stdout() + worker.stderr() + left.stderr + attached.stderr,
        jobs: submitted,
        'the server': await everything(redis, account),
        metrics: measured.join(),
        files: filesBelow(study),
        'command lines': commandLines(worker),
      };
      for (const [place, text] of Object.entries(places)) {
        expect(text.length, place).toBeGreaterThan(20);
        expect(text, place).not.toContain('XYZZY');
        expect(text, place).not.toContain(username);
      }
    });

    it('opens an encrypted file with a password that never goes through the server', async () => {
      const study = sharedStudy('locked', 2);
      const userPassword = 'Offen-QWXY-4711';
      const text = 'Las cooperativas son una alternativa al capitalismo.';
      put(study, {
        'study.yaml': `title: Locked\npasswords: { "documents/l*.pdf": ${userPassword} }\n`,
        'corpus/documents/locked.pdf': await pdf((document) => document.text(text, 50, 50), { userPassword }),
      });
      expect((await ends(['queue', 'pause'], environment)).code).toBe(0);
      const run = start(['run', study, '--redis'], environment);
      await until(async () => (await everything(redis, account)).includes('locked.pdf'));
      const submitted = await everything(redis, account);
      expect((await ends(['queue', 'resume'], environment)).code).toBe(0);
      expect((await run.ended).code).toBe(0);
      expect(tables(study)['documents.csv']).toMatch(/documents\/locked\.pdf,ok/);
      for (const place of [submitted, await everything(redis, account), worker.stdout() + worker.stderr()]) {
        expect(place).not.toContain('QWXY');
      }
    });

    it('logs one line an event, with job and document', () => {
      const lines = eventsOf(worker);
      const done = lines.filter(({ event, step }) => event === 'done' && step === 'ingest');
      expect(done.length).toBeGreaterThanOrEqual(6);
      for (const line of done) {
        expect(line).toMatchObject({
          role: 'ingest',
          file: expect.stringMatching(/^documents\//),
        });
        expect(line).not.toHaveProperty('failure');
        expect(line['job']).toMatch(/^[0-9a-f]{64}$/);
      }
      expect(lines.find(({ step }) => step === 'run')).toMatchObject({ event: 'done', file: 'study' });
    });

    it('keeps what fails in all attempts, to be listed, tried again and discarded', async () => {
      const letters = ['a', 'b', 'c'].map((name) => jobFor(`letters/${name}\u001b[31m.txt`));
      await attack(redis, account, { batches: letters.map((job) => [job]) });
      await until(async () => (await depth.ask()).dead === 3);
      const listed = await ends(['queue'], environment);
      expect(listed.stdout).toMatch(
        /[0-9a-f]{12} {2}letters\/a\ufffd\[31m\.txt {2}crashed: .*ENOENT.*, 2 attempts/,
      );
      expect(listed.stdout).not.toContain('\u001b');
      const [first] = letters;
      const wrong = await Promise.all([
        ends(['queue', 'retry'], environment),
        ends(['queue', 'retry', 'zzz'], environment),
        ends(['queue', 'discard', ''], environment),
        ends(['queue', 'purge'], environment),
      ]);
      expect(wrong.map(({ code }) => code)).toEqual([2, 2, 2, 2]);
      expect(wrong[2]?.stderr).toContain('which 3 begin with');

      const discarded = await ends(['queue', 'discard', first?.id ?? '', '--json'], environment);
      expect(JSON.parse(discarded.stdout).deadLetters).toHaveLength(2);
      const again = await ends(['queue', 'retry', 'all'], environment);
      expect(again.stderr.match(/put back/g)).toHaveLength(2);
      await until(async () => (await depth.ask()).dead === 2);
      expect((await ends(['queue', 'discard', 'all'], environment)).stdout).toContain('0 given up');
    });

    it('reads nothing outside its root, whatever a job says, and harms nobody by it', async () => {
      const secret = 'SECRET-alternativa al capitalismo-SECRET';
      put(folder, { 'secret.txt': secret, 'shared/trap/ok.txt': 'La economía solidaria.' });
      symlinkSync(join(folder, 'secret.txt'), join(root, 'trap', 'leak.txt'));
      symlinkSync(folder, join(root, 'trap', 'out'));
      const before = { pids: pidsOf(worker), refused: refusedOf(worker) };
      const bad = [
        { ...jobFor('x'), path: join(folder, 'secret.txt') },
        { ...jobFor('x'), path: '../secret.txt' },
        { ...jobFor('x'), path: 'http://127.0.0.1:1/secret.txt' },
        { ...jobFor('x'), artefacts: '../stolen' },
        { ...jobFor('x'), file: 'a'.repeat(100_000) },
        { ...jobFor('x'), keys: Array.from({ length: 50_000 }, () => 'k') },
        JSON.parse('{"__proto__":{"path":"a"},"constructor":{"prototype":{}}}'),
        'a text',
        null,
        [],
      ];
      const links = ['trap/leak.txt', 'trap/out/secret.txt'].map((path) => jobFor(path));
      const stolen = { ...jobFor('trap/ok.txt'), artefacts: 'trap/out/stolen' };
      await attack(redis, account, {
        ingest: bad,
        batches: [...links, stolen].map((job) => [job]),
        tag: [{ jobs: bad }, { jobs: Array(501).fill(jobFor('x')) }, { jobs: { length: 1e9 } }, 'x'],
        run: [
          { study: '../', documentsRoots: [], startedAt: new Date().toISOString() },
          { study: 'trap/out', documentsRoots: [], startedAt: new Date().toISOString() },
          { study: 'never-asked', output: '../x', documentsRoots: ['/etc'], startedAt: 'now' },
          { study: 'a'.repeat(1_000_000) },
          'x',
        ],
      });
      const after = await ends(['run', sharedStudy('after', 4), '--redis', '--json', '--quiet'], environment);
      expect(JSON.parse(after.stdout)).toMatchObject({ missing: null });
      await until(async () => refusedOf(worker) - before.refused >= bad.length + 4 + 4);

      const letters = JSON.parse((await ends(['queue', '--json'], environment)).stdout).deadLetters;
      expect(letters).toHaveLength(3);
      for (const { failure } of letters) {
        expect(failure).toMatchObject({
          kind: 'crashed',
          detail: expect.stringContaining('below the shared root'),
        });
      }
      expect(pidsOf(worker)).toEqual(before.pids);
      expect(existsSync(join(folder, 'stolen'))).toBe(false);
      expect(readdirSync(folder).toSorted()).not.toContain('x');
      expect(await everything(redis, account)).not.toContain('SECRET-');
      expect(worker.stderr()).not.toContain('SECRET-');
    });

    it('lets what runs end when it is told to stop, and leaves the fleet', async () => {
      worker.process.kill('SIGTERM');
      const { code } = await worker.ended;
      expect(code).toBe(0);
      expect(eventsOf(worker).filter(({ event }) => event === 'stopped')).toHaveLength(3);
      const study = join(root, 'study');
      const waits = start(['run', study, '--redis'], environment);
      await waits.says('no worker is at work: start one with `titrate worker`');
      waits.process.kill('SIGINT');
      expect((await waits.ended).code).toBe(130);
      expect((await status(study)).stdout).toMatch(
        /workers {3}none[\s\S]*run of it waits for a report worker/,
      );
      // A person can leave although the server is gone.
      const hung = start(['attach', study], environment);
      await hung.says('no worker is at work');
      await Promise.all([redis.stop(), depth.close()]);
      hung.process.kill('SIGINT');
      expect((await hung.ended).code).toBe(130);
    });

    function status(study: string, ...more: string[]) {
      return ends(['status', study, '--redis', ...more], environment);
    }
  },
);

/** A document's job below the shared root. */
function jobFor(path: string) {
  const id = Buffer.from(path).toString('hex').padEnd(64, '0').slice(-64);
  const scanned = { recognition: id, passages: id, tags: id, mentions: id };
  const keys = { document: id, passages: id, tags: id, mentions: id, scanned };
  const ocr = { engine: 'off', version: '', dpi: 200, seconds: 60, confidence: 60, low: 'keep' };
  const job = {
    id,
    file: path,
    path,
    artefacts: 'artefacts',
    hash: id,
    language: null,
    characters: 1_000_000,
  };
  return FleetJob.parse({ ...job, lexicon: id, object: 'SSE', ocr, keys });
}

type Event = Readonly<Record<string, unknown>> & { readonly event: string };

function eventsOf(worker: Command): readonly Event[] {
  return worker
    .stderr()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
}

function refusedOf(worker: Command): number {
  return eventsOf(worker).filter(({ event }) => event === 'refused').length;
}

function pidsOf(worker: Command): readonly unknown[] {
  return eventsOf(worker).flatMap(({ event, pid }) => (event === 'ready' ? [pid] : []));
}

async function workersReady(worker: Command): Promise<void> {
  await until(async () => {
    if (worker.process.exitCode !== null) throw new Error(`Expected workers, got ${worker.stderr()}`);
    return pidsOf(worker).length === 3;
  });
}

/** Asks again until it is so; the test's own limit ends a wait in vain. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 50));
}

/** All that stands in the files of a folder, as text. */
function filesBelow(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'latin1'))
    .join('\n');
}

/** Command lines and titles of a process and all that it started. */
function commandLines({ process: { pid } }: Command): string {
  const children = (of: number): readonly number[] => {
    const found = readFileSync(`/proc/${of}/task/${of}/children`, 'utf8')
      .split(' ')
      .filter((text) => text !== '');
    return [of, ...found.flatMap((text) => children(Number(text)))];
  };
  return children(pid ?? 0)
    .map((one) => readFileSync(`/proc/${one}/cmdline`, 'utf8'))
    .join('\n');
}
