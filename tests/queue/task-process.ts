import { appendFileSync } from 'node:fs';
import type { TaskWord } from '../../src/queue/task.ts';

/** What the process of a task under test is to do, in which file it leaves a trace of itself. */
export type Deed = { readonly deed: string; readonly trace: string };

const say = (word: TaskWord) => void process.send?.(word);

process.once('disconnect', () => process.exit());
process.once('message', ({ task: { deed, trace } }: { readonly task: Deed }) => {
  appendFileSync(trace, `${process.pid}\n`);
  switch (deed) {
    case 'work':
      say({ kind: 'progress', progress: 1 });
      say({ kind: 'progress', progress: 2 });
      return say({ kind: 'done', result: 'worked' });
    case 'publish':
      process.once('message', () => say({ kind: 'done', result: 'published' }));
      return say({ kind: 'may_publish' });
    case 'throw':
      return say({ kind: 'threw', detail: 'thrown on purpose' });
    case 'exit':
      return process.exit(7);
    case 'spin':
      say({ kind: 'progress', progress: 'spinning' });
      for (;;) Math.sqrt(2);
  }
});
