import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pseudonymKey } from '../../src/io/pseudonym-key.ts';
import { InputError } from '../../src/model/input.ts';
import { temporaryFolder } from '../support/tiny.ts';

describe('the key of the pseudonyms', () => {
  it('is made once, for its owner alone, and read from then on', () => {
    const path = join(temporaryFolder(), 'not', 'yet', 'pseudonym.key');
    const key = pseudonymKey(path);
    expect(key).toHaveLength(32);
    expect(statSync(path).mode & 0o777).toBe(process.platform === 'win32' ? 0o666 : 0o600);
    expect(readFileSync(path, 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
    expect(pseudonymKey(path)).toEqual(key);
    expect(pseudonymKey(join(temporaryFolder(), 'pseudonym.key'))).not.toEqual(key);
  });

  it('that is damaged, or cannot be made, is a fault with its remedy and is left as it is', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'pseudonym.key');
    writeFileSync(path, 'abc');
    expect(() => pseudonymKey(path)).toThrow(InputError);
    expect(() => pseudonymKey(path)).toThrow(/64 hexadecimal digits.*put back the file/);
    expect(readFileSync(path, 'utf8')).toBe('abc');
    expect(() => pseudonymKey(join(path, 'below', 'a file'))).toThrow(/names: shown/);
    mkdirSync(join(folder, 'taken'));
    expect(() => pseudonymKey(join(folder, 'taken'))).toThrow(/EISDIR/);
    expect(existsSync(join(path, 'below'))).toBe(false);
  });
});
