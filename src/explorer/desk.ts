import { basename, join } from 'node:path';
import { type CodingRoom, openCodingRoom } from '../compose/coding-room.ts';
import { keepStudy } from '../compose/kept-study.ts';
import { openPrinted, type Printed } from '../compose/printed.ts';
import { openArtefacts } from '../io/artefacts.ts';
import { keepReader } from '../io/database.ts';
import { readResults } from '../io/kept-results.ts';
import { openStudy, type Study, type StudyOptions } from '../io/study.ts';
import type { Lexicon } from '../model/lexicon.ts';
import type { StudyReader } from '../model/ports.ts';
import type { KeptResults, RunRecord } from '../model/results.ts';
import type { Sha256 } from '../model/units.ts';
import { type Aside, openAside } from './aside.ts';
import { Refused } from './refused.ts';
import { openWork, type Work } from './work.ts';

/** A run by the name of its report's folder. */
export type NamedRun = { readonly name: string; readonly folder: string; readonly run: RunRecord };

/** What the handlers work with: one study, read as it is at this moment. */
export type Desk = {
  /** The folder or manifest that the explorer was opened on. */
  readonly path: string;
  /** The study as its files say now: lexicons and claims may be edited while the pages are open. */
  readonly study: () => Promise<Study>;
  /** The index, which nobody can write through; throws a Refused where the study has not been run. */
  readonly database: () => StudyReader;
  /** What a run came to, the newest where none is named; throws a Refused where there is none. */
  readonly results: (run?: string) => Promise<KeptResults>;
  /** The runs whose reports are there, oldest first: their names, folders and records. */
  readonly runs: () => readonly NamedRun[];
  /** One of them; throws a Refused where there is none of this name. */
  readonly run: (name: string) => NamedRun;
  /** The folder of what people write. */
  readonly codings: string;
  /** A lexicon that documents were tagged with; null where it is not kept. */
  readonly lexicon: (hash: Sha256) => Promise<Lexicon | null>;
  /** The printed pages of its documents. */
  readonly printed: Printed;
  /** Samples, codebook and codings, as their files say now. */
  readonly coding: () => Promise<CodingRoom>;
  /** Its lexicon, to be read and edited. */
  readonly lexicons: Aside;
  /** Runs that are started from its pages. */
  readonly work: Work;
  readonly close: () => void;
};

/** Opens a study for the explorer; throws an InputError where its files are not as they have to be. */
export async function openDesk(path: string, options: StudyOptions): Promise<Desk> {
  const study = keepStudy(path, () => openStudy(path, options));
  const { state, codings } = await study();
  const index = keepReader(state);
  const printed = openPrinted(study);
  const lexicons = openAside(path, options);
  const kept = new Map<string, KeptResults>();
  const notRun = () =>
    new Refused('not_run', `expected a study that has been run, got none: \`titrate run ${path}\``);
  const database = () => {
    const reader = index.read();
    if (reader === null) throw notRun();
    return reader;
  };
  const runs = () =>
    database()
      .runs()
      .map(({ folder, run }) => ({ name: basename(folder), folder, run }));
  const hasRun = (startedAt: string) =>
    index
      .read()
      ?.runs()
      .some(({ run }) => run.startedAt === startedAt) === true;
  const work = openWork(path, options, { state, hasRun });
  const named = (name: string) => {
    const found = runs().find((one) => one.name === name);
    if (found !== undefined) return found;
    throw new Refused('not_found', `expected a run of this study, got "${name}"`);
  };
  return {
    path,
    study,
    database,
    runs,
    run: named,
    async results(run) {
      const wanted = run === undefined ? runs().at(-1) : named(run);
      if (wanted === undefined) throw notRun();
      const found = kept.get(wanted.folder) ?? (await readResults(wanted.folder));
      if (found === null) {
        const lines = `${wanted.folder}: expected results.json of this version, got none: \`titrate report ${path}\``;
        throw new Refused('not_run', lines);
      }
      // A report never changes once it is there, so that only its size speaks against keeping it: two can be compared.
      for (const old of [...kept.keys()].slice(0, -2)) kept.delete(old);
      kept.set(wanted.folder, found);
      return found;
    },
    codings,
    coding: openCodingRoom(codings, study),
    lexicon: (hash) => openArtefacts(join(state, 'artefacts')).read('lexicon', hash),
    printed,
    lexicons,
    work,
    close() {
      void printed.close();
      void lexicons.close();
      void work.close();
      index.close();
    },
  };
}
