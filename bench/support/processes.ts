import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const ticksASecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

type Stat = { readonly parent: number; readonly ticks: number; readonly ticksOfEnded: number };

/** Parent and processor time of every process of this machine (Linux). */
function stats(): ReadonlyMap<number, Stat> {
  const found = new Map<number, Stat>();
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    try {
      const text = readFileSync(`/proc/${name}/stat`, 'utf8');
      // The second field is a name in brackets and may hold anything.
      const fields = text
        .slice(text.lastIndexOf(')') + 2)
        .split(' ')
        .map(Number);
      const [parent = 0] = fields.slice(1);
      const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15);
      found.set(Number(name), { parent, ticks: user + system, ticksOfEnded: endedUser + endedSystem });
    } catch {
      // It has just ended.
    }
  }
  return found;
}

/** These processes and all that they have started and that still run. */
export function familyOf(roots: readonly number[]): readonly number[] {
  const all = stats();
  const family = new Set(roots);
  for (let size = 0; size < family.size; ) {
    size = family.size;
    for (const [pid, { parent }] of all) if (family.has(parent)) family.add(pid);
  }
  return [...family];
}

/** Processor seconds (user and system) of these processes, their children, and those children that have ended. */
export function processorSeconds(roots: readonly number[]): number {
  const all = stats();
  const ticks = familyOf(roots).reduce((sum, pid) => {
    const stat = all.get(pid);
    return stat === undefined ? sum : sum + stat.ticks + stat.ticksOfEnded;
  }, 0);
  return ticks / ticksASecond;
}

/** Processor seconds of all children of this process that have ended, theirs included. */
export function processorSecondsOfEnded(): number {
  return (stats().get(process.pid)?.ticksOfEnded ?? 0) / ticksASecond;
}

/** The middle value; the upper one of two. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
