import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { createApp } from '../../src/explorer/app.ts';
import { type Desk, openDesk } from '../../src/explorer/desk.ts';
import { type Pages, readPages } from '../../src/explorer/pages.ts';
import { type Serving, startExplorer } from '../../src/explorer/serve.ts';
import { builtPages } from '../../src/io/pages.ts';
import { titrate } from './cli.ts';

/** The name that tests ask the explorer by, in process. */
export const host = '127.0.0.1:4617';

/** Where a copy of the sample study lies that was run, for the tests of one file to change as they like. */
export type Sample = { readonly study: string; readonly desk: Desk };

/**
 * Copies and runs the sample study before the first test of a file, and takes it away after the last; `prepare` may add to
 * the copy before it is run.
 */
export function givenSample(prepare: (study: string) => void | Promise<void> = () => {}): () => Sample {
  let sample: Sample | null = null;
  const folder = mkdtempSync(join(tmpdir(), 'titrate-explorer-'));
  const study = join(folder, 'sample');
  beforeAll(async () => {
    for (const part of ['study.yaml', 'corpus', 'lexicons', 'claims', 'codings']) {
      if (existsSync(part)) cpSync(part, join(study, part), { recursive: true });
    }
    await prepare(study);
    const ran = await titrate(['run', study]);
    if (ran.code !== 0) throw new Error(`expected the sample to run, got ${ran.code}: ${ran.stderr}`);
    sample = { study, desk: await openDesk(study, {}) };
  }, 120_000);
  afterAll(() => {
    sample?.desk.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return () => {
    if (sample === null) throw new Error('expected the sample to have been run');
    return sample;
  };
}

const page: Pages = new Map([
  [
    '/index.html',
    {
      type: 'text/html; charset=utf-8',
      bytes: new TextEncoder().encode('<!doctype html><html lang="en"><p>page</p>'),
    },
  ],
]);

/** Asks the explorer in process, as its own pages do unless other headers are given. */
export async function asked(
  desk: Desk,
  path: string,
  {
    method = 'GET',
    body,
    headers = {},
    token = null,
    coder = null,
  }: {
    readonly method?: string;
    readonly body?: unknown;
    readonly headers?: Readonly<Record<string, string>>;
    readonly token?: string | null;
    readonly coder?: string | null;
  } = {},
): Promise<Response> {
  const app = createApp(desk, { hosts: new Set([host]), token, coder }, page, (error) => {
    throw error;
  });
  return app.fetch(
    new Request(`http://${host}${path}`, {
      method,
      headers: { host, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    }),
  );
}

/** Serves the sample with its real pages until the tests of a file have ended. */
export function givenServing(sample: () => Sample, coder: string | null = null): () => Serving {
  let serving: Serving | null = null;
  beforeAll(async () => {
    const pages = await readPages(await builtPages(() => {}));
    serving = await startExplorer(
      sample().desk,
      pages,
      { host: '127.0.0.1', port: 0, names: [], coder },
      (error) => {
        throw error;
      },
    );
  }, 120_000);
  afterAll(() => serving?.close());
  return () => {
    if (serving === null) throw new Error('expected the explorer to be served');
    return serving;
  };
}
