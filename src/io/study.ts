import { existsSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { Claim } from '../model/claim.ts';
import { check, InputError } from '../model/input.ts';
import { CategoryMap, type LexiconSource, Theme } from '../model/lexicon.ts';
import type { TermReading } from '../model/reading.ts';
import { Speech } from '../model/speech.ts';
import { StudyFile } from '../model/study.ts';
import { inconsistencies, voicesOf } from './consistency.ts';
import type { CorpusPlaces } from './corpus.ts';
import { programFolder } from './engine.ts';
import type { Host } from './hosts.ts';
import { keptYaml, type YamlReading } from './kept-yaml.ts';
import { compareCodePoints, spoken } from './spelling.ts';
import { readTermReadings } from './term-readings.ts';
import { readYaml, told, yamlLines } from './yaml.ts';

/** Holds what pseudonyms are made with; never part of a report. */
export const keyFile = 'pseudonym.key';

/** Where a command is told to look and to write; what is left out has its place in the study. */
export type StudyOptions = {
  readonly output?: string | undefined;
  readonly state?: string | undefined;
  readonly documentsRoot?: readonly string[] | undefined;
  /** Voices compared, overriding `study.yaml`. */
  readonly contrast?: StudyFile['contrast'] | undefined;
  /** Hosts that files may be fetched from; none where left out. */
  readonly hosts?: readonly Host[] | undefined;
  /** Whether those hosts may be this machine or lie in a private network. */
  readonly allowPrivate?: boolean | undefined;
  /** Whether what was fetched before is fetched anew. */
  readonly refetch?: boolean | undefined;
  /** Whether many hosts do the work, which must all read pictures with the same engine. */
  readonly fleet?: boolean | undefined;
};

/** Lists beside the documents that are none: what may be fetched, and what was. */
export const listNames = ['sources.csv', 'fetched.csv'] as const;

/** A study as it stands on disk, checked; the corpus itself is read apart. */
export type Study = {
  readonly name: string;
  /** Without its passwords. */
  readonly file: StudyFile;
  readonly passwords: StudyFile['passwords'];
  /** Where the key of its pseudonyms is kept: with the study, or in its state where there is no `study.yaml`. */
  readonly pseudonymKey: string;
  /** Its `study.yaml`; null where it has none. */
  readonly written: string | null;
  readonly voices: ReadonlySet<string>;
  readonly places: CorpusPlaces;
  readonly lexicon: LexiconSource;
  /** How its terms did in passages that people read. */
  readonly readings: readonly TermReading[];
  readonly claims: readonly Claim[];
  readonly truth: string | null;
  /** The folder of what people write: samples, codings, freezes. */
  readonly codings: string;
  readonly output: string;
  readonly state: string;
};

/**
 * Opens a study: a folder with `study.yaml`, a folder with a manifest, any folder of documents, or a
 * manifest, bare or of the study that it lies in. What it leaves out comes from the defaults shipped with
 * the program. Throws an InputError that lists every fault of its files.
 */
export async function openStudy(path: string, options: StudyOptions = {}): Promise<Study> {
  const { around, root, manifest } = spotOf(path);
  const output = resolve(options.output ?? join(root, 'reports'));
  const state = resolve(options.state ?? join(root, '.titrate'));
  const faults: string[] = [];
  const [file, lexicon, readings, claims] = [
    await orFaults(faults, () => readStudyFile(around, root, options.contrast)),
    await orFaults(faults, () => readLexicon(ownOrDefault(around, 'lexicons'), keptYaml(state, schemas))),
    await orFaults(faults, () => readTermReadings(ownOrDefault(around, 'lexicons'))),
    await orFaults(faults, () => readClaims(ownOrDefault(around, 'claims'))),
  ];
  if (file === null || lexicon === null || readings === null || claims === null) throw new InputError(faults);
  const truth = file.synthetic?.truth === undefined ? null : join(root, file.synthetic.truth);
  const noDocuments = [
    state,
    ...(options.output === undefined ? [] : [output]),
    ...(manifest === null ? [] : [manifest]),
    ...(truth === null ? [] : [truth]),
    ...['study.yaml', 'lexicons', 'claims', 'codings', keyFile].map((name) => join(root, name)),
    ...listNames.flatMap((name) => [join(root, name), join(root, 'corpus', name)]),
  ];
  return {
    name: basename(root),
    file: { ...file, passwords: {} },
    passwords: file.passwords,
    pseudonymKey: join(around ?? state, keyFile),
    written: around === null ? null : existing(join(around, 'study.yaml')),
    voices: voicesOf(file),
    places: {
      manifest,
      ...placesOf(root, around !== null, manifest),
      roots: [root, ...(options.documentsRoot ?? [])],
      skip: noDocuments,
    },
    lexicon: { ...lexicon, overlap: file.settings.overlap },
    readings,
    claims,
    truth,
    codings: join(root, 'codings'),
    output,
    state,
  };
}

/** The files and folders that a study is read from, without its documents; each may be missing. */
export function studySources(path: string): readonly string[] {
  const { around, root } = spotOf(path);
  return [
    join(root, 'study.yaml'),
    ownOrDefault(around, 'lexicons'),
    ownOrDefault(around, 'claims'),
    join(root, 'corpus', 'manifest.csv'),
    join(root, 'manifest.csv'),
  ];
}

/** Where a study lies: its folder, the one that manifest paths begin in, and its manifest, if it has one. */
function spotOf(path: string): { around: string | null; root: string; manifest: string | null } {
  const named = resolve(path);
  const at = basename(named) === 'study.yaml' ? dirname(named) : named;
  if (!existsSync(at)) {
    throw new InputError([
      `${path}  expected a study folder or a manifest, got nothing there: check the path`,
    ]);
  }
  const isManifest = statSync(at).isFile();
  const around = isManifest ? studyAround(at) : at;
  const root = around ?? dirname(at);
  return { around, root, manifest: isManifest ? at : manifestIn(root) };
}

/** The folder of the study whose manifest this is, or null for a bare manifest. */
function studyAround(manifest: string): string | null {
  const folder = dirname(manifest);
  const folders = [folder, ...(basename(folder) === 'corpus' ? [dirname(folder)] : [])];
  return folders.find((one) => existsSync(join(one, 'study.yaml'))) ?? null;
}

function manifestIn(root: string): string | null {
  return existing(join(root, 'corpus', 'manifest.csv')) ?? existing(join(root, 'manifest.csv'));
}

/**
 * Documents lie in `documents/`, of the corpus or of the folder itself. Without it, a folder is itself the
 * folder of its documents, unless all it has is a corpus of rows. Under a bare manifest only its rows count.
 */
function placesOf(
  root: string,
  isStudy: boolean,
  manifest: string | null,
): Pick<CorpusPlaces, 'documents' | 'unlisted' | 'base'> {
  const corpus = join(root, 'corpus');
  const hasCorpus = ['documents', 'manifest.csv'].some((name) => existsSync(join(corpus, name)));
  const folder = hasCorpus ? corpus : root;
  const own = existing(join(folder, 'documents'));
  const base = manifest === null ? folder : dirname(manifest);
  return { documents: own ?? (isStudy && !hasCorpus ? root : null), unlisted: isStudy, base };
}

async function readStudyFile(
  folder: string | null,
  root: string,
  contrast: StudyFile['contrast'] | undefined,
): Promise<StudyFile> {
  const written = folder === null ? null : existing(join(folder, 'study.yaml'));
  const file =
    written === null
      ? StudyFile.parse({ title: spoken(basename(root)) || 'Study' })
      : await readYaml(written, 'study.yaml', StudyFile, inconsistencies);
  if (contrast === undefined) return file;
  const changed = { ...file, contrast };
  const faults = check(StudyFile, changed).faults ?? inconsistencies(changed);
  if (faults.length === 0) return changed;
  throw new InputError(faults.map((fault) => `--contrast: ${told(fault)}`));
}

/** The passwords that a `study.yaml` holds; throws an InputError where it is none. */
export async function passwordsIn(path: string): Promise<StudyFile['passwords']> {
  return (await readYaml(path, 'study.yaml', StudyFile)).passwords;
}

const schemas = { theme: Theme, categories: CategoryMap, speech: Speech };

/** The lexicon in a folder: a file a theme, and the map of categories. Throws an InputError with every fault. */
async function readLexicon(folder: string, read: YamlReading = readYaml): Promise<LexiconSource> {
  const faults: string[] = [];
  const themes: { file: string; theme: Theme }[] = [];
  const files = await yamlFiles(folder);
  const map = files.find(({ path }) => basename(path, extname(path)) === 'categories');
  const cues = files.find(({ path }) => basename(path, extname(path)) === 'speech');
  for (const { path, shown } of files.filter((file) => file !== map && file !== cues)) {
    const theme = await orFaults(faults, () => read(path, shown, Theme));
    if (theme !== null) themes.push({ file: shown, theme });
  }
  const categories = await orFaults(faults, async () => {
    if (map !== undefined) return read(map.path, map.shown, CategoryMap);
    throw new InputError([
      `${basename(folder)}/categories.yaml  expected the map of the claim's categories, got no such file: add it, or delete the folder to use the default lexicons`,
    ]);
  });
  const speech = await orFaults(faults, () =>
    read(
      cues?.path ?? join(programFolder(), 'lexicons', 'speech.yaml'),
      cues?.shown ?? 'lexicons/speech.yaml',
      Speech,
    ),
  );
  if (categories === null || speech === null || faults.length > 0) throw new InputError(faults);
  const lines = new Map(
    files.map(({ path, shown }) => [path === map?.path ? 'categories.yaml' : shown, yamlLines(path)]),
  );
  return { themes, categories, speech, lines };
}

/**
 * The lexicon of a study with what its settings say of terms that overlap, or of a folder that holds one; throws an
 * InputError with every fault.
 */
export async function openLexicon(path: string): Promise<LexiconSource> {
  const source = await readLexicon(lexiconFolder(path));
  const file = join(path, 'study.yaml');
  if (!existsSync(file)) return source;
  const { settings } = await readYaml(file, 'study.yaml', StudyFile);
  return { ...source, overlap: settings.overlap };
}

/** The folder of the lexicon of a study, or a folder that holds one; throws an InputError where the path leads nowhere. */
export function lexiconFolder(path: string): string {
  if (existsSync(join(path, 'categories.yaml'))) return path;
  if (!existsSync(path)) {
    throw new InputError([
      `${path}  expected a study or a folder of lexicons, got nothing there: check the path`,
    ]);
  }
  const folder = statSync(path).isFile() ? studyAround(path) : path;
  return ownOrDefault(folder, 'lexicons');
}

async function readClaims(folder: string): Promise<readonly Claim[]> {
  const claims = new Map<string, { shown: string; claim: Claim }>();
  const faults: string[] = [];
  for (const { path, shown } of await yamlFiles(folder)) {
    const claim = await orFaults(faults, () =>
      readYaml(path, shown, Claim, ({ id }) => {
        const other = claims.get(id)?.shown;
        return other === undefined
          ? []
          : [{ path: ['id'], expected: 'an id of its own', found: `\`${id}\` as in ${other}` }];
      }),
    );
    if (claim !== null) claims.set(claim.id, { shown, claim });
  }
  if (faults.length > 0) throw new InputError(faults);
  return [...claims.values()].map(({ claim }) => claim);
}

async function yamlFiles(folder: string): Promise<readonly { path: string; shown: string }[]> {
  const shown = basename(folder);
  const names = await readdir(folder).catch(() => {
    throw new InputError([`${shown}  expected a folder, got something else: delete it to use the defaults`]);
  });
  return names
    .filter((name) => /^[^.].*\.ya?ml$/.test(name))
    .sort(compareCodePoints)
    .map((name) => ({ path: join(folder, name), shown: `${shown}/${name}` }));
}

async function orFaults<T>(faults: string[], read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    faults.push(...error.lines);
    return null;
  }
}

function ownOrDefault(folder: string | null, name: string): string {
  return (folder === null ? null : existing(join(folder, name))) ?? join(programFolder(), name);
}

function existing(path: string): string | null {
  return existsSync(path) ? path : null;
}
