import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { createApp } from '../../src/explorer/app.ts';
import { type Desk, openDesk } from '../../src/explorer/desk.ts';
import type { Pages } from '../../src/explorer/pages.ts';
import type { Serving } from '../../src/explorer/serve.ts';
import { titrate } from './cli.ts';
import { once } from './once.ts';
import { copySample, serve } from './served.ts';

/** The name that tests ask the explorer by, in process. */
export const host = '127.0.0.1:4617';

/** Where a copy of the sample study lies that was run, for the tests of one file to change as they like. */
export type Sample = { readonly study: string; readonly desk: Desk };

/**
 * Copies the sample study as it is once it has been run before the first test of a file, and takes it away after the last;
 * what `prepare` adds to the copy is run too.
 */
export function givenSample(prepare?: (study: string) => void | Promise<void>): () => Sample {
  return given(async (study) => {
    const base = await once('sample', async (folder) => {
      copySample(folder);
      await run(folder);
    });
    cpSync(base, study, { recursive: true });
    if (prepare === undefined) return;
    await prepare(study);
    await run(study);
  });
}

/**
 * Makes and runs a study before the first test of a file, and takes it away after the last. Its documents may lie below
 * `roots`; where `make` is null there is none, and all tests of the file are skipped.
 */
export function givenStudy(
  make: ((study: string) => void | Promise<void>) | null,
  roots: readonly string[] = [],
): () => Sample {
  return given(
    make === null
      ? null
      : async (study) => {
          await make(study);
          await run(study, roots);
        },
    roots,
  );
}

async function run(study: string, roots: readonly string[] = []): Promise<void> {
  const ran = await titrate(['run', study, ...roots.flatMap((root) => ['--documents-root', root])]);
  if (ran.code !== 0) throw new Error(`expected the study to run, got ${ran.code}: ${ran.stderr}`);
}

/** Makes a study before the first test of a file, and takes it away after the last. */
function given(make: ((study: string) => Promise<void>) | null, roots: readonly string[] = []): () => Sample {
  let sample: Sample | null = null;
  const folder = mkdtempSync(join(tmpdir(), 'titrate-explorer-'));
  const study = join(folder, 'study');
  beforeAll(async () => {
    if (make === null) return;
    await make(study);
    sample = { study, desk: await openDesk(study, { documentsRoot: roots }) };
  }, 180_000);
  afterAll(() => {
    sample?.desk.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return () => {
    if (sample === null) throw new Error('expected the study to have been run');
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

/** Serves a study with its real pages until the tests of a file have ended, to one coder alone where one is named, unless there is none. */
export function givenServing(
  sample: () => Sample,
  { isThere = true, coder = null }: { readonly isThere?: boolean; readonly coder?: string | null } = {},
): () => Serving {
  let serving: Serving | null = null;
  beforeAll(async () => {
    if (isThere) serving = await serve(sample().desk, coder);
  }, 120_000);
  afterAll(() => serving?.close());
  return () => {
    if (serving === null) throw new Error('expected the explorer to be served');
    return serving;
  };
}
