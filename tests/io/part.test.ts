import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dropPart, isWholeAfter, notePart, openPart, rangeHeaders, validatorOf } from '../../src/io/part.ts';
import { put, temporaryFolder } from '../support/tiny.ts';

const answer = (headers: Readonly<Record<string, string>>) => ({
  header: (name: string) => headers[name] ?? null,
});

describe('what names a state of a file', () => {
  it('is a strong tag, or else its date; nothing where parts are refused', () => {
    expect(validatorOf(answer({ etag: '"a"', 'last-modified': 'then' }))).toBe('"a"');
    expect(validatorOf(answer({ etag: 'W/"a"', 'last-modified': 'then' }))).toBe('then');
    expect(validatorOf(answer({ etag: 'W/"a"' }))).toBeNull();
    expect(validatorOf(answer({}))).toBeNull();
    expect(validatorOf(answer({ etag: '"a"', 'accept-ranges': 'none' }))).toBeNull();
  });
});

describe('the rest of a file', () => {
  const part = { bytes: 100, validator: '"a"' };

  it('is asked for under the name of what is there', () => {
    expect(rangeHeaders(part)).toEqual({ range: 'bytes=100-', 'if-range': '"a"' });
    expect(rangeHeaders(null)).toEqual({});
  });

  it.each([
    [{ 'content-range': 'bytes 100-149/150', etag: '"a"' }, true],
    [{ 'content-range': 'bytes 100-149/*' }, true],
    [{ 'content-range': 'bytes 100-149/150', etag: '"b"' }, false],
    [{ 'content-range': 'bytes 99-149/150', etag: '"a"' }, false],
    [{ 'content-range': 'bytes 100-120/150', etag: '"a"' }, false],
    [{ 'content-range': 'bytes 100-149/150', etag: '"a"', 'content-encoding': 'gzip' }, false],
    [{ 'content-range': 'lines 100-149/150', etag: '"a"' }, false],
    [{ etag: '"a"' }, false],
  ])('with %j follows on the part: %s', (headers, follows) => {
    expect(isWholeAfter(part, answer(headers as Record<string, string>))).toBe(follows);
  });
});

describe('a part on disk', () => {
  it('is there with its name, and is deleted where it has none', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'x.partial');
    expect(await openPart(path)).toBeNull();
    put(folder, { 'x.partial': 'abc' });
    await notePart(path, '"a"');
    expect(await openPart(path)).toEqual({ bytes: 3, validator: '"a"' });
    await notePart(path, null);
    expect(await openPart(path)).toBeNull();
    expect(existsSync(path)).toBe(false);
    put(folder, { 'x.partial': '' });
    await notePart(path, '"a"');
    expect(await openPart(path)).toBeNull();
    await dropPart(path);
    expect(existsSync(`${path}.validator`)).toBe(false);
  });
});
