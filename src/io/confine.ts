import { realpath } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { InputError } from '../model/input.ts';
import { isInside } from './walk.ts';

/**
 * The absolute path of something below a root. Throws where the path, its links followed, leads out of
 * the root: a message from elsewhere must not open what it likes.
 */
export async function confine(root: string, path: string): Promise<string> {
  const within = resolve(root, path);
  const base = await realpath(root);
  const found = await realpathOfExisting(within);
  if (isAbsolute(path) || !isInside(found, [base])) {
    throw new Error(`Expected a path below the shared root, got \`${path}\``);
  }
  return found;
}

/** A path as every host of a fleet can follow it; throws an InputError where it does not lie below the root. */
export function belowRoot(root: string, path: string): string {
  const found = relative(resolve(root), resolve(path));
  if (found === '' || found.startsWith('..') || isAbsolute(found)) {
    throw new InputError([
      `${path}  expected a path below the shared root ${root}: move it there or name another --root`,
    ]);
  }
  return found.split(sep).join('/');
}

/** Follows the links of the part of a path that exists. */
async function realpathOfExisting(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    const parent = join(path, '..');
    return parent === path ? path : join(await realpathOfExisting(parent), path.slice(parent.length));
  }
}
