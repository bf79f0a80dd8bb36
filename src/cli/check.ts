import type { Command } from 'commander';
import { corpusLine, counted } from '../app/overview.ts';
import { declaredSame } from '../app/same.ts';
import { readCorpus } from '../io/corpus.ts';
import { openStudy } from '../io/study.ts';
import { describe, severity } from '../model/problem.ts';
import { type FetchFlags, fetchingOf, fetchOptions } from './fetching.ts';
import { studyOptions } from './options.ts';
import { optionsOf, type StudyFlags } from './place.ts';
import { exitCodes, say, strong } from './talk.ts';

/** `titrate check`: everything that can be wrong before anything is read. */
export function addCheck(program: Command): void {
  fetchOptions(
    studyOptions(
      program
        .command('check')
        .summary('check a study without reading its documents')
        .description(
          'Checks study.yaml, manifest, lexicons (with their own example sentences) and claims, and lists every fault with file, row, column, what was expected, what was found, and the remedy.',
        )
        .argument('[study]', 'folder or manifest', '.'),
    ),
  )
    .option('--json', 'print the problems as JSON')
    .action(async (path: string, flags: StudyFlags & FetchFlags & { json?: true }) => {
      const options = { ...optionsOf(flags), ...fetchingOf(flags) };
      const place = await openStudy(path, options);
      const { inputOf, meansOf } = await import('../compose/open.ts');
      const { lexicon, claims, problems: own } = await inputOf(place);
      const corpus = await readCorpus(place.places, place.file, place.voices, meansOf(place, options));
      const same = declaredSame(corpus);
      const problems = [...own, ...corpus.flatMap((entry) => entry.problems), ...same.problems];
      if (flags.json) say(JSON.stringify({ documents: corpus.length, problems }, null, 2));
      else {
        say(
          `  ${corpusLine(
            place.file.title,
            corpus.map(({ source }) => source),
            strong,
          )}`,
        );
        say(
          `  lexicon  ${counted(lexicon.terms.length, 'term')} in ${counted(lexicon.measured.length, 'category', 'categories')}`,
        );
        say(
          `  claims   ${claims.map((claim) => `${claim.id} (${claim.hypotheses.map(({ id }) => id).join(', ')})`).join(', ')}`,
        );
        if (same.line !== null) say(`  groups   ${same.line}`);
        say(`  ${counted(problems.length, 'problem')}`);
        for (const problem of problems) say(`    ${describe(problem)}`);
      }
      process.exitCode = problems.some((problem) => severity(problem) === 'failed')
        ? exitCodes.input
        : exitCodes.done;
    });
}
