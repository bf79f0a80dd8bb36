import { join } from 'node:path';
import { pseudonymsOf } from '../app/pseudonyms.ts';
import type { StudyInput } from '../app/study.ts';
import { addLines } from '../io/lines.ts';
import { pseudonymKey } from '../io/pseudonym-key.ts';
import type { Study } from '../io/study.ts';
import { CodingAct } from '../model/coding.ts';
import { inputOf } from './open.ts';

/** A study with what people wrote about it, and the way to add to that. */
export type CodingPlace = {
  readonly study: StudyInput;
  readonly pseudonym: ((name: string) => string) | null;
  /** Adds to the log what `make` gives for what it holds by then. */
  readonly add: (make: (log: readonly CodingAct[]) => readonly CodingAct[]) => Promise<readonly CodingAct[]>;
};

/** Reads samples and codings of a study; throws an InputError where either is damaged. */
export async function openCodings(place: Study): Promise<CodingPlace> {
  const path = join(place.codings, 'codings.jsonl');
  return {
    study: await inputOf(place),
    pseudonym: pseudonymsOf(place.file.privacy, () => pseudonymKey(place.pseudonymKey)),
    add: (make) => addLines(path, CodingAct, make),
  };
}
