import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { engineOf, programFolder, programVersion } from '../../src/io/engine.ts';
import { put, temporaryFolder } from '../support/tiny.ts';

const version = (number: string) => JSON.stringify({ name: 'x', version: number });

/** A small program: `a` reaches `b` and, through it, `c` and two packages; nobody reaches `d`. */
function program(): string {
  const folder = temporaryFolder();
  put(folder, {
    'src/stage/a.ts':
      "import { b } from './b.ts';\nimport type { T } from '../model/t.ts';\nimport 'node:fs';\n",
    'src/stage/b.ts':
      "export * from '../text/c.ts';\nconst late = await import('reader/deep/file.js');\nimport {\n  y,\n} from '@scope/pack';\n",
    // A cycle, and what looks like imports and is none.
    'src/text/c.ts':
      "import { a } from '../stage/a.ts';\nBuffer.from('nothing'); Array.from('./nowhere.ts');\n",
    'src/text/d.ts': "import 'unused';\n",
    'src/model/t.ts': 'export type T = 1;\n',
    'node_modules/reader/package.json': version('1.2.3'),
    'src/node_modules/@scope/pack/package.json': version('4.5.6'),
    'node_modules/@scope/pack/package.json': version('0.0.1'),
    'node_modules/unused/package.json': version('9.9.9'),
  });
  return folder;
}
const fingerprint = (folder: string, ...entries: string[]) => engineOf(entries, join(folder, 'src'));

describe('the fingerprint of a stage', () => {
  it('names the packages that its modules import, with the versions that would be loaded', () => {
    expect(fingerprint(program(), 'stage/a').packages).toEqual({ '@scope/pack': '4.5.6', reader: '1.2.3' });
    expect(fingerprint(program(), 'text/d').packages).toEqual({ unused: '9.9.9' });
  });

  it('is the same for the same program, wherever it lies and however it is asked', () => {
    const folder = program();
    const { hash } = fingerprint(folder, 'stage/a');
    expect(fingerprint(program(), 'stage/a').hash).toBe(hash);
    expect(fingerprint(folder, 'stage/a', 'text/c', 'stage/b').hash).toBe(hash);
    expect(fingerprint(folder, 'stage/a', 'text/d').hash).not.toBe(hash);
  });

  it.each([
    ['stage/a.ts', true],
    ['stage/b.ts', true],
    ['text/c.ts', true],
    ['model/t.ts', true],
    ['text/d.ts', false],
  ])('changes with a changed byte in %s: %s', (path, expected) => {
    const folder = program();
    const before = fingerprint(folder, 'stage/a').hash;
    const file = join(folder, 'src', path);
    writeFileSync(file, `${readFileSync(file, 'utf8')} `);
    expect(fingerprint(folder, 'stage/a').hash !== before).toBe(expected);
  });

  it.each([
    ['node_modules/reader', true],
    ['src/node_modules/@scope/pack', true],
    ['node_modules/@scope/pack', false],
    ['node_modules/unused', false],
  ])('changes with another version of %s: %s', (path, expected) => {
    const folder = program();
    const before = fingerprint(folder, 'stage/a').hash;
    put(folder, { [`${path}/package.json`]: version('7.7.7') });
    expect(fingerprint(folder, 'stage/a').hash !== before).toBe(expected);
  });

  it('changes when content moves from one module to the next', () => {
    const folder = program();
    const line = "import './f.ts';\n";
    put(folder, { 'src/e.ts': line, 'src/f.ts': 'one();\ntwo();\n' });
    const before = fingerprint(folder, 'e').hash;
    put(folder, { 'src/e.ts': `${line}one();\n`, 'src/f.ts': 'two();\n' });
    expect(fingerprint(folder, 'e').hash).not.toBe(before);
  });

  it('covers each real stage with its readers and leaves out what comes after it', () => {
    const extract = engineOf(['extract/extract']);
    const segment = engineOf(['segment/segment']);
    const tag = engineOf(['tag/compile', 'tag/tag', 'profile/count']);
    expect(extract.packages).toMatchObject({
      '@embedpdf/pdfium': expect.stringMatching(/^\d+\.\d+/),
      'pdf-parse': expect.stringMatching(/^\d+\.\d+/),
      mammoth: expect.stringMatching(/^\d+\.\d+/),
    });
    expect(Object.values({ ...extract.packages, ...segment.packages })).not.toContain('unknown');
    expect(segment.packages).toHaveProperty('eld');
    expect(Object.keys(tag.packages)).toEqual(expect.not.arrayContaining(['eld', '@embedpdf/pdfium']));
    expect(new Set([extract.hash, segment.hash, tag.hash]).size).toBe(3);
  });
});

describe('the program', () => {
  it('knows its folder and its version', () => {
    const { version: own } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(programFolder()).toBe(process.cwd());
    expect(programVersion()).toBe(own);
  });
});
