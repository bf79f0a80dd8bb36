import { describe, expect, it, onTestFinished } from 'vitest';
import { RecognitionTimeout } from '../../../src/model/recognition.ts';
import { childrenOf } from '../../../src/queue/memory.ts';
import { tesseract } from '../../support/requires.ts';
import { expectRead, minutes, open, scanOf } from './reading.ts';

describe.skipIf(tesseract === null)("the system's Tesseract", { timeout: 240_000 }, () => {
  it('reads pages side by side in three languages', async () => {
    const recogniser = open('tesseract', 200);
    expect(recogniser.lanes()).toBe(2);
    await Promise.all([expectRead(recogniser, minutes), expectRead(recogniser, minutes.toReversed())]);
    await recogniser.close();
  });

  it('is killed when a page takes too long', async () => {
    await expect(open('tesseract', 0.01).read(await scanOf(minutes), ['es'])).rejects.toThrow(
      RecognitionTimeout,
    );
    expect(childrenOf(process.pid).length).toBe(0);
  });

  it('ends when it is closed', async () => {
    const recogniser = open('tesseract', 200);
    const reading = recogniser.read(await scanOf(minutes), ['es', 'pt', 'en']);
    const ended = expect(reading).rejects.toThrow();
    await recogniser.close();
    await ended;
  });

  it('says so of a picture that is none', async () => {
    const recogniser = open('tesseract', 200);
    onTestFinished(() => recogniser.close());
    const none = { width: 5, height: 5, dpi: 200, pixels: new Uint8Array() };
    await expect(recogniser.read(none, ['es'])).rejects.toThrow(/tesseract ended with/);
  });
});
