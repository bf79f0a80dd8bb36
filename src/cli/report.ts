import type { Command } from 'commander';
import { studyOptions } from './options.ts';
import { findingLines, missingLine } from './overview.ts';
import type { StudyFlags } from './place.ts';
import { requireRun } from './require-run.ts';
import { exitCodes, say } from './talk.ts';

/** `titrate report`: the report anew, without reading a document. */
export function addReport(program: Command): void {
  studyOptions(
    program
      .command('report')
      .summary('write the report again from what was read')
      .description(
        'Assesses the claims again and writes a new report from what the last run read, without opening a document: after a change of claims or of the settings of the test.',
      )
      .argument('[study]', 'folder or manifest', '.'),
  )
    .option('--json', 'print the findings as JSON')
    .action(async (path: string, flags: StudyFlags & { json?: true }) => {
      const [{ openForWork }, { publish }] = await Promise.all([
        import('./compose.ts'),
        import('../app/run.ts'),
      ]);
      const { input, ports } = await openForWork(path, flags);
      try {
        requireRun(ports.database, path);
        const { results, folder } = await publish(input, ports);
        if (flags.json) say(JSON.stringify({ report: folder, findings: results.findings }, null, 2));
        else {
          for (const line of findingLines(results)) say(`  ${line}`);
          const missing = missingLine(results.ingest);
          if (missing !== null) say(`\n  ${missing}`);
          say(`  report   ${folder}/report.html`);
        }
        process.exitCode = exitCodes.done;
      } finally {
        ports.database.close();
      }
    });
}
