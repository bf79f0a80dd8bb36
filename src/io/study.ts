import { existsSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Claim } from '../model/claim.ts';
import { InputError } from '../model/input.ts';
import { CategoryMap, type LexiconSource, Theme } from '../model/lexicon.ts';
import { StudyFile, standardVoices } from '../model/study.ts';
import type { CorpusPlaces } from './corpus.ts';
import { programFolder } from './engine.ts';
import { readYaml } from './yaml.ts';

/** Where a command is told to look and to write; what is left out has its place in the study. */
export type StudyOptions = {
  readonly output?: string | undefined;
  readonly state?: string | undefined;
  readonly documentsRoot?: readonly string[] | undefined;
  /** Voices compared, overriding `study.yaml`. */
  readonly contrast?: StudyFile['contrast'] | undefined;
};

/** A study as it stands on disk, checked; the corpus itself is read apart. */
export type Study = {
  readonly name: string;
  readonly file: StudyFile;
  readonly voices: ReadonlySet<string>;
  readonly places: CorpusPlaces;
  readonly lexicon: LexiconSource;
  readonly claims: readonly Claim[];
  readonly truth: string | null;
  readonly output: string;
  readonly state: string;
};

/**
 * Opens a study: a folder with `study.yaml`, a folder with a manifest, a bare manifest, or any folder of
 * documents. What it leaves out comes from the defaults shipped with the program. Throws an InputError
 * that lists every fault of its files.
 */
export async function openStudy(path: string, options: StudyOptions = {}): Promise<Study> {
  const at = resolve(path);
  if (!existsSync(at)) {
    throw new InputError([
      `${path}  expected a study folder or a manifest, got nothing there: check the path`,
    ]);
  }
  const isManifest = statSync(at).isFile();
  const root = isManifest ? dirname(at) : at;
  const studyFile = isManifest ? null : existing(join(root, 'study.yaml'));
  const file: StudyFile =
    studyFile === null
      ? StudyFile.parse({ title: spoken(isManifest ? basename(dirname(at)) : basename(at)) })
      : await readYaml(studyFile, 'study.yaml', StudyFile);
  const manifest = isManifest
    ? at
    : (existing(join(root, 'corpus', 'manifest.csv')) ?? existing(join(root, 'manifest.csv')));
  const output = resolve(options.output ?? join(root, 'reports'));
  const state = resolve(options.state ?? join(root, '.titrate'));
  const documents = isManifest ? null : documentsOf(root, manifest);
  return {
    name: basename(root),
    file: options.contrast === undefined ? file : { ...file, contrast: options.contrast },
    voices: new Set([...standardVoices, ...file.voices]),
    places: {
      manifest,
      documents,
      roots: [root, ...(options.documentsRoot ?? [])],
      base: manifest === null ? (documents ?? root) : dirname(manifest),
      skip: [output, state],
    },
    lexicon: await readLexicon(ownOrDefault(root, 'lexicons', isManifest)),
    claims: await readClaims(ownOrDefault(root, 'claims', isManifest)),
    truth: file.synthetic?.truth === undefined ? null : join(root, file.synthetic.truth),
    output,
    state,
  };
}

function documentsOf(root: string, manifest: string | null): string | null {
  const own = existing(join(root, 'corpus', 'documents')) ?? existing(join(root, 'documents'));
  // A folder of documents and nothing else is a study too; beside a manifest only the rows count.
  return own ?? (manifest === null ? root : null);
}

async function readLexicon(folder: string): Promise<LexiconSource> {
  const names = (await readdir(folder)).filter((name) => /\.ya?ml$/.test(name)).sort();
  const faults: string[] = [];
  const themes: { file: string; theme: Theme }[] = [];
  let categories: CategoryMap = {};
  for (const name of names) {
    await collect(faults, async () => {
      const shown = `${basename(folder)}/${name}`;
      if (name === 'categories.yaml') categories = await readYaml(join(folder, name), shown, CategoryMap);
      else themes.push({ file: shown, theme: await readYaml(join(folder, name), shown, Theme) });
    });
  }
  if (!names.includes('categories.yaml')) {
    faults.push(
      `${basename(folder)}/categories.yaml  expected the map of the claim's categories, got no such file`,
    );
  }
  if (faults.length > 0) throw new InputError(faults);
  return { themes, categories };
}

async function readClaims(folder: string): Promise<readonly Claim[]> {
  const names = (await readdir(folder)).filter((name) => /\.ya?ml$/.test(name)).sort();
  const faults: string[] = [];
  const claims: Claim[] = [];
  for (const name of names) {
    await collect(faults, async () => {
      claims.push(await readYaml(join(folder, name), `${basename(folder)}/${name}`, Claim));
    });
  }
  if (faults.length > 0) throw new InputError(faults);
  return claims;
}

async function collect(faults: string[], read: () => Promise<void>): Promise<void> {
  try {
    await read();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    faults.push(...error.lines);
  }
}

function ownOrDefault(root: string, name: string, isManifest: boolean): string {
  return (isManifest ? null : existing(join(root, name))) ?? join(programFolder(), name);
}

function existing(path: string): string | null {
  return existsSync(path) ? path : null;
}

function spoken(name: string): string {
  return name.replace(/[-_]+/g, ' ');
}
