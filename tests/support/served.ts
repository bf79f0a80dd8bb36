import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Desk } from '../../src/explorer/desk.ts';
import { readPages } from '../../src/explorer/pages.ts';
import { type Serving, startExplorer } from '../../src/explorer/serve.ts';
import { builtPages } from '../../src/io/pages.ts';

/** Copies what the sample study is made of, without what was made of it. */
export function copySample(study: string): void {
  for (const part of ['study.yaml', 'corpus', 'lexicons', 'claims', 'codings']) {
    if (existsSync(part)) cpSync(part, join(study, part), { recursive: true });
  }
}

/** Serves a study with its real pages on a free port of this machine; a fault of the server is thrown. */
export async function serve(desk: Desk, coder: string | null = null): Promise<Serving> {
  const pages = await readPages(await builtPages(() => {}));
  return startExplorer(desk, pages, { host: '127.0.0.1', port: 0, names: [], coder }, (error) => {
    throw error;
  });
}
