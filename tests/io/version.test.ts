import { describe, expect, it } from 'vitest';
import { engineOf } from '../../src/io/engine.ts';
import { ownVersion } from '../../src/io/version.ts';

describe('the version of a worker', () => {
  it('is the same each time it is asked for, and says what it is made of', () => {
    const { version, fingerprint } = ownVersion();
    expect(ownVersion()).toEqual({ version, fingerprint });
    expect(version).toMatch(/^\d+\.\d+\.\d+/);
    expect(fingerprint).toMatch(/^[0-9a-f]{64}$/);
  });

  it('depends on the code of all stages and on every engine', () => {
    const { packages, hash } = engineOf(['app/run', 'app/pipeline']);
    expect(Object.keys(packages)).toEqual(
      expect.arrayContaining(['@embedpdf/pdfium', 'eld', 'linkedom', 'mammoth', 'marked', 'pdf-parse']),
    );
    expect(hash).not.toBe(engineOf(['app/run']).hash);
  });
});
