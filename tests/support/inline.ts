import { readFile } from 'node:fs/promises';
import { openPipeline } from '../../src/app/pipeline.ts';
import { run } from '../../src/app/run.ts';
import type { RunPorts } from '../../src/app/study.ts';
import { embeddedEngine } from '../../src/compose/engines.ts';
import { openForWork } from '../../src/compose/open.ts';
import { openRecogniser } from '../../src/io/ocr/recogniser.ts';
import type { ArtefactKind, ArtefactStore } from '../../src/model/ports.ts';

/** How often each kind of artefact was written, and how many files were opened. */
export type Effort = Record<ArtefactKind | 'opened', number>;

/**
 * Runs a study with the whole pipeline in this process, in a given order of jobs, and counts what was
 * done: the embedded queue is tested elsewhere.
 */
export async function runInline(
  study: string,
  options: {
    readonly reverse?: boolean;
    readonly overrides?: Partial<RunPorts>;
    readonly database?: Partial<RunPorts['database']>;
  } = {},
): Promise<Effort> {
  const { input, ports, corpus } = await openForWork(study, {}, embeddedEngine());
  const effort: Effort = {
    lexicon: 0,
    yaml: 0,
    resolved: 0,
    document: 0,
    recognition: 0,
    passages: 0,
    tags: 0,
    mentions: 0,
    carried: 0,
    opened: 0,
  };
  const artefacts = counting(ports.artefacts, effort);
  const pipeline = openPipeline({
    artefacts,
    readBytes: (path) => {
      effort.opened++;
      return readFile(path);
    },
    recogniser: async (plan) =>
      openRecogniser(plan, { seconds: plan.seconds, megabytes: 1024, lanes: () => 2 }),
  });
  const queue: RunPorts['queue'] = {
    ...ports.queue,
    async run(jobs, ended) {
      const all = [...jobs];
      for (const job of options.reverse ? all.reverse() : all) {
        await ended(job, { result: await pipeline.tag(job), failure: null });
      }
    },
  };
  try {
    const database = { ...ports.database, ...options.database };
    await run(
      input,
      await corpus(),
      { ...ports, database, artefacts, queue, ...options.overrides },
      () => {},
    );
  } finally {
    ports.database.close();
  }
  return effort;
}

function counting(store: ArtefactStore, effort: Effort): ArtefactStore {
  return {
    has: (kind, key) => store.has(kind, key),
    read: (kind, key) => store.read(kind, key),
    write: (kind, key, value) => {
      effort[kind]++;
      return store.write(kind, key, value);
    },
  };
}
