import type { CorpusFile } from '../model/ports.ts';
import type { Results } from '../model/results.ts';
import { report } from '../report/report.ts';
import { analyse } from './analyse.ts';
import { refresh } from './refresh.ts';
import type { ProgressListener, RunPorts, StudyInput } from './study.ts';

/** What a run came to, and the folder of its report. */
export type RunOutcome = { readonly results: Results; readonly folder: string };

/**
 * The whole job: reads what is new, assesses the claims, writes the report. The time of the start names
 * the run: with the same one it is the same run, taken up again.
 */
export async function run(
  study: StudyInput,
  corpus: readonly CorpusFile[],
  ports: RunPorts,
  onProgress: ProgressListener,
  signal?: AbortSignal,
  startedAt: Date = ports.now(),
): Promise<RunOutcome> {
  await refresh(study, corpus, ports, onProgress, signal);
  return publish(study, ports, startedAt);
}

/** The report anew from what is indexed, without looking at the corpus. */
export async function publish(
  study: StudyInput,
  ports: Pick<RunPorts, 'database' | 'writeReport' | 'pseudonymKey' | 'now'>,
  startedAt: Date = ports.now(),
): Promise<RunOutcome> {
  const results = analyse(study, ports.database.corpus(), ports, startedAt);
  const folder = await ports.writeReport(results.run.run, report(results));
  ports.database.addRun(results.run, folder);
  return { results, folder };
}
