import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { segment } from '../../src/segment/segment.ts';
import { root } from '../support/cli.ts';
import { read } from './make.ts';
import { mutate } from './mutate.ts';

const samples = globSync('corpus/documents/**/*.{pdf,docx,html,txt}', { cwd: root }).sort();

describe('damaged documents', () => {
  it('are damaged in the same way by the same seed', async () => {
    const bytes = readFileSync(join(root, samples[1] ?? ''));
    expect((await mutate(bytes, 7)).equals(await mutate(bytes, 7))).toBe(true);
    expect((await mutate(bytes, 7)).equals(await mutate(bytes, 8))).toBe(false);
  });

  it('are read or refused with a code, and never throw (bench/fuzz.ts does it for long)', {
    timeout: 120_000,
  }, async () => {
    // pdf.js gives up promises of its own; in a run the process that reads takes no notice of them.
    const given: string[] = [];
    const own = process.listeners('unhandledRejection');
    process.removeAllListeners('unhandledRejection');
    process.on('unhandledRejection', (reason) => given.push(String(reason instanceof Error && reason.stack)));
    onTestFinished(() => {
      process.removeAllListeners('unhandledRejection');
      for (const listener of own) process.on('unhandledRejection', listener);
    });
    let refused = 0;
    for (let seed = 1; seed <= 300; seed++) {
      const file = samples[seed % samples.length] ?? '';
      const bytes = await mutate(readFileSync(join(root, file)), seed);
      const { value, problems } = await read(file, bytes);
      if (value === null) {
        refused++;
        expect({ seed, problems }).not.toEqual({ seed, problems: [] });
      } else {
        const { passages, removals } = segment(value, { language: null });
        expect(passages.length + removals.length).toBeGreaterThanOrEqual(0);
      }
    }
    expect(given.filter((stack) => !stack.includes('pdfjs-dist'))).toEqual([]);
    expect(refused).toBeGreaterThan(10);
    expect(refused).toBeLessThan(250);
  });
});
