import { lstat, realpath } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { InputError } from '../model/input.ts';
import { isInside } from './walk.ts';

/**
 * The absolute path of something below a root. Throws where the path, its links followed, leads out of
 * the root: a message from elsewhere must not open what it likes.
 */
export async function confine(root: string, path: string): Promise<string> {
  const base = await realpath(root);
  const found = await followed(resolve(root, path));
  if (found === null || isAbsolute(path) || !isInside(found, [base])) {
    throw new Error(`Expected a path below the shared root, got \`${path}\``);
  }
  return found;
}

/** A path as every host of a fleet can follow it; throws an InputError where it does not lie below the root. */
export function belowRoot(root: string, path: string): string {
  const found = relative(resolve(root), resolve(path));
  if (found === '' || found === '..' || found.startsWith(`..${sep}`) || isAbsolute(found)) {
    throw new InputError([
      `${path}  expected a path below the shared root ${root}: move it there or name another --root`,
    ]);
  }
  return found.split(sep).join('/');
}

/**
 * A path with its links followed as far as there is something; null where a link leads to nothing, since what
 * is written there would be made who knows where.
 */
export async function followed(path: string): Promise<string | null> {
  try {
    return await realpath(path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    const parent = dirname(path);
    const isLink = (await lstat(path).catch(() => null)) !== null;
    if (isLink || parent === path) return null;
    const above = await followed(parent);
    return above === null ? null : join(above, basename(path));
  }
}
