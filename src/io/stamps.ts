import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * What tells cheaply whether files have changed since: size, time and place on the disk of each of these, and of those that lie
 * in the folders among them. What is not there has a stamp too.
 */
export async function stampOf(paths: readonly string[]): Promise<string> {
  const stamps = await Promise.all(paths.map((path) => stamp(path, true)));
  return stamps.join('\n');
}

/** The folders in a folder, in the order of their names; none where it is not there. */
export async function foldersIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.flatMap((entry) => (entry.isDirectory() ? [join(folder, entry.name)] : [])).toSorted();
}

async function stamp(path: string, isOpened: boolean): Promise<string> {
  const found = await stat(path).catch(() => null);
  if (found === null) return `${path} -`;
  if (!found.isDirectory()) return `${path} ${found.size} ${found.mtimeMs} ${found.ino}`;
  const names = isOpened ? await readdir(path).catch(() => []) : [];
  const inside = names.toSorted().map((name) => stamp(join(path, name), false));
  return [path, ...(await Promise.all(inside))].join('\n');
}
