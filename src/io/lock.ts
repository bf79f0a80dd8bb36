import { type FileHandle, open, rm } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { InputError } from '../model/input.ts';

/** Somebody else is at work on the same thing; the same may be tried again. */
export class LockedError extends InputError {}

/**
 * Does some work while nobody else does any under the same lock, a file that is there as long as the work
 * lasts. Throws a LockedError where somebody does, still after `patience` milliseconds, which says at what.
 */
export async function locked<T>(
  path: string,
  work: () => Promise<T>,
  at = 'the manifest',
  patience = 0,
): Promise<T> {
  const until = Date.now() + patience;
  let handle = await taken(path);
  while (handle === null && Date.now() < until) {
    // Those who wait come back at different times.
    await setTimeout(5 + Math.random() * 20);
    handle = await taken(path);
  }
  if (handle === null) {
    throw new LockedError([
      `${path}  expected nobody else at work on ${at}, got a lock: wait for the other command to end, or delete this file where none is running`,
    ]);
  }
  try {
    await handle.close();
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

function taken(path: string): Promise<FileHandle | null> {
  return open(path, 'wx').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
    return null;
  });
}
