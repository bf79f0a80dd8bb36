import { remembered } from '../app/remembered.ts';
import { stampOf } from '../io/stamps.ts';
import { type Study, studySources } from '../io/study.ts';

/**
 * Makes a function that gives what `read` gave for as long as the files that it is told stay as they are: see `stampOf`. What
 * failed is read anew, since it may have been mended without a trace.
 */
export function whileUnchanged<T>(read: () => Promise<T>): (paths: readonly string[]) => Promise<T> {
  const kept = remembered((_stamp: string) => read());
  return async (paths) => kept(await stampOf(paths));
}

/** Gives a study as its files say now: the same object as before where nothing has changed. */
export type KeptStudy = () => Promise<Study>;

/** Opens a study again only where a file that it is read from has changed: lexicons take a second to read. */
export function keepStudy(path: string, open: () => Promise<Study>): KeptStudy {
  const kept = whileUnchanged(open);
  return () => kept(studySources(path));
}
