import { join } from 'node:path';
import type { Command } from 'commander';
import { openStudy } from '../io/study.ts';
import { InputError } from '../model/input.ts';
import { describe } from '../model/problem.ts';
import { openRun } from './open-run.ts';
import { studyOptions } from './options.ts';
import { optionsOf, type StudyFlags } from './place.ts';
import { exitCodes, harmless, say, strong } from './talk.ts';

type AgreementFlags = StudyFlags & { readonly tables?: string; readonly json?: true };

/** `titrate agreement`: how far coders agree, and the lexicon with them. */
export function addAgreement(program: Command): void {
  studyOptions(
    program
      .command('agreement')
      .summary('say how far coders agree, and how far the lexicon agrees with them')
      .description(
        "Krippendorff's alpha, kappa, AC1 and specific agreement for everything that is coded, with intervals over documents; precision, recall and F1 of every frame and term, weighed by the chances of the draw, by institution, voice and language; and how well the fields of the profile of institutions are read, where mentions were coded.",
      )
      .argument('[study]', 'folder or manifest', '.'),
  )
    .option(
      '--tables <folder>',
      'write agreement.csv, frames.csv, terms.csv and fields.csv into a new folder',
    )
    .option('--json', 'print everything as JSON')
    .action(async (path: string, flags: AgreementFlags) => {
      const [{ validation }, { agreementLines }, { agreementTables }, { openCodings }, { openReports }] =
        await Promise.all([
          import('../app/agreement.ts'),
          import('../app/agreement-lines.ts'),
          import('../app/agreement-tables.ts'),
          import('../compose/codings.ts'),
          import('../io/reports.ts'),
        ]);
      const place = await openStudy(path, optionsOf(flags));
      const { study } = await openCodings(place);
      if (study.codings.log.length === 0) {
        throw new InputError([
          `${path}  expected codings, got none: \`titrate codings import\` first`,
          ...study.problems.map(describe),
        ]);
      }
      const database = openRun(place.state, path);
      try {
        const told = validation(study, database);
        const found = { ...told, problems: [...study.problems, ...told.problems] };
        if (flags.json) {
          say(
            JSON.stringify(
              { ...found, problems: found.problems.map((one) => ({ ...one, words: describe(one) })) },
              null,
              2,
            ),
          );
        } else
          for (const line of agreementLines(found, strong)) say(line === '' ? '' : `  ${harmless(line)}`);
        if (flags.tables !== undefined) {
          const folder = join(flags.tables);
          const made = await openReports(join(folder, '..'))(
            join(folder).split(/[\\/]/).at(-1) ?? 'agreement',
            agreementTables(found),
          );
          if (!flags.json) say(`\n  tables   ${made}`);
        }
        process.exitCode = exitCodes.done;
      } finally {
        database.close();
      }
    });
}
