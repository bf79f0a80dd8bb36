import { open, rm } from 'node:fs/promises';
import { InputError } from '../model/input.ts';

/**
 * Does some work while nobody else does any under the same lock, a file that is there as long as the work
 * lasts. Throws an InputError where somebody does, which says at what.
 */
export async function locked<T>(path: string, work: () => Promise<T>, at = 'the manifest'): Promise<T> {
  const handle = await open(path, 'wx').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
    throw new InputError([
      `${path}  expected nobody else at work on ${at}, got a lock: wait for the other command to end, or delete this file where none is running`,
    ]);
  });
  try {
    await handle.close();
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}
