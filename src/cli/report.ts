import type { Command } from 'commander';
import { findingLines, missingLine, sameLine } from '../app/overview.ts';
import { installedBrowser, printPdf } from '../io/browser.ts';
import { openStudy } from '../io/study.ts';
import { openRun } from './open-run.ts';
import { studyOptions } from './options.ts';
import { optionsOf, type StudyFlags } from './place.ts';
import { exitCodes, say, strong } from './talk.ts';

type ReportFlags = {
  readonly json?: true;
  readonly methods?: true;
  readonly pdf?: true;
  readonly tags?: true;
};

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
    .option('--pdf', 'print the report to report.pdf too, through an installed Chromium')
    .option('--json', 'print the findings as JSON')
    .option(
      '--tags',
      'write the tags of all passages into tables/tags.csv, not only of those in evidence.csv',
    )
    .option('--methods', 'write a methods appendix with its references (BibTeX) into the report as well')
    .action(async (path: string, flags: StudyFlags & ReportFlags) => {
      const [{ openForWork }, { embeddedEngine }, { publish }] = await Promise.all([
        import('../compose/open.ts'),
        import('../compose/engines.ts'),
        import('../app/run.ts'),
      ]);
      // Whether it can be printed is asked before the work, not after it.
      const browser = flags.pdf ? installedBrowser() : null;
      openRun((await openStudy(path, optionsOf(flags))).state, path).close();
      const { input, ports } = await openForWork(path, optionsOf(flags), embeddedEngine());
      try {
        const { results, folder } = await publish(input, ports, { methods: flags.methods, tags: flags.tags });
        if (browser !== null) await printPdf(browser, `${folder}/report.html`, `${folder}/report.pdf`);
        const appendix = flags.methods
          ? { methods: `${folder}/methods.md`, references: `${folder}/references.bib` }
          : null;
        if (flags.json)
          say(JSON.stringify({ report: folder, ...appendix, findings: results.findings }, null, 2));
        else {
          for (const line of findingLines(results, strong)) say(`  ${line}`);
          const missing = missingLine(results.ingest);
          const same = sameLine(results.ingest);
          if (missing !== null) say(`\n  ${missing}`);
          if (same !== null) say(`  ${same}`);
          say(`  report   ${folder}/report.html`);
          if (appendix !== null) say(`  methods  ${appendix.methods}\n           ${appendix.references}`);
          if (browser !== null) say(`  pdf      ${folder}/report.pdf`);
        }
        process.exitCode = exitCodes.done;
      } finally {
        ports.database.close();
      }
    });
}
