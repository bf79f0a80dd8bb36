import type { Command } from 'commander';
import { writeCalibration } from '../io/calibration.ts';
import { openStudy } from '../io/study.ts';
import { InputError } from '../model/input.ts';
import type { Calibration, StudySize } from '../model/robustness.ts';
import { openRun } from './open-run.ts';
import { studyOptions } from './options.ts';
import { optionsOf, type StudyFlags } from './place.ts';
import { table } from './table.ts';
import { exitCodes, harmless, say, strong } from './talk.ts';

type CalibrateFlags = StudyFlags & { readonly runs: string; readonly json?: true };

/** `titrate calibrate`: type-I error and power at the size of a study. */
export function addCalibrate(program: Command): void {
  studyOptions(
    program
      .command('calibrate')
      .summary('simulate studies of this size: how often the test errs, and what it finds')
      .description(
        'Estimates documents, passages, correlation within documents and differences between institutions from the last run, simulates studies of that size with true odds ratios of 1, 1.25, 1.5, 2 and 3, and tells how often each rule rejects. Where people coded passages, also as the lexicon misreads them, uncorrected and corrected. At 1 that is its error, above its power. Writes calibration.csv beside the reports.',
      )
      .argument('[study]', 'folder or manifest', '.')
      .option('--runs <number>', 'simulated studies for each odds ratio', '1000')
      .option('--json', 'print all of it as JSON'),
  ).action(async (path: string, flags: CalibrateFlags) => {
    const runs = Number(flags.runs);
    if (!Number.isInteger(runs) || runs < 1 || runs > 1_000_000) {
      throw new InputError([
        `--runs: expected a whole number from 1 to 1000000, got "${flags.runs}": leave it out for 1000`,
      ]);
    }
    const [{ calibrateStudy, calibrationCsv }, { openCodings }] = await Promise.all([
      import('../app/calibrate.ts'),
      import('../compose/codings.ts'),
    ]);
    const place = await openStudy(path, optionsOf(flags));
    const database = openRun(place.state, path);
    try {
      const { study } = await openCodings(place);
      const calibrations = calibrateStudy(study, database, runs);
      const written = await writeCalibration(place.output, calibrationCsv(calibrations));
      if (flags.json) say(JSON.stringify(calibrations, null, 2));
      else {
        for (const calibration of calibrations) show(calibration);
        say(`  table  ${written}`);
      }
      process.exitCode = exitCodes.done;
    } finally {
      database.close();
    }
  });
}

function show({ by, claim, hypothesis, runs, size, rows }: Calibration): void {
  say(
    `  ${strong(harmless(`${claim} ${hypothesis}`))}  ${runs} simulated studies for each odds ratio, ${countsWords(by)}`,
  );
  if (size === null) {
    say('    no contrast, and so no size to simulate: `titrate report` says why');
    return;
  }
  say(`    ${sizeLine(size)}`);
  const header = ['odds ratio', 'A rejects', 'A covers', 'A read as B', 'B permutation', 'B Welch'];
  const cells = rows.map((row) => [
    String(row.oddsRatio),
    ...[row.named, row.coverage, row.misread, row.permutation, row.welch].map((share) =>
      share === null ? '' : share.toFixed(3),
    ),
  ]);
  for (const line of table(header, cells)) say(`    ${line}`);
  say('    A: these institutions, one-sided 2.5 %; B: their types, one-sided 5 %');
}

function countsWords(by: Calibration['by']): string {
  switch (by) {
    case 'exact':
      return 'counted without error';
    case 'lexicon':
      return 'counted with the errors that coders found in the lexicon, uncorrected';
    case 'corrected':
      return 'counted with these errors, corrected by as many codes';
  }
}

function sizeLine({ source, policy, passages, correlation, deviation }: StudySize): string {
  return [
    `documents ${source.join('+')} against ${policy.join('+')}`,
    `${passages.toFixed(1)} framed passages each`,
    `correlation within documents ${correlation.toFixed(2)}`,
    `institutions of a side apart by ${deviation.toFixed(2)} in log odds`,
  ].join(', ');
}
