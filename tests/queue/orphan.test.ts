import { fork } from 'node:child_process';
import { once } from 'node:events';
import { expect, it, onTestFinished } from 'vitest';
import { isAlive, killAll } from '../fleet/host.ts';

it('a process that never comes back from its work dies soon after its parent', async () => {
  const parent = fork(new URL('./orphan-process.ts', import.meta.url));
  const [pid]: number[] = await once(parent, 'message');
  onTestFinished(() => killAll([Number(pid)], 'SIGKILL'));
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(isAlive(Number(pid))).toBe(true);
  parent.kill('SIGKILL');
  await expect.poll(() => isAlive(Number(pid)), { timeout: 10_000 }).toBe(false);
});
