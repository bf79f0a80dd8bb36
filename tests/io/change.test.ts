import { describe, expect, it } from 'vitest';
import { changeOf, listingOf } from '../../src/io/change.ts';
import { unknownMetadata } from '../../src/io/metadata.ts';
import type { CorpusFile } from '../../src/model/ports.ts';
import type { Metadata } from '../../src/model/study.ts';
import { sha256 } from '../../src/model/units.ts';

function file(name: string, hash: string | null, more: Partial<Metadata> = {}): CorpusFile {
  const found = hash === null ? null : sha256(hash.repeat(64));
  const source = { ...unknownMetadata, ...more, file: name, hash: found, document: null, bytes: 1 };
  return { source, path: null, problems: [] };
}

function change(before: readonly CorpusFile[], now: readonly CorpusFile[]) {
  return changeOf(now, listingOf(before.map(({ source }) => source)));
}

describe('a corpus beside an earlier listing of it', () => {
  it('is the same where bytes and metadata are, in any order', () => {
    const [one, other] = [file('a', '1', { title: 'T' }), file('b', null)];
    expect(change([one, other], [other, one])).toBeNull();
    expect(change([], [])).toBeNull();
  });

  it('has files that are new, hold other bytes, are described otherwise, or are gone', () => {
    const before = [file('a', '1'), file('b', '1'), file('c', '1'), file('d', '1')];
    const now = [
      file('b', '2', { title: 'T' }),
      file('c', '1', { title: 'T' }),
      file('d', '1'),
      file('e', '3'),
    ];
    expect(change(before, now)).toEqual({ fresh: new Set(['b', 'e']), described: ['c'], gone: ['a'] });
  });

  it('has a file that can be read at last', () => {
    expect(change([file('a', null)], [file('a', '1')])?.fresh).toEqual(new Set(['a']));
  });
});
