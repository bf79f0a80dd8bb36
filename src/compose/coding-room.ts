import { join } from 'node:path';
import { prepareLexicon } from '../app/lexicon.ts';
import { pseudonymsOf } from '../app/pseudonyms.ts';
import type { StudyInput } from '../app/study.ts';
import { addLines, readLines } from '../io/lines.ts';
import { pseudonymKey } from '../io/pseudonym-key.ts';
import { readSamples } from '../io/samples.ts';
import { foldersIn, stampOf } from '../io/stamps.ts';
import type { Study } from '../io/study.ts';
import { CodingAct } from '../model/coding.ts';
import type { LexiconSource } from '../model/lexicon.ts';

/** A study as those who code it meet it. */
export type CodingRoom = {
  readonly study: Pick<StudyInput, 'file' | 'lexicon' | 'claims' | 'codings'>;
  readonly codebook: LexiconSource;
  readonly pseudonym: ((name: string) => string) | null;
  /** Adds to the log what `make` gives for what it holds by then; gives the whole log. Waits for others who write. */
  readonly add: (make: (log: readonly CodingAct[]) => readonly CodingAct[]) => Promise<readonly CodingAct[]>;
};

/**
 * Reads samples, codebook and codings again only where their files have changed: lexicons take a second to read. Gives the
 * same object as before where nothing has. Throws an InputError where one is damaged.
 */
export function openCodingRoom(
  { codings, folder }: { readonly codings: string; readonly folder: string },
  open: () => Promise<Study>,
): () => Promise<CodingRoom> {
  const path = join(codings, 'codings.jsonl');
  const rules = once(async () => {
    const place = await open();
    return {
      file: place.file,
      claims: place.claims,
      lexicon: prepareLexicon(place.lexicon, place.file, place.claims),
      codebook: place.lexicon,
      pseudonym: pseudonymsOf(place.file.privacy, () => pseudonymKey(place.pseudonymKey)),
    };
  });
  const samples = once(() => readSamples(codings));
  const log = once(() => readLines(path, CodingAct));
  const sources = ['study.yaml', 'lexicons', 'claims'].map((name) => join(folder, name));
  const room = once(async () => {
    const [{ file, claims, lexicon, codebook, pseudonym }, drawn, said] = await Promise.all([
      rules(sources),
      samples(await foldersIn(codings)),
      log([path]),
    ]);
    const study = { file, claims, lexicon, codings: { samples: drawn, log: said } };
    const add: CodingRoom['add'] = async (make) => {
      let held: readonly CodingAct[] = [];
      const added = await addLines(path, CodingAct, (lines) => {
        held = lines;
        return make(lines);
      });
      return [...held, ...added];
    };
    return { study, codebook, pseudonym, add };
  });
  return async () => room([...sources, ...(await foldersIn(codings)), path]);
}

/** Keeps what `read` gives for as long as files stay as they are. */
function once<T>(read: () => Promise<T>): (paths: readonly string[]) => Promise<T> {
  let kept: { readonly stamp: string; readonly value: Promise<T> } | null = null;
  return async (paths) => {
    const stamp = await stampOf(paths);
    if (kept?.stamp !== stamp) {
      const value = read();
      kept = { stamp, value };
      // What is damaged may be mended without a trace in its stamp.
      value.catch(() => {
        kept = null;
      });
    }
    return kept.value;
  };
}
