import { type FetchEnd, type FetchLimits, type FetchMeans, fetchFile } from './fetch.ts';
import type { Manners } from './manners.ts';
import { dropPart, notePart, openPart } from './part.ts';

/** Times that one file is asked for at most. */
const attempts = 4;
/** Seconds before the second attempt; each further one waits twice as long as the one before. */
const firstWait = 4;
/** A host that asks for more seconds than this is left for another day. */
const longestWait = 300;

/**
 * Fetches one file into `path`, and again after a growing pause where its host is busy or the line breaks, going on
 * from what came before. A host that says how long to wait (`Retry-After`) is given that time. What a failed or
 * interrupted fetch leaves is gone on with the next time; what will not come at all leaves nothing.
 */
export async function fetchPatiently(
  address: string,
  path: string,
  limits: FetchLimits,
  means: FetchMeans,
  hold: Manners['hold'],
): Promise<FetchEnd> {
  for (let attempt = 1; ; attempt++) {
    const end = await fetchFile(address, path, limits, {
      ...means,
      part: await openPart(path),
      begin: async (validator) => {
        // First the old bytes, then the new name: a part must never pass for that of another file.
        await dropPart(path);
        await notePart(path, validator);
      },
    });
    if (end.code === 'fetched') {
      await notePart(path, null);
      return end;
    }
    if (end.code !== 'not_fetched' || end.again === null) {
      await dropPart(path);
      return end;
    }
    const { origin, seconds } = end.again;
    if (seconds !== null && seconds > longestWait) {
      return { ...end, detail: `${end.detail}, and asks for ${Math.ceil(seconds)} s of rest` };
    }
    if (attempt === attempts) return { ...end, detail: `${end.detail}, ${attempts} times` };
    hold(origin, seconds ?? firstWait * 2 ** (attempt - 1));
  }
}
