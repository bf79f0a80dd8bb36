import type { LiveRun } from '../model/api/runs.ts';
import type { Work } from './work.ts';

/** How often a page that hears nothing is told so, in milliseconds: whoever stands between would close the line. */
const beatMs = 15_000;

/** The state of a run, and each that follows, as events; progress comes in at most some ten times a second. */
export function liveAnswer(work: Work): Response {
  let stop = () => {};
  const text = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start(line) {
      const send = (state: LiveRun) => line.enqueue(text.encode(`data: ${JSON.stringify(state)}\n\n`));
      let pending: NodeJS.Timeout | null = null;
      send(work.state());
      const unwatch = work.watch(() => {
        pending ??= setTimeout(() => {
          pending = null;
          send(work.state());
        }, 100);
      });
      const beat = setInterval(() => line.enqueue(text.encode(':\n\n')), beatMs);
      stop = () => {
        unwatch();
        clearInterval(beat);
        if (pending !== null) clearTimeout(pending);
      };
    },
    cancel: () => stop(),
  });
  return new Response(body, {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
  });
}
