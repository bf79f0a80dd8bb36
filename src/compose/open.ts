import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { usableLog } from '../app/codings.ts';
import { freezeParts, freezingOf } from '../app/freeze.ts';
import { lexiconAfterCodings } from '../app/lexicon-after.ts';
import { precisionOf } from '../app/robustness.ts';
import type { RunPorts, StudyInput } from '../app/study.ts';
import { unpack } from '../app/unpack.ts';
import { openArtefacts } from '../io/artefacts.ts';
import { type CorpusMeans, fetchListed, readCorpus } from '../io/corpus.ts';
import { openIndex } from '../io/database.ts';
import { engineOf, programVersion } from '../io/engine.ts';
import { openFetched } from '../io/fetched.ts';
import { type Hasher, rememberHashes } from '../io/hashes.ts';
import { readLines, readLog } from '../io/lines.ts';
import { noticesOf, openNotices } from '../io/notices.ts';
import { chooseRecogniser } from '../io/ocr/recogniser.ts';
import { pseudonymKey } from '../io/pseudonym-key.ts';
import { openReports } from '../io/reports.ts';
import { readSamples } from '../io/samples.ts';
import { openStudy, type Study, type StudyOptions } from '../io/study.ts';
import { readTruth } from '../io/truth.ts';
import { openUnpacked, type Unpacker } from '../io/unpacked.ts';
import { decisive } from '../model/claim.ts';
import { CodingAct } from '../model/coding.ts';
import { Freeze } from '../model/freeze.ts';
import type { CorpusFile } from '../model/ports.ts';
import type { Problem } from '../model/problem.ts';
import { curveProcesses } from './curve-processes.ts';
import type { Engine } from './engines.ts';
import { lexiconOf } from './lexicon.ts';

/** Wall-clock seconds for one answer of a host. */
export const fetchSeconds = 120;

/** A study opened for a command: what it is, and the world it works in. */
export type Opened = {
  readonly place: Study;
  readonly input: StudyInput;
  readonly ports: RunPorts;
  readonly corpus: () => Promise<readonly CorpusFile[]>;
};

/** Puts the program together: the one place where stages, disk, database and queue meet. */
export async function openForWork(
  path: string,
  options: StudyOptions,
  engine: Engine,
  known?: CorpusMeans,
): Promise<Opened> {
  const place = await openStudy(path, options);
  const means = known ?? meansOf(place, options);
  const input = await inputOf(place, options, true);
  return {
    place,
    input,
    ports: {
      artefacts: openArtefacts(input.artefacts),
      database: openIndex(place.state),
      queue: engine.queue(place),
      writeReport: openReports(place.output),
      announce: openNotices(noticesOf(place.state), noticeThread),
      pseudonymKey: () => pseudonymKey(place.pseudonymKey),
      drawCurve: curveProcesses(engine.processes),
      now: () => new Date(),
    },
    corpus: () => readCorpus(place.places, place.file, place.voices, means),
  };
}

/** The thread that keeps what a run tells of itself. */
const noticeThread = new URL(`../../workers/notice${import.meta.url.slice(-3)}`, import.meta.url);

/** How the bytes behind the corpus of a study are come by: disk first, and the network where it is allowed. */
export function meansOf(
  { state, file }: Study,
  { hosts = [], allowPrivate = false, refetch = false }: StudyOptions,
): CorpusMeans {
  const limits = { hosts, allowPrivate, bytes: file.settings.limits.bytes, seconds: fetchSeconds };
  const fetch = openFetched(join(state, 'fetched'), limits, { refetch, now: () => new Date() });
  const hash = rememberHashes();
  return { hash, fetch, unpack: archivesOf({ state, file }, hash) };
}

/** What the archives of a study are unpacked with: into its state, each once. */
export function archivesOf({ state, file }: Pick<Study, 'state' | 'file'>, hash: Hasher): Unpacker {
  return openUnpacked(join(state, 'unpacked'), file.settings.limits.unpacked, unpack, hash);
}

/** Fetches what the manifest of a study names by address; gives what could not be had. */
export function fetchCorpus(place: Study, options: StudyOptions): Promise<readonly Problem[]> {
  return fetchListed(place.places, place.voices, meansOf(place, options).fetch);
}

/** Fingerprints of the stages whose results are kept. */
export function stageEngines() {
  const extract = engineOf(['extract/extract']);
  const recognise = engineOf(['extract/recognise', 'io/ocr/recogniser']);
  const segment = engineOf([
    'segment/segment',
    'segment/removed',
    'app/reading',
    'app/languages',
    'relate/sketch',
  ]);
  const tag = engineOf([
    'tag/compile',
    'tag/tag',
    'tag/retag',
    'tag/touch',
    'tag/above',
    'profile/count',
    'profile/portrait',
    'profile/mention/mentions',
  ]);
  return { extract, recognise, segment, tag };
}

/** A study with its lexicon resolved, its engines fingerprinted and its OCR engine chosen. */
export async function inputOf(
  place: Study,
  options: Pick<StudyOptions, 'fleet'> = {},
  isRun = false,
): Promise<StudyInput> {
  const recogniser = chooseRecogniser(place.file.settings.ocr, options);
  const { extract, recognise, segment, tag } = stageEngines();
  const prepared = {
    file: place.file,
    lexicon: await lexiconOf(place, isRun),
    precision: precisionOf(place.readings),
    claimHashes: Object.fromEntries(place.claims.map((claim) => [claim.id, hashOf(decisive(claim))])),
  };
  const samples = await readSamples(place.codings);
  const path = join(place.codings, 'codings.jsonl');
  const written = await readLog(path, CodingAct);
  const { log, problems } = usableLog({ path, file: 'codings/codings.jsonl' }, written, samples);
  const freezes = await readLines(join(place.codings, 'freezes.jsonl'), Freeze);
  const acts = log.map(({ value }) => value);
  const freezing = freezingOf(freezeParts(prepared, samples), freezes, samples, log);
  return {
    ...prepared,
    name: place.name,
    passwords: place.passwords,
    claims: place.claims,
    codings: { samples, log: acts },
    codingLines: written.total,
    freezing,
    problems: [...problems, ...lexiconAfterCodings(prepared.lexicon.hash, samples, acts, freezing)],
    truth: place.truth === null ? null : await readTruth(place.truth),
    artefacts: join(place.state, 'artefacts'),
    recogniser,
    engines: { extract: extract.hash, recognise: recognise.hash, segment: segment.hash, tag: tag.hash },
    versions: {
      titrate: programVersion(),
      node: process.versions.node,
      icu: process.versions['icu'] ?? 'none',
      unicode: process.versions['unicode'] ?? 'none',
      ocr: [recogniser.engine, recogniser.version].join(' ').trim(),
      ...extract.packages,
      ...recognise.packages,
      ...segment.packages,
      ...tag.packages,
    },
  };
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
