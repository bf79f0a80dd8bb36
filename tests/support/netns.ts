import { execFileSync } from 'node:child_process';
import { missing } from './requires.ts';

/** Whether this machine lets us make network namespaces. */
export const netns: boolean = probe();

function probe(): boolean {
  const name = `titrate-probe-${process.pid}`;
  try {
    execFileSync('ip', ['netns', 'add', name], { stdio: 'ignore' });
    execFileSync('ip', ['netns', 'del', name], { stdio: 'ignore' });
    return true;
  } catch {
    return missing('netns', 'install iproute2 and run as root where namespaces are permitted') ?? false;
  }
}
