import { describe, expect, it } from 'vitest';
import { countOnce, type Entry, spellOnce } from '../../src/io/identity.ts';
import { unknownMetadata } from '../../src/io/metadata.ts';
import { documentId, sha256 } from '../../src/model/units.ts';

function entry(
  file: string,
  digit: string | null,
  listed: boolean,
  institution: string | null = null,
): Entry {
  const hash = digit === null ? null : sha256(digit.repeat(64));
  return {
    source: { ...unknownMetadata, institution, file, hash, document: hash && documentId(hash), bytes: 1 },
    path: hash === null ? null : `/${file}`,
    problems: [],
    listed,
  };
}
const counted = (entries: readonly Entry[]) =>
  countOnce(entries).map(({ source, path, problems }) => [source.file, path !== null, problems]);

describe('files with the same bytes', () => {
  it('are counted once, under the first name', () => {
    expect(counted([entry('a', '1', true), entry('b', '1', true), entry('c', '2', true)])).toEqual([
      ['a', true, []],
      ['b', false, [{ code: 'duplicate', file: 'b', of: 'a' }]],
      ['c', true, []],
    ]);
  });

  it('are counted under the name that a row gives, because the row knows more', () => {
    expect(counted([entry('a', '1', false), entry('b', '1', true), entry('c', '1', true)])).toEqual([
      ['a', false, [{ code: 'duplicate', file: 'a', of: 'b' }]],
      ['b', true, []],
      ['c', false, [{ code: 'duplicate', file: 'c', of: 'b' }]],
    ]);
  });

  it('are not those that could not be read', () => {
    expect(counted([entry('a', null, true), entry('b', null, true)])).toEqual([
      ['a', false, []],
      ['b', false, []],
    ]);
  });
});

describe('the spellings of an institution', () => {
  const spelled = (...entries: readonly Entry[]) =>
    spellOnce(entries).map(({ source }) => source.institution);

  it('become the one that most rows write', () => {
    expect(
      spelled(
        entry('a', '1', false, 'red andina'),
        entry('b', '2', false, 'red andina'),
        entry('c', '3', true, 'Red Andina'),
        entry('d', '4', true, 'Otra'),
        entry('e', '5', true, null),
      ),
    ).toEqual(['Red Andina', 'Red Andina', 'Red Andina', 'Otra', null]);
  });

  it('do not depend on the order of files', () => {
    const entries = [
      entry('a', '1', true, 'RED'),
      entry('b', '2', true, 'Red'),
      entry('c', '3', false, 'red'),
    ];
    expect(spelled(...entries)).toEqual(['RED', 'RED', 'RED']);
    expect(spelled(...entries.toReversed())).toEqual(['RED', 'RED', 'RED']);
  });
});
