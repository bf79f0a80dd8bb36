import type { Drawing } from '../compose/printed.ts';
import type { IngestRow } from '../model/results.ts';
import { Refused } from './refused.ts';

/** A drawn page as an answer, or a Refused that says why there is none. `name` tells pictures of one document apart. */
export function pictureAnswer(drawing: Drawing, row: IngestRow, name: string, asked: Headers): Response {
  if (drawing.kind !== 'png') throw refusal(drawing, row.file);
  const tag = `"${row.hash}-${name}"`;
  // A page is asked for anew each time, so that one of a file that has changed is not shown for the one that was read.
  const headers = { etag: tag, 'cache-control': 'private, no-cache' };
  const isKnown = (asked.get('if-none-match') ?? '').split(/\s*,\s*/).includes(tag);
  if (isKnown) return new Response(null, { status: 304, headers });
  return new Response(drawing.bytes, { headers: { ...headers, 'content-type': 'image/png' } });
}

function refusal(drawing: Exclude<Drawing, { kind: 'png' }>, file: string): Refused {
  switch (drawing.kind) {
    case 'changed':
      return new Refused(
        'conflict',
        `${file}: expected the bytes that were read, got others: the file has changed since, run the study again`,
      );
    case 'missing':
      return new Refused('not_found', `${file}: expected the file where it was read, got nothing there`);
    case 'no_page':
      return new Refused('not_found', `${file}: expected a page that can be drawn, got none`);
    case 'encrypted':
      return new Refused('conflict', `${file}: expected its password in study.yaml, got none that opens it`);
    case 'unreadable':
      return new Refused(
        'conflict',
        `${file}: expected a PDF that can be drawn, got one that cannot be opened`,
      );
    case 'busy':
      return new Refused('busy', 'expected fewer pages to draw at a time: try again in a moment');
    case 'time_limit':
      return new Refused(
        'busy',
        `${file}: the page was not drawn within ${drawing.seconds} s and was given up`,
      );
    case 'memory_limit':
      return new Refused(
        'busy',
        `${file}: drawing the page took more than ${drawing.megabytes} MB and was stopped`,
      );
    case 'crashed':
    case 'engine_missing':
      return new Refused('conflict', `${file}: the page cannot be drawn (${drawing.detail})`);
  }
}
