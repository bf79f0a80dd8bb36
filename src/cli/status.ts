import type { Command } from 'commander';
import { corpusLine, counted } from '../app/overview.ts';
import { pseudonymsOf } from '../app/pseudonyms.ts';
import { releasedRows } from '../app/release-rows.ts';
import { pseudonymKey } from '../io/pseudonym-key.ts';
import { openStudy } from '../io/study.ts';
import { describe } from '../model/problem.ts';
import { type FleetFlags, fleetOptions } from './fleet.ts';
import { openRun } from './open-run.ts';
import { studyOptions } from './options.ts';
import { optionsOf, type StudyFlags } from './place.ts';
import { exitCodes, say, strong } from './talk.ts';

/** `titrate status`: what the last run left, document by document. */
export function addStatus(program: Command): void {
  fleetOptions(
    studyOptions(
      program
        .command('status')
        .summary('say what has been read and what went wrong')
        .description(
          'Says what the last run read, which documents have problems, and where the reports are. With --redis: who works for the fleet, what waits, what was given up and, where a study is named, how its run stands.',
        )
        .argument('[study]', 'folder or manifest (default: ".")'),
    ),
  )
    .option('--json', 'print runs and documents as JSON')
    .action(async (given: string | undefined, flags: StudyFlags & FleetFlags & { json?: true }) => {
      if (flags.redis !== undefined) {
        const { sayFleet } = await import('./fleet-status.ts');
        await sayFleet(given, flags);
        process.exitCode = exitCodes.done;
        return;
      }
      const path = given ?? '.';
      const place = await openStudy(path, optionsOf(flags));
      const database = openRun(place.state, path);
      try {
        const rows = database.corpus();
        const runs = database.runs();
        if (flags.json) {
          // What is printed for programs goes on to who knows where.
          const pseudonyms = pseudonymsOf(place.file.privacy, () => pseudonymKey(place.pseudonymKey));
          const documents = releasedRows(rows, database, pseudonyms);
          say(JSON.stringify({ runs, documents }, null, 2));
        } else {
          say(`  ${corpusLine(place.file.title, rows, strong)}`);
          for (const status of ['ok', 'partial', 'failed']) {
            const some = rows.filter((row) => row.status === status);
            say(`  ${status.padEnd(8)} ${counted(some.length, 'document')}`);
          }
          for (const problem of rows.flatMap((row) => row.problems)) say(`    ${describe(problem)}`);
          say(`  ${counted(runs.length, 'run')}`);
          for (const { run, folder } of runs) say(`    ${run.startedAt}  ${folder}/report.html`);
        }
        process.exitCode = exitCodes.done;
      } finally {
        database.close();
      }
    });
}
