import { whileUnchanged } from '../io/stamps.ts';
import { type Study, studySources } from '../io/study.ts';

/** Gives a study as its files say now: the same object as before where nothing has changed. */
export type KeptStudy = () => Promise<Study>;

/** Opens a study again only where a file that it is read from has changed: lexicons take a second to read. */
export function keepStudy(path: string, open: () => Promise<Study>): KeptStudy {
  const kept = whileUnchanged(open);
  return () => kept(studySources(path));
}
