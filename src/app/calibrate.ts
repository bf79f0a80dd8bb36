import { assess } from '../assess/assess.ts';
import { calibrate } from '../assess/robust/calibrate.ts';
import { misreadingsOf } from '../assess/robust/misreading.ts';
import { studySize } from '../assess/robust/size.ts';
import type { StudyDatabase } from '../model/ports.ts';
import { type Calibration, calibrated } from '../model/robustness.ts';
import { csv } from '../report/csv.ts';
import { loadCodings } from './coded.ts';
import { framings } from './framings.ts';
import { observed } from './observed.ts';
import { varied } from './robustness.ts';
import type { StudyInput } from './study.ts';

/**
 * How often each rule errs and finds at the study's own size, for the first balance of every claim: by a lexicon without
 * error, and where people coded both poles, by one that errs as theirs does, uncorrected and corrected.
 */
export function calibrateStudy(
  study: Pick<StudyInput, 'file' | 'lexicon' | 'claims' | 'codings'>,
  database: Pick<StudyDatabase, 'framings' | 'eachTotals' | 'passages' | 'corpus'>,
  runs: number,
): readonly Calibration[] {
  const { measured } = study.lexicon;
  const { seed } = study.file.settings;
  const observations = observed(study.file, database);
  const findings = study.claims.flatMap((claim) => assess(observations, claim, study.file));
  const coded = study.codings.log.length === 0 ? [] : loadCodings(study, database).passages;
  return varied(findings).flatMap((finding): readonly Calibration[] => {
    const { claim, hypothesis, numerator, denominator } = finding;
    const passages = framings(study.file, measured, database);
    const size = studySize(passages, finding, study.file.contrast.source, measured);
    const reason = size === null ? 'no_contrast' : null;
    const errors = misreadingsOf(coded, numerator, denominator);
    return calibrated.flatMap((by): readonly Calibration[] => {
      if (by !== 'exact' && errors === null) return [];
      const reading = by === 'exact' || errors === null ? null : { errors, by };
      const rows = size === null ? [] : calibrate(size, runs, seed, reading);
      return [{ by, claim, hypothesis, runs, seed, size, reason, rows }];
    });
  });
}

/** Calibrations as a table: one row a claim and true odds ratio. */
export function calibrationCsv(calibrations: readonly Calibration[]): string {
  const header = [
    'claim',
    'hypothesis',
    'counts',
    'odds_ratio',
    'scope_a_rejects',
    'scope_a_covers',
    'scope_a_read_as_b_rejects',
    'scope_b_permutation_rejects',
    'scope_b_welch_rejects',
    'runs',
    'seed',
    'reason',
  ];
  const rows = calibrations.flatMap(({ by, claim, hypothesis, runs, seed, reason, rows: own }) =>
    own.length === 0
      ? [[claim, hypothesis, by, null, null, null, null, null, null, runs, seed, reason]]
      : own.map((row) => [
          ...[claim, hypothesis, by, row.oddsRatio, row.named, row.coverage],
          ...[row.misread, row.permutation, row.welch, runs, seed, reason],
        ]),
  );
  return [...csv(header, rows)].join('');
}
