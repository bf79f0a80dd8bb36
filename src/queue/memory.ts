import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const pageBytes = 4096;

/**
 * Resident memory of a process in megabytes, or null where the system does not tell. It includes
 * WebAssembly and external buffers, which no limit inside the process covers.
 */
export function residentMegabytes(pid: number | undefined): number | null {
  if (pid === undefined) return null;
  try {
    if (process.platform === 'linux') {
      const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
      return (pages * pageBytes) / 1e6;
    }
    if (process.platform === 'win32') return null;
    return (Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) * 1024) / 1e6;
  } catch {
    // The process has just ended, which its exit event tells.
    return null;
  }
}

/** The processes that a process has started and that run now; none where the system does not tell. */
export function childrenOf(pid: number | undefined): readonly number[] {
  if (pid === undefined || process.platform !== 'linux') return [];
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      (readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').match(/\d+/g) ?? []).map(Number),
    );
  } catch {
    // The process has just ended, or this system keeps no such list.
    return [];
  }
}
