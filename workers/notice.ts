import { parentPort, workerData } from 'node:worker_threads';
import { type NoticeTask, writeNotice } from '../src/io/notices.ts';
import type { RunNotice } from '../src/model/notice.ts';

/** How often a run says that it is alive, in milliseconds. */
const beatMs = 500;

// A thread beside the one that runs a study: that one may compute for minutes before it can say anything.
const { path, notice } = workerData as NoticeTask;
let now: RunNotice = notice;
parentPort?.on('message', (progress: RunNotice['progress']) => {
  now = { ...now, progress };
});
setInterval(() => {
  now = { ...now, beat: now.beat + 1 };
  try {
    writeNotice(path, now);
  } catch {
    // A folder that cannot be written to is told of by the run itself.
  }
}, beatMs);
