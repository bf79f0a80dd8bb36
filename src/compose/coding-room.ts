import { join } from 'node:path';
import { remembered } from '../app/remembered.ts';
import type { StudyInput } from '../app/study.ts';
import { addLines, readLines } from '../io/lines.ts';
import { readSamples } from '../io/samples.ts';
import { foldersIn } from '../io/stamps.ts';
import type { Study } from '../io/study.ts';
import { CodingAct } from '../model/coding.ts';
import type { LexiconSource } from '../model/lexicon.ts';
import { type KeptStudy, whileUnchanged } from './kept-study.ts';
import { lexiconOf } from './lexicon.ts';

/** A study as those who code it meet it. */
export type CodingRoom = {
  readonly study: Pick<StudyInput, 'file' | 'lexicon' | 'claims' | 'codings'>;
  readonly codebook: LexiconSource;
  /** Adds to the log what `make` gives for what it holds by then; gives the whole log. Waits for others who write. */
  readonly add: (make: (log: readonly CodingAct[]) => readonly CodingAct[]) => Promise<readonly CodingAct[]>;
};

/**
 * Reads samples, codebook and codings again only where their files have changed: lexicons take a second to read. Gives the
 * same object as before where nothing has. Throws an InputError where one is damaged.
 */
export function openCodingRoom(codings: string, open: KeptStudy): () => Promise<CodingRoom> {
  const path = join(codings, 'codings.jsonl');
  const samples = whileUnchanged(() => readSamples(codings));
  const log = whileUnchanged(() => readLines(path, CodingAct));
  const rules = remembered(async (place: Study) => ({
    file: place.file,
    claims: place.claims,
    lexicon: await lexiconOf(place),
    codebook: place.lexicon,
  }));
  type Rules = Awaited<ReturnType<typeof rules>>;
  const room = remembered(
    async (
      { codebook, ...study }: Rules,
      drawn: Awaited<ReturnType<typeof readSamples>>,
      said: readonly CodingAct[],
    ): Promise<CodingRoom> => ({
      study: { ...study, codings: { samples: drawn, log: said } },
      codebook,
      async add(make) {
        let held: readonly CodingAct[] = [];
        const added = await addLines(path, CodingAct, (lines) => {
          held = lines;
          return make(lines);
        });
        return [...held, ...added];
      },
    }),
  );
  return async () =>
    room(await rules(await open()), await samples(await foldersIn(codings)), await log([path]));
}
