import type { CorpusMeans } from '../io/corpus.ts';
import { openIndex } from '../io/database.ts';
import { openStudy } from '../io/study.ts';
import { InputError } from '../model/input.ts';
import type { MeasuredCategory } from '../model/lexicon.ts';
import type { StudyDatabase } from '../model/ports.ts';
import type { Observation } from '../model/profile.ts';
import type { IngestRow } from '../model/results.ts';
import type { Addition } from '../model/standing.ts';
import { type FetchFlags, fetchingOf } from './fetching.ts';
import type { FleetFlags } from './fleet.ts';
import { optionsOf, type StudyFlags } from './place.ts';
import { openProgress } from './progress.ts';
import { exitCodes } from './talk.ts';

/** What commands that analyse new documents are told. */
export type AnalyseFlags = StudyFlags &
  FleetFlags &
  FetchFlags & { readonly workers?: number; readonly quiet?: true };

/** What a run with new documents came to. */
export type Analysed = {
  /** Folder of the report. */
  readonly report: string;
  readonly addition: Addition;
  readonly categories: readonly MeasuredCategory[];
  /** What is not in the numbers, old or new; null where everything is. */
  readonly missing: string | null;
};

/** Which documents are new, and what the index said before where that is known. */
export type News = {
  readonly isNew: (row: IngestRow) => boolean;
  readonly before?: Iterable<Observation>;
};

/**
 * Runs a study, here or on a fleet, and compares what is new with what was there. Gives an exit code where the run did
 * not come to its end; rejects with the signal's reason when it is aborted.
 */
export async function analyseNew(
  path: string,
  flags: AnalyseFlags,
  means: CorpusMeans,
  news: News,
  signal: AbortSignal,
): Promise<Analysed | number> {
  return flags.redis === undefined
    ? analyseHere(path, flags, means, news, signal)
    : analyseOnFleet(path, flags, news);
}

async function analyseHere(
  path: string,
  flags: AnalyseFlags,
  means: CorpusMeans,
  { isNew, before }: News,
  signal: AbortSignal,
): Promise<Analysed> {
  const [{ openForWork }, { embeddedEngine }, { run }, { addition }, { missingLine }] = await Promise.all([
    import('../compose/open.ts'),
    import('../compose/engines.ts'),
    import('../app/run.ts'),
    import('../app/addition.ts'),
    import('../app/overview.ts'),
  ]);
  const options = { ...optionsOf(flags), ...fetchingOf(flags) };
  const { input, ports, corpus } = await openForWork(path, options, embeddedEngine(flags.workers), means);
  const progress = openProgress(flags.quiet === true);
  try {
    const files = await corpus();
    if (files.length === 0) {
      throw new InputError([`${path}  expected documents, got none: put files into corpus/documents`]);
    }
    const { results, folder } = await run(input, files, ports, progress.update, signal);
    return {
      report: folder,
      addition: addition(input, ports.database, isNew, before),
      categories: input.lexicon.measured,
      missing: missingLine(results.ingest),
    };
  } finally {
    progress.stop();
    await ports.queue.close();
    ports.database.close();
  }
}

/** The run is the fleet's; what it indexed on the shared root is compared here. */
async function analyseOnFleet(
  path: string,
  flags: AnalyseFlags,
  { isNew, before }: News,
): Promise<Analysed | number> {
  const [{ runOnFleet }, { inputOf }, { addition }] = await Promise.all([
    import('./follow.ts'),
    import('../compose/open.ts'),
    import('../app/addition.ts'),
  ]);
  const ends: Pick<Analysed, 'report' | 'missing'>[] = [];
  const code = await runOnFleet(path, flags, ({ missing }, report) => {
    ends.push({ report, missing });
  });
  const [end] = ends;
  if (end === undefined) return code;
  const place = await openStudy(path, optionsOf(flags));
  const input = await inputOf(place, { fleet: true });
  return withIndex(place.state, (database) => ({
    ...end,
    addition: addition(input, database, isNew, before),
    categories: input.lexicon.measured,
  }));
}

/** Asks the index of a study that no run has open here. */
export function withIndex<T>(state: string, ask: (database: StudyDatabase) => T): T {
  const database = openIndex(state);
  try {
    return ask(database);
  } finally {
    database.close();
  }
}

/** The exit code of a command whose run came to its end. */
export function endOf({ missing }: Analysed, strict: boolean): number {
  return strict && missing !== null ? exitCodes.incomplete : exitCodes.done;
}
