import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { addLines, readLines, readLog } from '../../src/io/lines.ts';
import { temporaryFolder } from '../support/tiny.ts';

const Line = z.strictObject({ n: z.int() });
const log = () => join(temporaryFolder(), 'codings', 'log.jsonl');

describe('a log that is only added to', () => {
  it('holds what was added, in order, byte for byte as before', async () => {
    const path = log();
    expect(await readLines(path, Line)).toEqual([]);
    await addLines(path, Line, () => [{ n: 1 }]);
    const before = readFileSync(path, 'utf8');
    expect(await addLines(path, Line, (held) => [{ n: held.length + 1 }, { n: 9 }])).toEqual([
      { n: 2 },
      { n: 9 },
    ]);
    expect(readFileSync(path, 'utf8')).toBe(`${before}{"n":2}\n{"n":9}\n`);
    expect(await readLines(path, Line)).toEqual([{ n: 1 }, { n: 2 }, { n: 9 }]);
    expect(existsSync(`${path}.lock`)).toBe(false);
  });

  it('is not touched where nothing is added or something goes wrong', async () => {
    const path = log();
    await addLines(path, Line, () => []);
    expect(existsSync(path)).toBe(false);
    await addLines(path, Line, () => [{ n: 1 }]);
    const failing = addLines(path, Line, () => {
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(existsSync(`${path}.lock`)).toBe(false);
    expect(await readLines(path, Line)).toEqual([{ n: 1 }]);
  });

  it('refuses a second writer', async () => {
    const path = log();
    await addLines(path, Line, () => [{ n: 1 }]);
    writeFileSync(`${path}.lock`, '');
    await expect(addLines(path, Line, () => [{ n: 2 }], 0)).rejects.toThrow(
      /expected nobody else at work on the codings/,
    );
  });

  it('waits for those who are adding', async () => {
    const path = log();
    const many = Array.from({ length: 20 }, () => addLines(path, Line, (held) => [{ n: held.length }]));
    await Promise.all(many);
    expect(await readLines(path, Line)).toEqual(Array.from({ length: 20 }, (_, n) => ({ n })));
  });

  it.each([
    ['{"n":"x"}\n', /:2 {2}n: expected a number, got "x"/],
    ['not json\n', /:2 {2}the line: expected named values/],
    ['\n', /:2 {2}the line: expected named values/],
    ['{"n":2,"m":1}\n', /:2 {2}m: expected no such key/],
    ['{"n":2}', /:2 {2}expected a whole line, got one without an end/],
    ['{"n":', /:2 {2}expected a whole line/],
  ])('names a damaged line %j and adds nothing to it', async (damage, message) => {
    const path = log();
    await addLines(path, Line, () => [{ n: 1 }]);
    appendFileSync(path, damage);
    const before = readFileSync(path, 'utf8');
    await expect(readLines(path, Line)).rejects.toThrow(message);
    await expect(addLines(path, Line, () => [{ n: 2 }])).rejects.toThrow(message);
    expect(readFileSync(path, 'utf8')).toBe(before);
  });

  it('is read round damaged lines by those who only read', async () => {
    const path = log();
    expect(await readLog(path, Line)).toEqual({ lines: [], unread: [], total: 0 });
    await addLines(path, Line, () => [{ n: 1 }]);
    appendFileSync(path, 'not json\n{"n":3}\n{"n":"x"}\n{"n":5}');
    expect(await readLog(path, Line)).toEqual({
      lines: [
        { line: 1, value: { n: 1 } },
        { line: 3, value: { n: 3 } },
      ],
      unread: [
        { line: 2, value: expect.stringMatching(/^the line: expected named values/) },
        { line: 4, value: expect.stringMatching(/^n: expected a number, got "x"/) },
        { line: 5, value: expect.stringMatching(/^expected a whole line/) },
      ],
      total: 5,
    });
  });
});
