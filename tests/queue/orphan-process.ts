import { fork } from 'node:child_process';
import { dieWithParent } from '../../src/queue/orphan.ts';

// A parent that has a child, which is soon too busy to hear of anything.
if (process.argv[2] === 'child') {
  dieWithParent();
  process.send?.(process.pid);
  setTimeout(() => {
    for (;;) Math.sqrt(2);
  }, 200);
} else {
  fork(import.meta.filename, ['child']).on('message', (pid) => process.send?.(pid));
}
