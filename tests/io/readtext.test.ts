import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readText } from '../../src/io/readtext.ts';
import { InputError } from '../../src/model/input.ts';
import { put, temporaryFolder } from '../support/tiny.ts';

const text = 'economía, ação, 年\n';

describe('text that people edit', () => {
  it.each([
    ['UTF-8', Buffer.from(text), text, null],
    ['UTF-8 with BOM', Buffer.from(`\ufeff${text}`), text, null],
    ['UTF-16, little end first', Buffer.from(`\ufeff${text}`, 'utf16le'), text, null],
    ['UTF-16, big end first', Buffer.from(`\ufeff${text}`, 'utf16le').swap16(), text, null],
    ['Windows-1252', Buffer.from('econom\xeda \x96 \x80', 'latin1'), 'economía – €', 'windows-1252'],
    ['nothing', Buffer.alloc(0), '', null],
  ])('is read as %s', async (_, bytes, expected, guessed) => {
    const folder = temporaryFolder();
    put(folder, { a: bytes });
    expect(await readText(join(folder, 'a'))).toEqual({ text: expected, guessed });
  });

  it('is an input error where it is not there', async () => {
    await expect(readText(join(temporaryFolder(), 'none'))).rejects.toThrow(InputError);
    await expect(readText(temporaryFolder())).rejects.toThrow('EISDIR');
  });
});
