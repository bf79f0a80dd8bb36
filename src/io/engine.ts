import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Sha256, sha256 } from '../model/units.ts';

/** What a stage is made of: a hash of its sources and engines, and the versions of the engines. */
export type Engine = { readonly hash: Sha256; readonly packages: Readonly<Record<string, string>> };

/** The program runs from its TypeScript sources or, where it was packed, from what was compiled of them. */
const ending = import.meta.url.endsWith('.ts') ? '.ts' : '.js';
const sources = dirname(dirname(fileURLToPath(import.meta.url)));
/** Static imports, exports from elsewhere, imports for their effect, and dynamic imports. */
const specifier = /\b(?:from\s+|import\s+|import\s*\(\s*)'([^']+)'/g;

/**
 * Fingerprints the code that starts at some modules of `src` (`extract/extract`): the bytes of all modules that they
 * reach by relative imports, the versions of the packages these import, and the Unicode tables of this
 * Node, on which case, accents and word boundaries depend. Computed from what runs, so nobody has to
 * bump a number. `folder` stands for `src` where another program than this one is looked at.
 */
export function engineOf(entries: readonly string[], folder = sources): Engine {
  const modules = new Map<string, string>();
  const packages = new Map<string, string>();
  const open = entries.map((entry) => join(folder, `${entry}${ending}`));
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (modules.has(path)) continue;
    const source = readFileSync(path, 'utf8');
    modules.set(path, source);
    for (const [, name = ''] of source.matchAll(specifier)) {
      if (name.startsWith('.')) open.push(join(dirname(path), name));
      else if (!name.startsWith('node:'))
        packages.set(packageName(name), packageVersion(packageName(name), path));
    }
  }
  const hash = createHash('sha256');
  for (const path of [...modules.keys()].sort()) {
    hash.update(`${relative(folder, path)}\0${modules.get(path)}\0`);
  }
  const versions = Object.fromEntries([...packages].sort(([a], [b]) => (a < b ? -1 : 1)));
  hash.update(JSON.stringify(versions)).update(`${process.versions['icu']} ${process.versions['unicode']}`);
  return { hash: sha256(hash.digest('hex')), packages: versions };
}

/** The version of this program, from its own package.json. */
export function programVersion(): string {
  return versionIn(join(programFolder(), 'package.json')) ?? 'unknown';
}

/** The folder of this program, where its default lexicons and claims lie. */
export function programFolder(): string {
  for (let folder = sources; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'lexicons'))) return folder;
    if (folder === dirname(folder)) throw new Error('Expected package.json and lexicons above the program');
  }
}

/**
 * The folders that hold this program and the packages that it uses: its own, or the one it is installed into, and where
 * its packages really lie, should their folder be a link.
 */
export function packagesFolders(): readonly string[] {
  const own = programFolder();
  const parts = own.split(sep);
  const outermost = parts.indexOf('node_modules');
  if (outermost !== -1) return [parts.slice(0, outermost + 1).join(sep)];
  const packages = join(own, 'node_modules');
  return existsSync(packages) ? [own, realpathSync(packages)] : [own];
}

function packageName(name: string): string {
  const parts = name.split('/');
  return name.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? name);
}

function packageVersion(name: string, importer: string): string {
  for (let folder = dirname(importer); ; folder = dirname(folder)) {
    const version = versionIn(join(folder, 'node_modules', name, 'package.json'));
    if (version !== null) return version;
    if (folder === dirname(folder)) return 'unknown';
  }
}

function versionIn(file: string): string | null {
  if (!existsSync(file)) return null;
  const { version }: { version?: unknown } = JSON.parse(readFileSync(file, 'utf8'));
  return typeof version === 'string' ? version : null;
}
