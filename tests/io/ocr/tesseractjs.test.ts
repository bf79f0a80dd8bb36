import { readdirSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openTesseractJs, versionOfTesseractJs } from '../../../src/io/ocr/tesseractjs.ts';
import { RecognitionTimeout } from '../../../src/model/recognition.ts';
import { expectRead, minutes, open, scanOf } from './reading.ts';

describe('tesseract.js', { timeout: 240_000 }, () => {
  it('reads pages side by side in three languages, without the network and without leaving a file', async () => {
    const before = readdirSync('.');
    const fetching = globalThis.fetch;
    globalThis.fetch = () => Promise.reject(new Error('nothing may be fetched'));
    const recogniser = open('tesseract.js', 200);
    onTestFinished(async () => {
      globalThis.fetch = fetching;
      await recogniser.close();
    });
    await Promise.all([expectRead(recogniser, minutes), expectRead(recogniser, minutes.toReversed())]);
    expect(readdirSync('.')).toEqual(before);
  });

  it('stops a page that takes too long, and reads the next', async () => {
    const late = open('tesseract.js', 0.02);
    onTestFinished(() => late.close());
    await expect(late.read(await scanOf(minutes), ['es'])).rejects.toThrow(RecognitionTimeout);
  });

  it('says so of a picture that is none', async () => {
    const recogniser = open('tesseract.js', 200);
    onTestFinished(() => recogniser.close());
    const none = { width: 0, height: 0, dpi: 200, pixels: new Uint8Array() };
    await expect(recogniser.read(none, ['es'])).rejects.toThrow();
    expect(await recogniser.read(await scanOf(minutes.slice(0, 1)), ['es'])).toHaveLength(1);
  });

  it('takes no more lanes than memory has room for', () => {
    const lanes = (megabytes: number) => openTesseractJs({ seconds: 1, lanes: () => 16, megabytes }).lanes();
    expect([128, 1024, 8_192].map(lanes)).toEqual([1, 2, 16]);
  });

  it('tells its version, its core and a digest of its language data', () => {
    expect(versionOfTesseractJs()).toMatch(/^\d+\.\d+\.\d+ core \d+\.\d+\.\d+ data [0-9a-f]{12}$/);
  });
});
