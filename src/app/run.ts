import type { CorpusFile } from '../model/ports.ts';
import type { Evidence, Results } from '../model/results.ts';
import { methods } from '../report/methods/methods.ts';
import { report } from '../report/report.ts';
import { analyse } from './analyse.ts';
import { methodsRecord } from './methods.ts';
import { pseudonymsOf } from './pseudonyms.ts';
import { refresh } from './refresh.ts';
import { released } from './release.ts';
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
  const notice = ports.announce(startedAt);
  try {
    const told: ProgressListener = (progress) => {
      notice.tell(progress);
      onProgress(progress);
    };
    await refresh(study, corpus, ports, told, signal);
    return await publish(study, ports, { startedAt });
  } finally {
    await notice.end();
  }
}

/** What of a report is asked for beside its page and tables, and when its run began: now where that is left out. */
export type Publishing = {
  /** A methods appendix with its references; it takes as long as telling how far coders agree. */
  readonly methods?: boolean | undefined;
  /** Tags of all passages in the table of tags, and not only those of the evidence. */
  readonly tags?: boolean | undefined;
  readonly startedAt?: Date | undefined;
};

/** The report anew from what is indexed, without looking at the corpus. */
export async function publish(
  study: StudyInput,
  ports: Pick<RunPorts, 'database' | 'writeReport' | 'pseudonymKey' | 'drawCurve' | 'now'>,
  { methods: isAsked = false, tags = false, startedAt = ports.now() }: Publishing = {},
): Promise<RunOutcome> {
  const results = await analyse(study, ports.database.corpus(), ports, startedAt);
  const appendix = isAsked ? methods(results, methodsRecord(study, ports.database)) : [];
  const tagged = tags ? releasedPassages(study, ports) : undefined;
  const folder = await ports.writeReport(results.run.run, [...report(results, tagged), ...appendix]);
  ports.database.addRun(results.run, folder);
  return { results, folder };
}

/** All passages of the documents in the numbers with their tags, read from the index as often as it takes. */
function releasedPassages(
  { file: { privacy } }: StudyInput,
  { database, pseudonymKey }: Pick<RunPorts, 'database' | 'pseudonymKey'>,
): Iterable<Evidence> {
  return released(database.passages(), privacy, pseudonymsOf(privacy, pseudonymKey));
}
