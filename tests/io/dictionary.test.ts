import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDictionaryText, writeLexicon, writeNew } from '../../src/io/dictionary.ts';
import { put, temporaryFolder } from '../support/tiny.ts';

async function read(bytes: Uint8Array | string, encoding?: string) {
  const folder = temporaryFolder();
  put(folder, { 'a.cat': bytes });
  return readDictionaryText(join(folder, 'a.cat'), encoding);
}

describe('readDictionaryText', () => {
  it('believes the option, the mark, the declaration and UTF-8, in this order', async () => {
    const latin = Buffer.from('año', 'latin1');
    expect(await read(latin, 'iso-8859-2')).toEqual({ text: 'ańo', guessed: null });
    expect(await read(Buffer.from('\ufeffaño', 'utf16le'))).toEqual({ text: 'año', guessed: null });
    expect(await read(Buffer.from('\ufeffaño', 'utf16le').swap16())).toEqual({ text: 'año', guessed: null });
    const xml = Buffer.concat([Buffer.from('<?xml version="1.0" encoding="iso-8859-1"?>'), latin]);
    expect((await read(xml)).text).toMatch(/año$/);
    expect(await read('año')).toEqual({ text: 'año', guessed: null });
    expect(await read(latin)).toEqual({ text: 'año', guessed: 'windows-1252' });
  });

  it('refuses an encoding that is none, bytes that are not of it, and no file', async () => {
    await expect(read('a', 'klingon')).rejects.toThrow(/--encoding.*"klingon"/);
    await expect(read(Buffer.from([0xff, 0x61]), 'utf-8')).rejects.toThrow(/expected utf-8/);
    await expect(readDictionaryText('/no/such/file.cat')).rejects.toThrow(/ENOENT/);
  });
});

describe('writing themes', () => {
  const theme = { theme: 'a', layer: 'frame', label: 'A: b', actors: {}, categories: {} } as const;

  it('writes all of them or none, and overwrites nothing', async () => {
    const folder = join(temporaryFolder(), 'new');
    expect(await writeLexicon(folder, { themes: [theme], categories: null, speech: {} })).toEqual([
      join(folder, 'a.yaml'),
      join(folder, 'speech.yaml'),
    ]);
    const before = readFileSync(join(folder, 'a.yaml'), 'utf8');
    await expect(
      writeLexicon(folder, { themes: [{ ...theme, theme: 'b' }, theme], categories: null, speech: null }),
    ).rejects.toThrow(/a\.yaml/);
    expect(existsSync(join(folder, 'b.yaml'))).toBe(false);
    expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toBe(before);
    await expect(writeNew(join(folder, 'a.yaml'), 'x')).rejects.toThrow(/EEXIST/);
  });
});
