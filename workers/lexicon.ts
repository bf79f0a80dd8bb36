import { parentPort, workerData } from 'node:worker_threads';
import { type Drafting, openDrafting } from '../src/compose/drafting.ts';
import type { StudyOptions } from '../src/io/study.ts';
import { InputError } from '../src/model/input.ts';

// A thread of the explorer beside the one that answers: checking a lexicon and tagging by it take longer than a page may wait.
const { path, options } = workerData as { readonly path: string; readonly options: StudyOptions };
const drafting = openDrafting(path, options);

parentPort?.on(
  'message',
  async ({ id, ask, with: given }: { id: number; ask: keyof Drafting; with: readonly unknown[] }) => {
    const work = drafting[ask] as (...given: readonly unknown[]) => Promise<unknown>;
    try {
      parentPort?.postMessage({ id, answer: await work(...given) });
    } catch (error) {
      const lines = error instanceof InputError ? error.lines : null;
      const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
      parentPort?.postMessage({ id, lines, trace });
    }
  },
);
