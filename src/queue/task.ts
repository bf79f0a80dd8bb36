import { fork } from 'node:child_process';
import type { JobResult } from '../model/queue.ts';

/** What the process of a task says while it is at work, and at its end. */
export type TaskWord =
  | { readonly kind: 'progress'; readonly progress: unknown }
  | { readonly kind: 'may_publish' }
  | { readonly kind: 'done'; readonly result: unknown }
  | { readonly kind: 'threw'; readonly detail: string };

/** What it is told when it asks whether it may publish; without leave it hears nothing more. */
export type Leave = { readonly kind: 'granted' };

/** What the process of a task has to do with the one that started it. */
export type TaskSettings = {
  readonly tell: (progress: unknown) => void;
  /** Whether the task is still this process's to publish. */
  readonly mayPublish: () => Promise<boolean>;
  /** Kills the process when aborted: what is dead has no late effects. */
  readonly signal: AbortSignal;
};

/**
 * Runs a long task in a process of its own, so that heavy work there stops no heartbeat here. A process that
 * dies is a crash; what it throws is thrown here.
 */
export async function performTask(
  module: URL,
  task: unknown,
  { tell, mayPublish, signal }: TaskSettings,
): Promise<JobResult<unknown>> {
  signal.throwIfAborted();
  const child = fork(module, { serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const kill = () => child.kill('SIGKILL');
  signal.addEventListener('abort', kill, { once: true });
  return new Promise<JobResult<unknown>>((resolve, reject) => {
    let end: JobResult<unknown> | Error | null = null;
    const finish = (with_: JobResult<unknown> | Error) => {
      end ??= with_;
      kill();
    };
    child.on('message', (word: TaskWord) => {
      switch (word.kind) {
        case 'progress':
          return tell(word.progress);
        case 'may_publish':
          return void mayPublish().then(
            (may) => {
              if (may && child.connected) child.send({ kind: 'granted' } satisfies Leave);
              else if (!may) finish(new Error('another worker has taken the run over'));
            },
            (error: Error) => finish(error),
          );
        case 'done':
          return finish({ result: word.result, failure: null });
        case 'threw':
          return finish(new Error(word.detail));
      }
    });
    child.on('error', (error) =>
      finish({ result: null, failure: { kind: 'crashed', detail: error.message } }),
    );
    child.on('exit', (code, killer) => {
      signal.removeEventListener('abort', kill);
      const detail = killer === null ? `exit code ${code}` : `signal ${killer}`;
      if (signal.aborted) reject(signal.reason);
      else if (end instanceof Error) reject(end);
      else resolve(end ?? { result: null, failure: { kind: 'crashed', detail } });
    });
    child.send({ kind: 'task', task }, () => {});
  });
}
