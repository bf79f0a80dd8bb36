import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder of what files of tests share. */
    readonly shared: string;
  }
}

/** Gives files of tests a folder for what takes long to make; it is gone after the last of them. */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'titrate-shared-'));
  project.provide('shared', folder);
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
