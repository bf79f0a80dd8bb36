import { basename, relative, sep } from 'node:path';
import { type FSWatcher, watch } from 'chokidar';
import { InputError } from '../model/input.ts';

/** How changes are waited for. */
export type WatchSettings = {
  /** A file counts once its size has stood still for so long, and a batch once nothing has come for so long. */
  readonly settleMs: number;
  /** Looks again and again instead of waiting to be told: network folders do not tell. */
  readonly poll: boolean;
  /** Files and folders that are looked past. */
  readonly skip: readonly string[];
};

/** Files and folders under watch. */
export type Watch = {
  /**
   * The paths that have appeared, changed or gone since the last call, once they have come to rest; waits for the
   * first. Null once the signal is aborted. Throws an InputError where watching failed.
   */
  readonly next: (signal: AbortSignal) => Promise<readonly string[] | null>;
  readonly close: () => Promise<void>;
};

/** A batch is given at the latest after so many times the settling time, though more keeps coming. */
const patience = 15;

/** Watches files and folders, with all below them that is not hidden, from now on. */
export async function watchPaths(paths: readonly string[], settings: WatchSettings): Promise<Watch> {
  const { settleMs, poll, skip } = settings;
  const interval = Math.max(20, settleMs / 5);
  const watcher = watch([...paths], {
    ignoreInitial: true,
    ignored: (path) => skip.includes(path) || isHidden(path, paths),
    awaitWriteFinish: { stabilityThreshold: settleMs, pollInterval: interval },
    usePolling: poll,
    interval,
    binaryInterval: interval,
  });
  const waiting = new Set<string>();
  let since = 0;
  let last = 0;
  let fault: Error | null = null;
  let wake = () => {};
  for (const event of ['add', 'change', 'unlink'] as const) {
    watcher.on(event, (path) => {
      last = performance.now();
      if (waiting.size === 0) since = last;
      waiting.add(path);
      wake();
    });
  }
  watcher.on('error', (error) => {
    fault = error instanceof Error ? error : new Error(String(error));
    wake();
  });
  await ready(watcher, () => fault);

  return {
    async next(signal) {
      while (!signal.aborted) {
        if (fault !== null) throw refusal(fault);
        const now = performance.now();
        const rests = Math.min(last + settleMs, since + patience * settleMs) - now;
        if (waiting.size > 0 && rests <= 0) {
          const batch = [...waiting].toSorted();
          waiting.clear();
          return batch;
        }
        await pause(waiting.size > 0 ? rests : null, signal);
      }
      return null;
    },
    close: () => watcher.close(),
  };

  /** Until something happens or, where it is given, a time in milliseconds has passed. */
  function pause(ms: number | null, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const timer = ms === null ? null : setTimeout(done, ms);
      function done(): void {
        if (timer !== null) clearTimeout(timer);
        signal.removeEventListener('abort', done);
        wake = () => {};
        resolve();
      }
      signal.addEventListener('abort', done, { once: true });
      wake = done;
    });
  }
}

function ready(watcher: FSWatcher, fault: () => Error | null): Promise<void> {
  return new Promise((resolve, reject) => {
    watcher.once('ready', () => resolve());
    watcher.once('error', () => reject(refusal(fault())));
  });
}

function refusal(error: Error | null): InputError {
  const detail = error !== null && 'code' in error ? String(error.code) : String(error?.message);
  return new InputError([
    `watch: expected folders that this machine tells of, got a fault (${detail}): use --poll`,
  ]);
}

/** As the corpus sees it: what a program or a system keeps for itself. */
function isHidden(path: string, roots: readonly string[]): boolean {
  const root = roots.find((one) => path === one || path.startsWith(one + sep));
  const names = root === undefined ? [basename(path)] : relative(root, path).split(sep);
  return names.some((name) => name.startsWith('.') || name.startsWith('~$'));
}
