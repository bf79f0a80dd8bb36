import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { checkDraft, drafted, draftPlace, previewDraft, readied } from '../app/draft.ts';
import { type KnownLexicon, lexiconView, termView } from '../app/explore/lexicon.ts';
import { prepareLexicon } from '../app/lexicon.ts';
import { remembered } from '../app/remembered.ts';
import { indexPath, openReader } from '../io/database.ts';
import { changeTheme, copyLexicon, textHash } from '../io/lexicon-file.ts';
import { lexiconFolder, openStudy, type Study, type StudyOptions } from '../io/study.ts';
import type { Draft, LexiconView, PreviewView, Saved, TermView } from '../model/api/lexicon.ts';
import { InputError } from '../model/input.ts';
import type { TermEntry } from '../model/lexicon.ts';
import type { StudyReader } from '../model/ports.ts';
import { keepStudy, whileUnchanged } from './kept-study.ts';
import { lexiconOf } from './lexicon.ts';
import { stageEngines } from './open.ts';

/** What can be asked of the lexicon of a study while it is edited. All of it throws an InputError that says why not. */
export type Drafting = {
  readonly view: () => Promise<LexiconView>;
  /** Null where the lexicon has no such term. */
  readonly term: (id: string) => Promise<TermView | null>;
  readonly preview: (draft: Draft) => Promise<PreviewView>;
  readonly save: (draft: Draft, hash: string | null) => Promise<Saved>;
  /** Copies the program's lexicon into the study; gives the folder. */
  readonly own: () => Promise<string>;
};

/** How long passages are looked at for one preview, in milliseconds. */
const usualMs = 4_000;

type Opened = KnownLexicon & ReturnType<typeof readied> & { readonly study: Study; readonly folder: string };

/** Opens the lexicon of a study for reading and editing; what was read stays ready until a file of it changes. */
export function openDrafting(path: string, options: StudyOptions, previewMs = usualMs): Drafting {
  const study = keepStudy(path, () => openStudy(path, options));
  const ready = remembered(async (now: Study) => ({
    study: now,
    source: now.lexicon,
    ...readied(await lexiconOf(now), now.file.object),
  }));
  const counted = whileUnchanged(async () => {
    const { state } = await study();
    return reading(state, (database) => ({
      counts: database.hitCounts(),
      tagged: database.runs().at(-1)?.run.lexicon ?? null,
    }));
  });

  let engine: string | null = null;
  const tagEngine = () => {
    engine ??= stageEngines().tag.hash;
    return engine;
  };

  async function opened(): Promise<Opened> {
    const now = await study();
    const folder = lexiconFolder(basename(path) === 'study.yaml' ? dirname(path) : path);
    const index = indexPath(now.state);
    return {
      ...(await ready(now)),
      folder,
      own: folder === ownFolder(now),
      readings: now.readings,
      counts: null,
      tagged: null,
      ...(await counted([index, `${index}-wal`])),
    };
  }

  return {
    view: async () => lexiconView(await opened()),

    async term(id) {
      const known = await opened();
      return termView(known, id, (file) => textHash(readFileSync(join(known.folder, basename(file)))));
    },

    async preview(draft) {
      const { source, lexicon, study, matcher } = await opened();
      const nothing = { passages: 0, looked: 0, changes: [], gained: [], lost: [] };
      const changed = drafted(source, draftPlace(source, lexicon, draft), draft);
      const { faults, lexicon: after } = checkDraft(changed, study.file, study.claims);
      // The lexicon is made ready before the first passage is looked at.
      let end: number | null = null;
      const isLate = () => {
        end ??= performance.now() + previewMs;
        return performance.now() > end;
      };
      const found =
        after === null
          ? null
          : reading(study.state, (database) =>
              previewDraft(
                { lexicon, matcher },
                after,
                {
                  object: study.file.object,
                  ocr: study.file.settings.ocr,
                  isTaggedNow: database.runs().at(-1)?.run.stages['tag'] === tagEngine(),
                },
                database,
                isLate,
              ),
            );
      return { ...nothing, ...found, faults: [...faults] };
    },

    async save(draft, hash) {
      const { source, lexicon, study, folder, own } = await opened();
      if (!own) {
        throw new InputError([
          `${study.name}  expected a lexicon of the study's own, got that of the program: copy it into the study first`,
        ]);
      }
      const place = draftPlace(source, lexicon, draft);
      const list = ['categories', draft.category, 'terms', draft.language];
      const value = draft.entry === null ? null : written(draft.entry);
      const known = new Set(lexicon.terms.map(({ id }) => id));
      let term: string | null = null;
      await changeTheme(join(folder, basename(place.file)), { list, at: place.at, value }, hash, (theme) => {
        const themes = source.themes.map((one) =>
          one.file === place.file ? { file: one.file, theme } : one,
        );
        const after = prepareLexicon({ ...source, themes }, study.file, study.claims);
        const isIt = ({ pattern, category, language }: (typeof after.terms)[number]) =>
          pattern === draft.entry?.pattern && category === draft.category && language === draft.language;
        const fits = after.terms.filter((one) => one.theme === draft.theme && isIt(one));
        term = (fits.find(({ id }) => !known.has(id)) ?? fits[0])?.id ?? null;
      });
      return { term, file: place.file };
    },

    async own() {
      const { study } = await opened();
      if (study.written === null && statSync(path).isFile()) {
        throw new InputError([
          `${path}  expected a study folder, got a bare manifest: \`titrate init\` makes a study`,
        ]);
      }
      await copyLexicon(ownFolder(study));
      return ownFolder(study);
    },
  };
}

function ownFolder({ codings }: Study): string {
  return join(dirname(codings), 'lexicons');
}

/** An entry as a file says it: what is as it is where nothing is said is not said. */
function written({ case: letters, accents, yes, no, ...entry }: TermEntry): Record<string, unknown> {
  const said = {
    ...entry,
    ...(letters === 'fold' ? {} : { case: letters }),
    ...(accents === 'fold' ? {} : { accents }),
    ...(yes.length === 0 ? {} : { yes }),
    ...(no.length === 0 ? {} : { no }),
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

function reading<T>(state: string, ask: (database: StudyReader) => T): T | null {
  const database = openReader(state);
  try {
    return database === null ? null : ask(database);
  } finally {
    database?.close();
  }
}
