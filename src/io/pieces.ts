import type { Readable } from 'node:stream';

/** Pieces that may wait to be written before their sender has to. */
const most = 64;

/**
 * The pieces of a stream, taken as they come: what arrived before a stream broke is still given, then its fault is
 * thrown. A stream read in the usual way drops what nobody had asked for yet.
 */
export function piecesOf(stream: Readable): AsyncIterable<Uint8Array> {
  const waiting: Uint8Array[] = [];
  let over: { readonly fault: Error | null } | null = null;
  let wake = () => {};
  const end = (fault: Error | null) => {
    over ??= { fault };
    wake();
  };
  stream.on('data', (piece: Uint8Array) => {
    waiting.push(piece);
    if (waiting.length >= most) stream.pause();
    wake();
  });
  stream.on('end', () => end(null));
  stream.on('error', end);
  stream.on('close', () => end(new Error('closed before its end')));
  return {
    async *[Symbol.asyncIterator]() {
      for (;;) {
        const piece = waiting.shift();
        if (piece !== undefined) {
          if (waiting.length === 0) stream.resume();
          yield piece;
        } else if (over !== null) {
          if (over.fault !== null) throw over.fault;
          return;
        } else {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      }
    },
  };
}
