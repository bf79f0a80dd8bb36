import { hash } from 'node:crypto';
import { assess } from '../assess/assess.ts';
import { withFragility } from '../assess/fragile.ts';
import { planted } from '../assess/planted.ts';
import { assessTime } from '../assess/time/time.ts';
import { timeline } from '../assess/time/timeline.ts';
import { groupings } from '../model/profile.ts';
import type { IngestRow, Results, RunRecord } from '../model/results.ts';
import { isTransient } from '../model/transient.ts';
import { appendix } from '../profile/appendix.ts';
import { places, placesOfInstitutions } from '../profile/places.ts';
import { profile } from '../profile/profile.ts';
import { namingChange } from './changed.ts';
import { correctionsOf } from './corrections.ts';
import { measuresOf } from './measures.ts';
import { observed } from './observed.ts';
import { pseudonymsOf } from './pseudonyms.ts';
import { released, releasedMentions } from './release.ts';
import { releasedRemovals } from './release-removals.ts';
import { releasedRows } from './release-rows.ts';
import { robustnessOf } from './robustness.ts';
import type { RunPorts, StudyInput } from './study.ts';
import { plantedObservations } from './truth.ts';
import { witnessesOf } from './witnesses.ts';
import { wordsOf } from './words.ts';

/**
 * Everything a report needs, from the index alone: profiles, findings, planted truth, and the passages
 * under the numbers. The same index, claims and settings give the same results.
 */
export async function analyse(
  study: StudyInput,
  ingest: readonly IngestRow[],
  ports: Pick<RunPorts, 'database' | 'pseudonymKey' | 'drawCurve' | 'now'>,
  startedAt: Date,
): Promise<Results> {
  const { database, pseudonymKey } = ports;
  const pseudonyms = pseudonymsOf(study.file.privacy, pseudonymKey);
  const { settings } = study.file;
  const observations = observed(study.file, database);
  const draws = { seed: settings.seed, ...settings.robustness };
  const codes = study.lexicon.measured.map(({ code }) => code);
  const { corrections, fields, judged, codedAs, changed, problems } = correctionsOf(
    study,
    observations,
    database,
  );
  const findings = study.claims.flatMap((claim) =>
    namingChange(assess(observations, claim, study.file, corrections, draws), claim, changed),
  );
  const robustness = await robustnessOf(
    findings,
    study,
    database,
    ports.drawCurve,
    corrections === null ? null : { passages: judged, covers: corrections.covers },
  );
  const counted = ingest.filter(isCounted);
  const mentioned = mentionsOf(study, database, pseudonyms);
  const truth =
    study.truth === null
      ? null
      : plantedObservations(study.truth, counted, study.lexicon.measured, settings.period_years);
  return {
    run: recordOf(study, ingest, startedAt, ports.now()),
    study: study.file,
    claims: study.claims,
    categories: study.lexicon.measured,
    terms: study.lexicon.terms,
    ingest: releasedRows(ingest, database, pseudonyms),
    problems: [...study.problems, ...problems],
    profiles: groupings.flatMap((by) => profile(observations, by, codes)),
    findings: withFragility(findings, robustness, study.claims, study.file),
    time: assessTime(observations, study.claims, study.file),
    timeline: timeline(observations, codes, study.file),
    distinctive: wordsOf(study, released(database.passages(), study.file.privacy, pseudonyms)),
    robustness,
    witnesses: witnessesOf(study, findings, database, pseudonyms, codedAs),
    appendix: appendix(mentioned, study.lexicon.actors),
    measures: measuresOf(
      study.file,
      study.claims,
      observations,
      mentioned,
      counted.filter(({ status }) => status !== 'failed'),
    ),
    fields,
    places: places(observations),
    institutionPlaces: placesOfInstitutions(observations),
    evidence: released(database.evidence(), study.file.privacy, pseudonyms),
    mentions: mentioned,
    removals: releasedRemovals(database.removals(), study.file.privacy, pseudonyms),
    planted:
      truth === null ? [] : study.claims.flatMap((claim) => planted(truth, findings, claim, study.file)),
  };
}

/** All mentions as they may leave the study: read from the index as often as it takes. */
function mentionsOf(
  { file: { privacy } }: StudyInput,
  database: RunPorts['database'],
  pseudonyms: ReturnType<typeof pseudonymsOf>,
): Results['mentions'] {
  return {
    [Symbol.iterator]: () => releasedMentions(database.mentions(), privacy, pseudonyms)[Symbol.iterator](),
  };
}

/** False where what a file holds is counted in another one. */
function isCounted({ problems }: IngestRow): boolean {
  return !problems.some(({ code }) => code === 'same_act');
}

function recordOf(
  study: StudyInput,
  ingest: readonly IngestRow[],
  startedAt: Date,
  finishedAt: Date,
): RunRecord {
  const limited = ingest.filter((row) => row.problems.some(isTransient)).map((row) => row.file);
  return {
    run: startedAt.toISOString().slice(0, 19).replaceAll(':', '-'),
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt.toISOString(),
    study: study.file.title,
    engines: study.versions,
    stages: study.engines,
    lexicon: study.lexicon.hash,
    claims: study.claimHashes,
    freezing: study.freezing,
    codings: {
      lines: study.codings.log.length,
      sha256: hash('sha256', JSON.stringify([study.codings.samples, study.codings.log])),
    },
    settings: study.file.settings,
    seed: study.file.settings.seed,
    inputs: ingest.map(({ file, hash }) => ({ file, sha256: hash })),
    reproducible: limited.length === 0,
    limited,
  };
}
