import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { piecesOf } from '../../src/io/pieces.ts';

async function read(pieces: AsyncIterable<Uint8Array>) {
  const found: Uint8Array[] = [];
  try {
    for await (const piece of pieces) found.push(piece);
    return { text: Buffer.concat(found).toString(), fault: null };
  } catch (error) {
    return { text: Buffer.concat(found).toString(), fault: String(error) };
  }
}

describe('the pieces of a stream', () => {
  it('are all that were sent, however they were cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ minLength: 1 }), { maxLength: 200 }), async (texts) => {
        const stream = new PassThrough();
        const reading = read(piecesOf(stream));
        for (const text of texts) if (!stream.write(text)) await new Promise(setImmediate);
        stream.end();
        expect(await reading).toEqual({ text: texts.join(''), fault: null });
      }),
    );
  });

  it('that came before a fault are given before it is thrown', async () => {
    const stream = new PassThrough();
    const pieces = piecesOf(stream);
    stream.write('first ');
    stream.write('second');
    await new Promise(setImmediate);
    stream.destroy(new Error('cut'));
    await new Promise(setImmediate);
    expect(await read(pieces)).toEqual({ text: 'first second', fault: 'Error: cut' });
  });

  it('end with a fault where the stream is closed before its end', async () => {
    const stream = new PassThrough();
    const reading = read(piecesOf(stream));
    stream.destroy();
    expect(await reading).toEqual({ text: '', fault: 'Error: closed before its end' });
  });

  it('wait in small number: the sender is slowed down', async () => {
    const stream = new PassThrough({ highWaterMark: 10 });
    const pieces = piecesOf(stream);
    let taken = 0;
    while (taken < 10_000 && stream.write(Buffer.alloc(10))) taken++;
    for (let turn = 0; turn < 1000 && stream.writableLength < 20; turn++) {
      stream.write(Buffer.alloc(10));
      taken++;
      await new Promise(setImmediate);
    }
    expect(taken).toBeLessThan(200);
    stream.end();
    expect((await read(pieces)).fault).toBeNull();
  });
});
