import type { Command } from 'commander';
import { corpusLine, findingLines, missingLine, sameLine } from '../app/overview.ts';
import { InputError } from '../model/input.ts';
import { type FetchFlags, fetchingOf, fetchOptions } from './fetching.ts';
import { type FleetFlags, fleetOptions } from './fleet.ts';
import { studyOptions } from './options.ts';
import { optionsOf, type StudyFlags } from './place.ts';
import { openProgress } from './progress.ts';
import { exitCodes, say, strong, tell } from './talk.ts';

type RunFlags = StudyFlags &
  FleetFlags &
  FetchFlags & {
    readonly workers?: number;
    readonly json?: true;
    readonly quiet?: true;
    readonly strict?: true;
  };

/** `titrate run`: the whole job on one study. */
export function addRun(program: Command): void {
  fetchOptions(
    fleetOptions(
      studyOptions(
        program
          .command('run')
          .summary('read a study, assess its claims and write the report')
          .description(
            'Reads what is new in a study, assesses its claims and writes the report. The study is a folder with study.yaml, a folder of documents, or a manifest (CSV). What was read before and has not changed is not read again. With --redis the work is done by a fleet of workers and goes on when this terminal is closed.',
          )
          .argument('[study]', 'folder or manifest', '.'),
      ),
    ),
  )
    .option('--workers <number>', 'processes that read at a time (default: the number of cores)', workersOf)
    .option('--json', 'print the findings as JSON')
    .option('--quiet', 'no progress and no overview, only the path of the report')
    .option('--strict', `end with code ${exitCodes.incomplete} where a document is not in the numbers`)
    .action(async (path: string, flags: RunFlags) => {
      if (flags.redis === undefined) process.exitCode = await runHere(path, flags);
      else {
        const { runOnFleet } = await import('./follow.ts');
        process.exitCode = await runOnFleet(path, flags);
      }
    });
}

async function runHere(path: string, flags: RunFlags): Promise<number> {
  // The stages are loaded by the commands that use them, so that a search starts at once.
  const [{ openForWork }, { embeddedEngine }, { run }] = await Promise.all([
    import('../compose/open.ts'),
    import('../compose/engines.ts'),
    import('../app/run.ts'),
  ]);
  const options = { ...optionsOf(flags), ...fetchingOf(flags) };
  const { input, ports, corpus } = await openForWork(path, options, embeddedEngine(flags.workers));
  const stop = new AbortController();
  const onInterrupt = () => stop.abort();
  process.once('SIGINT', onInterrupt).once('SIGTERM', onInterrupt);
  const silent = flags.quiet === true;
  const progress = openProgress(silent);
  try {
    const files = await corpus();
    if (files.length === 0) {
      throw new InputError([`${path}  expected documents, got none: put files into corpus/documents`]);
    }
    const sources = files.map(({ source }) => source);
    if (!silent) tell(`\n  ${corpusLine(input.file.title, sources, strong)}\n`);
    const { results, folder } = await run(
      input,
      files,
      ports,
      (state) => {
        progress.update(state);
        // The explorer shows how far the runs have come that it started.
        process.send?.(state);
      },
      stop.signal,
    );
    progress.stop();
    const missing = missingLine(results.ingest);
    if (flags.json) say(JSON.stringify({ report: folder, findings: results.findings, missing }, null, 2));
    else if (silent) say(`${folder}/report.html`);
    else {
      say('');
      for (const line of findingLines(results, strong)) say(`  ${line}`);
      say('');
      const same = sameLine(results.ingest);
      if (missing !== null) say(`  ${missing}`);
      if (same !== null) say(`  ${same}`);
      if (input.file.synthetic) say(`  synthetic: ${input.file.synthetic.statement}`);
      say(`  report   ${folder}/report.html`);
    }
    return flags.strict && missing !== null ? exitCodes.incomplete : exitCodes.done;
  } finally {
    progress.stop();
    await ports.queue.close();
    ports.database.close();
    process.off('SIGINT', onInterrupt).off('SIGTERM', onInterrupt);
  }
}

/** A number of processes; throws an InputError where it is none. */
export function workersOf(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) {
    throw new InputError([`--workers: expected a whole number from 1, got "${text}"`]);
  }
  return value;
}
