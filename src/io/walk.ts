import { readdir, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import type { Copy } from './fetched.ts';
import { compareCodePoints } from './spelling.ts';

/** What lies in a folder under a path: a file to read, or why there is none. */
export type Located =
  | { readonly path: string; readonly real: string; readonly obstacle: null }
  | { readonly path: string; readonly real: null; readonly obstacle: Obstacle };

/**
 * `outside`: a link that leaves the roots. `escaping`: a name that leads out of its archive. `missing`: nothing there.
 * `encrypted` and `too_large`: a file of an archive. Why an address has no copy. Anything else in words.
 */
export type Obstacle =
  | 'outside'
  | 'escaping'
  | 'missing'
  | 'encrypted'
  | 'too_large'
  | Exclude<Copy, { code: 'copy' }>
  | { readonly detail: string };

/** True where a path is one of the roots or lies below one; all are real paths. */
export function isInside(path: string, roots: readonly string[]): boolean {
  return roots.some((root) => {
    const way = relative(root, path);
    // On Windows, what lies on another drive is told by an absolute path.
    return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
  });
}

/** Looks a path up: links are followed, and where they lead decides whether it may be read. */
export async function locate(path: string, roots: readonly string[]): Promise<Located> {
  try {
    const real = await realpath(path);
    if (!isInside(real, roots)) return { path, real: null, obstacle: 'outside' };
    const info = await stat(real);
    if (info.isFile()) return { path, real, obstacle: null };
    const detail = info.isDirectory() ? 'it is a folder' : 'it is no regular file';
    return { path, real: null, obstacle: { detail } };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const isMissing = code === 'ENOENT' || code === 'ENOTDIR' || code === 'ERR_INVALID_ARG_VALUE';
    return { path, real: null, obstacle: isMissing ? 'missing' : { detail: code ?? message } };
  }
}

/**
 * Everything visible below a folder in the order of paths, but what is to be skipped and the reports of
 * earlier runs. A link to a file or folder inside the roots is followed; one that leads elsewhere, or to
 * nothing, is found with its obstacle. No folder is gone through twice.
 */
export async function walk(
  folder: string,
  roots: readonly string[],
  skip: readonly string[],
): Promise<readonly Located[]> {
  const visited = new Set<string>();
  const found: Located[] = [];
  // Links wait until the end, so that a file is known by the name it has in its own place.
  const links: string[] = [];
  await visit(folder);
  for (let link = links.shift(); link !== undefined; link = links.shift()) {
    if (await leadsToFolder(link)) await visit(link);
    else found.push(await locate(link, roots));
  }
  return found.sort((a, b) => compareCodePoints(a.path, b.path));

  async function visit(at: string): Promise<void> {
    const real = await realpath(at);
    if (visited.has(real)) return;
    visited.add(real);
    const entries = await readdir(at, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
      found.push({ path: at, real: null, obstacle: { detail: error.code ?? error.message } });
      return [];
    });
    if (isReport(entries.map(({ name }) => name))) return;
    for (const entry of entries.toSorted((a, b) => compareCodePoints(a.name, b.name))) {
      const path = join(at, entry.name);
      if (isHidden(entry.name) || skip.includes(path)) continue;
      if (entry.isSymbolicLink()) links.push(path);
      else if (entry.isDirectory()) await visit(path);
      else found.push(await locate(path, roots));
    }
  }

  async function leadsToFolder(path: string): Promise<boolean> {
    const info = await stat(path).catch(() => null);
    return info?.isDirectory() === true && isInside(await realpath(path), roots);
  }
}

/** A run of this program leaves these two together. */
function isReport(names: readonly string[]): boolean {
  return names.includes('run.json') && names.includes('findings.json');
}

function isHidden(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$') || name === 'Thumbs.db';
}
