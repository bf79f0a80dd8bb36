import { Worker } from 'node:worker_threads';
import type { Drafting } from '../compose/drafting.ts';
import type { StudyOptions } from '../io/study.ts';
import { InputError } from '../model/input.ts';
import { Refused } from './refused.ts';

/** The lexicon of a study in a thread of its own, so that nobody else waits for it. */
export type Aside = {
  /** Asks one thing after the other; throws an InputError in the words of the lexicon, or a Refused where too much waits. */
  readonly ask: <Name extends keyof Drafting>(
    name: Name,
    given: Parameters<Drafting[Name]>,
    signal?: AbortSignal,
  ) => Promise<Awaited<ReturnType<Drafting[Name]>>>;
  readonly close: () => Promise<void>;
};

/** Most questions that wait at a time. */
const mostWaiting = 40;

type Reply = {
  readonly id: number;
  readonly answer?: unknown;
  readonly lines?: readonly string[] | null;
  readonly trace?: string;
};
type Waiting = { readonly done: (value: unknown) => void; readonly failed: (error: Error) => void };

/** Starts the thread when it is first asked. */
export function openAside(path: string, options: StudyOptions): Aside {
  let worker: Worker | null = null;
  let number = 0;
  let last: Promise<unknown> = Promise.resolve();
  let queued = 0;
  const waiting = new Map<number, Waiting>();

  function started(): Worker {
    if (worker !== null) return worker;
    const script = new URL(`../../workers/lexicon${import.meta.url.slice(-3)}`, import.meta.url);
    const made = new Worker(script, { workerData: { path, options }, execArgv: [] });
    worker = made;
    made.unref();
    made.on('message', ({ id, answer, lines, trace }: Reply) => {
      const one = waiting.get(id);
      waiting.delete(id);
      if (trace === undefined) one?.done(answer);
      else one?.failed(lines ? new InputError(lines) : new Error(trace));
    });
    const ended = (error: Error) => {
      if (worker === made) worker = null;
      for (const one of waiting.values()) one.failed(error);
      waiting.clear();
    };
    made.on('error', ended);
    made.on('exit', () => ended(new Error('the thread of the lexicon ended')));
    return made;
  }

  return {
    async ask(name, given, signal) {
      if (queued >= mostWaiting)
        throw new Refused('busy', 'expected fewer questions about the lexicon at a time');
      queued++;
      const before = last;
      const mine = before.then(() => {
        // What a page no longer waits for, such as the preview of what was typed since, is not worked out.
        if (signal?.aborted) throw new Refused('busy', 'this was asked anew since');
        return new Promise<unknown>((done, failed) => {
          const id = number++;
          waiting.set(id, { done, failed });
          started().postMessage({ id, ask: name, with: given });
        });
      });
      last = mine.catch(() => {}).finally(() => queued--);
      return (await mine) as never;
    },
    close: async () => void (await worker?.terminate()),
  };
}
