import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keysOf } from '../../src/app/keys.ts';
import { sha256 } from '../../src/model/units.ts';

const hash = (digit: string) => sha256(digit.repeat(64));
const source = { file: 'documents/a.pdf', language: 'es' as const, hash: hash('1') };
const settings = {
  characters: 1000,
  pages: 500,
  unpacked: 9000,
  password: null,
  lexicon: hash('2'),
  object: 'SSE',
};
const engines = { extract: hash('3'), segment: hash('4'), tag: hash('5') };
const keys = keysOf(source, settings, engines);

describe('the names of artefacts', () => {
  it('are the same for the same inputs, wherever the file lies', () => {
    expect(keysOf({ ...source, file: 'other/folder/b.PDF' }, settings, engines)).toEqual(keys);
    expect(new Set(Object.values(keys)).size).toBe(3);
  });

  it.each([
    ['a changed byte', keysOf({ ...source, hash: hash('a') }, settings, engines), []],
    ['another ending', keysOf({ ...source, file: 'documents/a.md' }, settings, engines), []],
    ['another limit', keysOf(source, { ...settings, characters: 999 }, engines), []],
    ['another limit of pages', keysOf(source, { ...settings, pages: 499 }, engines), []],
    ['another limit of unpacking', keysOf(source, { ...settings, unpacked: 8999 }, engines), []],
    ['a password', keysOf(source, { ...settings, password: 'x' }, engines), []],
    ['another reader', keysOf(source, settings, { ...engines, extract: hash('a') }), []],
    ['another language', keysOf({ ...source, language: null }, settings, engines), ['document']],
    ['another segmenter', keysOf(source, settings, { ...engines, segment: hash('a') }), ['document']],
    [
      'another lexicon',
      keysOf(source, { ...settings, lexicon: hash('a') }, engines),
      ['document', 'passages'],
    ],
    ['another object', keysOf(source, { ...settings, object: 'COOP' }, engines), ['document', 'passages']],
    ['another tagger', keysOf(source, settings, { ...engines, tag: hash('a') }), ['document', 'passages']],
  ])('change with %s from its stage on', (_, changed, kept) => {
    const same = (['document', 'passages', 'tags'] as const).filter((name) => changed[name] === keys[name]);
    expect(same).toEqual(kept);
  });

  it('take an ending from the name only, not from a folder with a dot', () => {
    const none = keysOf({ ...source, file: 'v1.0/minutes' }, settings, engines);
    expect(none).toEqual(keysOf({ ...source, file: 'minutes' }, settings, engines));
  });

  it('never meet for different inputs', () => {
    const digits = fc.constantFrom('0', '1', '2').map(hash);
    const input = fc.record({
      hash: digits,
      language: fc.constantFrom('es' as const, 'pt' as const, null),
      characters: fc.constantFrom(1, 11),
      pages: fc.constantFrom(1, 11),
      unpacked: fc.constantFrom(1, 11),
      password: fc.constantFrom(null, '', '1', 'null'),
      lexicon: digits,
      object: fc.constantFrom('A', 'AA'),
    });
    fc.assert(
      fc.property(input, input, (one, other) => {
        const [a, b] = [one, other].map(({ hash, language, ...rest }) =>
          keysOf({ file: 'a.pdf', hash, language }, rest, engines),
        );
        expect(a?.tags === b?.tags).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
    );
  });
});
