import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openDesk } from '../../src/explorer/desk.ts';
import { indexPath } from '../../src/io/database.ts';
import { noticesOf, openNotices } from '../../src/io/notices.ts';
import type { Refusal } from '../../src/model/api/endpoint.ts';
import { ComparedRuns, LiveRun, RunRow, RunView } from '../../src/model/api/runs.ts';
import { titrate } from '../support/cli.ts';
import { asked, givenSample, givenServing } from '../support/explorer.ts';
import { temporaryFolder } from '../support/tiny.ts';

const sample = givenSample();
const serving = givenServing(sample);

async function runs(): Promise<readonly RunRow[]> {
  const { rows } = (await (await asked(sample().desk, '/api/runs')).json()) as { rows: unknown[] };
  return rows.map((row) => RunRow.parse(row));
}

async function refusal(answer: Promise<Response>): Promise<readonly [number, string]> {
  const response = await answer;
  return [response.status, ((await response.json()) as Refusal).lines.join('\n')];
}

/** Reads events of the live run until one fits, and gives all of them. */
async function heard(until: (state: LiveRun) => boolean): Promise<readonly LiveRun[]> {
  const stop = new AbortController();
  const answer = await fetch(new URL('/api/runs/live', serving().address), { signal: stop.signal });
  expect(answer.headers.get('content-type')).toBe('text/event-stream');
  const states: LiveRun[] = [];
  let text = '';
  for await (const part of answer.body ?? []) {
    text += Buffer.from(part).toString('utf8');
    const events = text.split('\n\n');
    text = events.pop() ?? '';
    states.push(
      ...events
        .filter((one) => one.startsWith('data: '))
        .map((one) => LiveRun.parse(JSON.parse(one.slice(6)))),
    );
    const last = states.at(-1);
    if (last !== undefined && until(last)) break;
  }
  stop.abort();
  return states;
}

const hostOf = () => new URL(serving().address).host;
const post = (method: 'POST' | 'DELETE', path: string) =>
  fetch(new URL(path, serving().address), {
    method,
    headers: { host: hostOf(), 'content-type': 'application/json' },
    body: '{}',
  });

describe('runs', () => {
  it('are told by what they read and came to', async () => {
    const [row] = await runs();
    expect(row?.documents).toBe(sample().desk.database().corpus().length);
    const { findings, ingest } = await sample().desk.results();
    const own = findings.filter(({ role, kind }) => role === 'primary' && kind !== 'overall');
    expect(row?.verdicts?.reduce((sum, one) => sum + one.hypotheses, 0)).toBe(own.length);
    const view = RunView.parse(await (await asked(sample().desk, `/api/runs/${row?.run}`)).json());
    expect(view.files.map(({ file }) => file)).toEqual(ingest.map(({ file }) => file));
    expect(view.settings.find(({ name }) => name === 'seed')?.value).toBe(String(view.seed));
    const [status] = await refusal(asked(sample().desk, '/api/runs/..%2f..'));
    expect(status).toBe(404);
  });

  it('run and serve on one study at once, with 50 readers and no error', async () => {
    writeFileSync(
      join(sample().study, 'corpus', 'documents', 'later.md'),
      'The solidarity economy is a tool that complements the market.\n',
    );
    const files = sample().desk.database().corpus();
    const document = files[0]?.document;
    const printed = files.find(({ format }) => format === 'pdf')?.document;
    const paths = [
      '/api/study',
      '/api/overview',
      '/api/documents',
      '/api/runs',
      '/api/institutions',
      `/api/documents/${document}`,
      `/api/documents/${document}/passages`,
      '/api/evidence?by=voice&key=civil_society&code=NEP',
      '/api/search?words=economia+solidaria',
      '/api/search?frame=NEP&sort=left',
      '/api/search/count?words=cooperativ*',
      '/api/search.csv?words=economia+solidaria',
      '/api/search.xlsx?frame=NEP&language=es',
      '/api/mentions?institution=Eastern+Arc+Pact&kind=role',
      `/api/documents/${printed}/pages/0?width=640`,
      `/api/documents/${printed}/pages/0/boxes`,
    ];
    const asked = new Map(paths.map((path) => [path, 0]));
    let isOver = false;
    const failures: string[] = [];
    let answers = 0;
    const readers = Array.from({ length: 50 }, async (_, reader) => {
      for (let turn = reader; !isOver; turn++) {
        const path = paths[turn % paths.length] ?? '';
        const answer = await fetch(new URL(path, serving().address));
        const bytes = Buffer.from(await answer.arrayBuffer());
        answers++;
        asked.set(path, (asked.get(path) ?? 0) + 1);
        if (answer.status !== 200) failures.push(`${path}: ${answer.status} ${bytes}`);
        if (bytes.length < 20) failures.push(`${path}: ${bytes.length} bytes`);
        // All of them share a process with the server here, and the run needs some of the machine too.
        await setTimeout(50);
      }
    });
    const ran = await titrate(['run', sample().study]);
    isOver = true;
    await Promise.all(readers);
    expect(ran.code, ran.stderr).toBe(0);
    expect(failures).toEqual([]);
    expect(answers).toBeGreaterThan(50);
    expect([...asked].filter(([, times]) => times === 0)).toEqual([]);
    expect((await runs()).length).toBe(2);
  }, 240_000);

  it('are compared: what changed, why, and what became of hypotheses', async () => {
    const [b, a] = await runs();
    const path = (one?: string, other?: string) => `/api/runs/compare?a=${one}&b=${other}`;
    const same = ComparedRuns.parse(await (await asked(sample().desk, path(a?.run, a?.run))).json());
    expect([same.why, same.differences]).toEqual([[], []]);
    expect(same.findings.some((one) => one.verdictChanged || one.numberChanged)).toBe(false);
    const other = ComparedRuns.parse(await (await asked(sample().desk, path(a?.run, b?.run))).json());
    expect(other.added).toEqual({ total: 1, names: [expect.stringMatching(/later\.md$/)] });
    expect(other.why).toEqual([{ part: 'documents', words: '1 file came.' }]);
    const moved = other.findings.filter((one) => one.verdictChanged || one.numberChanged);
    expect(moved.every(({ because }) => because.join() === 'documents')).toBe(true);
    const back = ComparedRuns.parse(await (await asked(sample().desk, path(b?.run, a?.run))).json());
    expect(back.removed).toEqual(other.added);
    const [status] = await refusal(asked(sample().desk, path(a?.run, '2001')));
    expect(status).toBe(404);
  });
});

describe('a run that is started from the pages', () => {
  it('tells how far it has come, one at a time, and is there for the pages when it ends', async () => {
    const before = (await runs()).length;
    writeFileSync(
      join(sample().study, 'corpus', 'documents', 'latest.md'),
      'The solidarity economy fights poverty in the region.\n',
    );
    let isRunning = false;
    const listening = heard(({ state }) => {
      // What is heard first is how the run before ended, which was started elsewhere.
      isRunning ||= state === 'running';
      return isRunning && state !== 'running';
    });
    const started = LiveRun.parse(await (await post('POST', '/api/runs')).json());
    expect(started.state).toBe('running');
    expect((await refusal(post('POST', '/api/runs')))[0]).toBe(409);
    const states = await listening;
    expect(states.map(({ state }) => state)).toContain('running');
    expect(states.at(-1)).toMatchObject({ state: 'done', progress: { failed: 0 } });
    expect(states.at(-1)?.progress?.done).toBe(states.at(-1)?.progress?.total);
    expect((await runs()).length).toBe(before + 1);
    expect((await refusal(post('DELETE', '/api/runs/live')))[0]).toBe(409);
  });

  it('can be stopped', async () => {
    const before = (await runs()).length;
    const listening = heard(({ state }) => state === 'stopped');
    await post('POST', '/api/runs');
    const [, states] = await Promise.all([post('DELETE', '/api/runs/live'), listening]);
    expect(states.at(-1)?.state).toBe('stopped');
    expect((await runs()).length).toBe(before);
  });

  it('says why where it cannot run', async () => {
    const file = join(sample().study, 'study.yaml');
    const desk = await openDesk(sample().study, {});
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, `${text}\nno_such_key: 1\n`);
    const ended = new Promise<LiveRun>((resolve) =>
      desk.work.watch((state) => (state.state === 'running' ? null : resolve(state))),
    );
    desk.work.start();
    const state = await ended;
    writeFileSync(file, text);
    desk.close();
    expect(state.state).toBe('failed');
    expect(state.lines.join('\n')).toMatch(/no_such_key.*expected no such key/);
  });
});

describe('a run that was started elsewhere', () => {
  it('is shown live, cannot be started again or stopped from here, and is there for the pages when it ends', async () => {
    const folder = temporaryFolder();
    const options = { state: join(folder, 'state'), output: join(folder, 'reports') };
    const desk = await openDesk(sample().study, options);
    const states: LiveRun[] = [];
    const refusals: (readonly [number, string])[] = [];
    const ended = new Promise<void>((resolve) =>
      desk.work.watch((state) => {
        const isFirst = states.length === 0;
        states.push(LiveRun.parse(state));
        if (isFirst) void refused();
        if (state.state !== 'running') resolve();
      }),
    );
    async function refused() {
      for (const [method, path] of [
        ['POST', '/api/runs'],
        ['DELETE', '/api/runs/live'],
      ] as const)
        refusals.push(await refusal(asked(desk, path, { method, body: {} })));
    }
    const places = ['--state', options.state, '--output', options.output];
    const ran = await titrate(['run', sample().study, ...places]);
    expect(ran.code, ran.stderr).toBe(0);
    await ended;
    expect(states[0]).toMatchObject({
      state: 'running',
      elsewhere: expect.stringMatching(/^process \d+ of/),
    });
    const done = states.map(({ progress }) => progress?.done ?? 0);
    expect(done).toEqual(done.toSorted((a, b) => a - b));
    const total = desk.database().corpus().length;
    expect(states.at(-1)).toMatchObject({ state: 'done', progress: { done: total, total } });
    expect(refusals).toEqual([
      [409, expect.stringMatching(/expected no run under way/)],
      [409, expect.stringMatching(/process \d+ of this machine: stop it where it was started/)],
    ]);
    expect(desk.runs().length).toBe(1);
    desk.close();
  });

  it('is told to have failed where it leaves no report', async () => {
    const state = join(temporaryFolder(), 'state');
    const desk = await openDesk(sample().study, { state });
    const heardOf = (wanted: LiveRun['state']) =>
      new Promise<LiveRun>((resolve) => {
        const unwatch = desk.work.watch((now) => {
          if (now.state === wanted) {
            unwatch();
            resolve(now);
          }
        });
      });
    const thread = new URL('../../workers/notice.ts', import.meta.url);
    const running = heardOf('running');
    const run = openNotices(noticesOf(state), thread)(new Date());
    await running;
    const failed = heardOf('failed');
    await run.end();
    expect((await failed).lines.join()).toMatch(/ended without a report/);
    desk.close();
  });
});

describe('an index that is made anew under an open explorer', () => {
  it('is read when its tables are of another version for a while', async () => {
    const path = indexPath(join(sample().study, '.titrate'));
    const database = new DatabaseSync(path);
    const version = database.prepare('PRAGMA user_version').get()?.['user_version'];
    database.exec('PRAGMA user_version = 1');
    database.close();
    expect(await refusal(asked(sample().desk, '/api/documents'))).toEqual([
      404,
      expect.stringMatching(/expected a study that has been run/),
    ]);
    const again = new DatabaseSync(path);
    again.exec(`PRAGMA user_version = ${version}`);
    again.close();
    expect((await asked(sample().desk, '/api/documents')).status).toBe(200);
  });

  it('is read when another file stands in its place', async () => {
    const path = indexPath(join(sample().study, '.titrate'));
    for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
    const [status] = await refusal(asked(sample().desk, '/api/documents'));
    expect(status).toBe(404);
    const ran = await titrate(['run', sample().study]);
    expect(ran.code, ran.stderr).toBe(0);
    expect((await runs()).length).toBe(1);
    const { rows } = (await (await asked(sample().desk, '/api/documents')).json()) as { rows: unknown[] };
    expect(rows.length).toBe(sample().desk.database().corpus().length);
    expect(rows.length).toBeGreaterThan(70);
  });
});
