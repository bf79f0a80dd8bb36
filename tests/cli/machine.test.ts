import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { refusalOf } from '../../src/cli/machine.ts';
import { titrate } from '../support/cli.ts';
import { temporaryFolder, tinyStudy } from '../support/tiny.ts';

describe('a machine that refuses', () => {
  it('is told with place, cause and remedy where state or reports cannot be written', async () => {
    const study = tinyStudy();
    const file = join(temporaryFolder(), 'a-file');
    writeFileSync(file, '');
    for (const option of ['--state', '--output']) {
      const { code, stderr } = await titrate(['run', study, option, file]);
      expect(code).toBe(1);
      expect(stderr).toMatch(/a-file\S* {2}expected a place to write to, got E\w+ \(.+\): allow it there/);
      expect(stderr).not.toContain('    at ');
    }
  });

  it('is told where SQLite cannot write', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'study.sqlite'));
    const error = thrown(() => new DatabaseSync(join(folder, 'study.sqlite')));
    expect(refusalOf(error)).toMatch(/^study\.sqlite {2}expected a place to write to, got `.+`/);
  });

  it('is told to make room where a disk is full', () => {
    const error = Object.assign(new Error('no space'), { code: 'ENOSPC', errno: -28, syscall: 'write' });
    expect(refusalOf(error)).toBe(
      'state or reports  expected a place to write to, got ENOSPC (no space left on device): make room there, or choose another with --state and --output',
    );
  });

  it('is not blamed for faults of the program', () => {
    expect(refusalOf(new TypeError('x is not a function'))).toBe(null);
    expect(refusalOf(Object.assign(new Error('gone'), { code: 'ENOENT', errno: -2, path: '/x' }))).toBe(null);
    const database = new DatabaseSync(':memory:');
    expect(refusalOf(thrown(() => database.exec('SELECT')))).toBe(null);
    expect(refusalOf('text')).toBe(null);
  });
});

describe('a pipe that closes early', () => {
  it('ends the command without a word', async () => {
    const { code, stderr } = await titrate(['check', tinyStudy(), '--json'], { closeOutput: true });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
});

function thrown(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('expected an error, got none');
}
