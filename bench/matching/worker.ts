import { fork } from 'node:child_process';
import type { Passage } from '../../src/model/passage.ts';
import { compile } from '../../src/tag/compile.ts';
import { tag } from '../../src/tag/tag.ts';
import { lexiconOf, makeTerms, makeText, type Plan } from './made.ts';

/** What a process is to tag: the part of a made-up text, so many times. */
export type Order = {
  readonly megabytes: number;
  readonly rounds: number;
  readonly plan: Plan;
  readonly part: number;
  readonly of: number;
};

export type Answer = {
  /** Megabytes a second of processor time of the thread: of the fastest round, and of the first with all words new. */
  readonly speed: number;
  readonly first: number;
  /** Compiling the lexicon and all rounds, by the clock and of processor time of the thread. */
  readonly seconds: number;
  readonly processor: number;
  readonly tags: number;
};

/** Passages that are tagged in one call, as many as a document has. */
const batch = 50;

/** Tags in a process of its own. */
export function inProcess(order: Order): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const child = fork(import.meta.filename, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`Expected an answer, got exit code ${code}`)));
    child.send(order);
  });
}

if (process.send !== undefined && process.argv[1] === import.meta.filename) {
  process.once('message', (order: Order) => process.send?.(work(order), () => process.exit(0)));
  process.once('disconnect', () => process.exit());
}

function work({ megabytes, rounds, plan, part, of }: Order): Answer {
  const made = makeText(megabytes * 1e6, 1);
  const terms = makeTerms(made, plan);
  // As passages come out of the store; strings that were put together word by word would be slower to read.
  const passages: readonly Passage[] = made.passages
    .filter((_, i) => i % of === part)
    .map((passage) => JSON.parse(JSON.stringify(passage)));
  const bytes = passages.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  const speeds: number[] = [];
  let tags = 0;
  const start = performance.now();
  const used = process.threadCpuUsage();
  const matcher = compile(lexiconOf(terms), { object: 'SSE' });
  for (let round = 0; round < rounds; round++) {
    const before = process.threadCpuUsage();
    tags = 0;
    for (let at = 0; at < passages.length; at += batch) {
      tags += tag(passages.slice(at, at + batch), matcher).length;
    }
    const { user, system } = process.threadCpuUsage(before);
    speeds.push(bytes / (user + system));
  }
  const all = process.threadCpuUsage(used);
  return {
    speed: Math.max(...speeds),
    first: speeds[0] ?? 0,
    seconds: (performance.now() - start) / 1000,
    processor: (all.user + all.system) / 1e6,
    tags,
  };
}
