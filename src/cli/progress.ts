import { SingleBar } from 'cli-progress';
import { counted } from '../app/overview.ts';
import type { Progress } from '../model/summary.ts';
import { tell } from './talk.ts';

/** Shows how far reading has come: a bar on a terminal, a line now and then elsewhere. */
export type ProgressDisplay = { readonly update: (progress: Progress) => void; readonly stop: () => void };

const lineEveryMs = 5_000;

/** Opens the display that suits standard error; `quiet` shows nothing. */
export function openProgress(quiet: boolean): ProgressDisplay {
  if (quiet) return { update: () => {}, stop: () => {} };
  return process.stderr.isTTY ? bar() : lines();
}

function bar(): ProgressDisplay {
  const display = new SingleBar({
    format: '  reading   {bar}  {value}/{total}   {rate}   {left}   {problems}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 30,
    hideCursor: true,
    stream: process.stderr,
  });
  const pace = paceOf();
  let started = false;
  return {
    update(progress) {
      const texts = { rate: pace.rate(progress), left: pace.left(progress), problems: failures(progress) };
      if (started) display.update(progress.done, texts);
      else display.start(progress.total, progress.done, texts);
      started = true;
    },
    stop: () => display.stop(),
  };
}

function lines(): ProgressDisplay {
  const pace = paceOf();
  let last = Date.now();
  return {
    update(progress) {
      const finished = progress.done === progress.total;
      if (!finished && Date.now() - last < lineEveryMs) return;
      last = Date.now();
      const parts = [`${progress.done}/${progress.total} documents`, pace.rate(progress)];
      if (!finished) parts.push(pace.left(progress));
      tell(`  reading   ${[...parts, failures(progress)].filter((part) => part !== '').join('   ')}`);
    },
    stop: () => {},
  };
}

/** Pace is that of reading: what an earlier run has read takes next to no time. */
function paceOf(): { rate: (progress: Progress) => string; left: (progress: Progress) => string } {
  const start = Date.now();
  const seconds = () => Math.max((Date.now() - start) / 1000, 0.001);
  return {
    rate: ({ pages, kept }) =>
      [
        ...(kept === 0 ? [] : [`${kept} read before`]),
        ...(pages === 0 ? [] : [`${Math.round(pages / seconds())} pages/s`]),
      ].join('   '),
    left: ({ done, kept, total }) =>
      done === kept ? '' : `${inWords((seconds() / (done - kept)) * (total - done))} left`,
  };
}

function failures({ failed }: Progress): string {
  return failed === 0 ? '' : counted(failed, 'problem');
}

function inWords(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}
