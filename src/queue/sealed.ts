import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';

/** What a process that opens files of strangers may reach; all else of this machine is closed to it. */
export type Reach = {
  /** Folders that it may read, all that lies below them included. */
  readonly read: readonly string[];
  /** Folders that it may also write to. */
  readonly write: readonly string[];
  /** Whether it may start other programs, which are under none of these limits; `tesseract` is one. */
  readonly programs: boolean;
};

const ending = import.meta.url.slice(-3);

/**
 * The arguments with which Node keeps a process within its reach: Node's permissions for files, other programs and
 * the inspector, no code made from strings, no network. Native modules and threads stay allowed, since pdf-parse has
 * one of the first and the watch over the parent is one of the second; threads are under the same limits.
 */
export function sealedArguments({ read, write, programs }: Reach): readonly string[] {
  return [
    '--permission',
    ...[...read, ...write].flatMap(spellings).map((path) => `--allow-fs-read=${path}`),
    ...write.flatMap(spellings).map((path) => `--allow-fs-write=${path}`),
    '--allow-addons',
    '--allow-worker',
    ...(programs ? ['--allow-child-process'] : []),
    '--disallow-code-generation-from-strings',
    '--disable-warning=SecurityWarning',
    `--import=${new URL(`./silence${ending}`, import.meta.url)}`,
  ];
}

/** What of an environment such a process needs: where programs and temporary files are, language and time, Node's own. */
const kept = /^(?:PATH|LANG|LANGUAGE|LC_\w+|TZ|TMPDIR|TEMP|TMP|SYSTEMROOT|NODE_OPTIONS)$/i;

/** An environment without what only this process is to know, such as passwords and addresses. */
export function sealedEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => kept.test(name)));
}

/** A folder as it is named and as it really lies, with all below it even where it is not there yet. */
function spellings(folder: string): readonly string[] {
  const real = existsSync(folder) ? realpathSync(folder) : folder;
  return [...new Set([folder, real])].map((path) => join(path, '*'));
}
