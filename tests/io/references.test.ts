import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/io/identity.ts';
import { unknownMetadata } from '../../src/io/metadata.ts';
import { resolveReferences } from '../../src/io/references.ts';
import { documentId, sha256 } from '../../src/model/units.ts';

function entry(file: string, values: Partial<Entry['source']> = {}): Entry {
  const hash = sha256(createHash('sha256').update(file).digest('hex'));
  const source = { ...unknownMetadata, file, hash, document: documentId(hash), bytes: 1, ...values };
  return { source, path: `/${file}`, problems: [], listed: true };
}

/** What a reference comes to beside three other files. */
function resolved(found: string) {
  const others = ['documents/red/acta.pdf', 'documents/consejo/acta.pdf', 'documents/red/plano.pdf'];
  const [own] = resolveReferences([
    entry('documents/a.pdf', { version_of: found }),
    ...others.map((file) => entry(file)),
  ]);
  return { value: own?.source.version_of, problems: own?.problems };
}

describe('a reference to another file', () => {
  it.each([
    ['documents/red/acta.pdf', 'documents/red/acta.pdf'],
    ['./documents/red/acta.pdf', 'documents/red/acta.pdf'],
    ['documents\\red\\acta.pdf', 'documents/red/acta.pdf'],
    ['red/acta.pdf', 'documents/red/acta.pdf'],
    ['plano.pdf', 'documents/red/plano.pdf'],
    [
      createHash('sha256').update('documents/red/plano.pdf').digest('hex').slice(0, 16),
      'documents/red/plano.pdf',
    ],
    ['distinct', 'distinct'],
  ])('may be `%s`', (found, value) => {
    expect(resolved(found)).toEqual({ value, problems: [] });
  });

  it.each([
    ['acta.pdf', 'ambiguous'],
    ['nowhere.pdf', 'unknown'],
    ['cta.pdf', 'unknown'],
    ['documents/a.pdf', 'itself'],
    ['a.pdf', 'itself'],
    ['', 'unknown'],
    ['/', 'unknown'],
  ])('is a Problem where it is `%s`', (found, fault) => {
    expect(resolved(found)).toEqual({
      value: null,
      problems: [{ code: 'reference_unknown', file: 'documents/a.pdf', column: 'version_of', found, fault }],
    });
  });

  it('does not care how accents are composed', () => {
    const [own] = resolveReferences([
      entry('a', { translation_of: 'declaración.pdf'.normalize('NFC') }),
      entry('x/declaración.pdf'.normalize('NFD')),
    ]);
    expect(own?.source.translation_of).toBe('x/declaración.pdf'.normalize('NFD'));
  });
});
