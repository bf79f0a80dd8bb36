import { join } from 'node:path';
import { pseudonymsOf } from '../app/pseudonyms.ts';
import type { StudyInput } from '../app/study.ts';
import { addLines, readLines } from '../io/lines.ts';
import { pseudonymKey } from '../io/pseudonym-key.ts';
import { readSamples } from '../io/samples.ts';
import type { Study } from '../io/study.ts';
import { CodingAct, type Sample } from '../model/coding.ts';
import { inputOf } from './open.ts';

/** What people wrote about a study, beside the study. */
export type CodingPlace = {
  readonly study: StudyInput;
  readonly samples: readonly Sample[];
  readonly log: readonly CodingAct[];
  readonly pseudonym: ((name: string) => string) | null;
  /** Adds to the log what `make` gives for what it holds by then. */
  readonly add: (make: (log: readonly CodingAct[]) => readonly CodingAct[]) => Promise<readonly CodingAct[]>;
};

/** Reads samples and codings of a study; throws an InputError where either is damaged. */
export async function openCodings(place: Study): Promise<CodingPlace> {
  const path = join(place.codings, 'codings.jsonl');
  return {
    study: await inputOf(place),
    samples: await readSamples(place.codings),
    log: await readLines(path, CodingAct),
    pseudonym: pseudonymsOf(place.file.privacy, () => pseudonymKey(place.pseudonymKey)),
    add: (make) => addLines(path, CodingAct, make),
  };
}
