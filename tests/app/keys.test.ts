import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beyondFrames, keysFor, keysOf, mentionsKey } from '../../src/app/keys.ts';
import type { Actor, Term } from '../../src/model/lexicon.ts';
import type { OcrPlan } from '../../src/model/recognition.ts';
import { sha256 } from '../../src/model/units.ts';
import { makeTerm } from '../tag/make.ts';

const hash = (digit: string) => sha256(digit.repeat(64));
const source = { file: 'documents/a.pdf', language: 'es' as const, hash: hash('1') };
const ocr: OcrPlan = {
  engine: 'tesseract.js',
  version: '7',
  dpi: 200,
  seconds: 60,
  confidence: 60,
  low: 'keep',
};
const settings = {
  characters: 1000,
  pages: 500,
  unpacked: 9000,
  password: null,
  lexicon: hash('2'),
  object: 'SSE',
  ocr,
};
const engines = { extract: hash('3'), recognise: hash('6'), segment: hash('4'), tag: hash('5') };
const keys = keysOf(source, settings, engines);

describe('the names of artefacts', () => {
  it('are the same for the same inputs, wherever the file lies', () => {
    expect(keysOf({ ...source, file: 'other/folder/b.PDF' }, settings, engines)).toEqual(keys);
    const { scanned, ...plain } = keys;
    expect(new Set([...Object.values(plain), ...Object.values(scanned)]).size).toBe(8);
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
      ['document', 'passages', 'mentions'],
    ],
    [
      'another object',
      keysOf(source, { ...settings, object: 'COOP' }, engines),
      ['document', 'passages', 'mentions'],
    ],
    ['another tagger', keysOf(source, settings, { ...engines, tag: hash('a') }), ['document', 'passages']],
  ])('change with %s from its stage on', (_, changed, kept) => {
    const same = (['document', 'passages', 'tags', 'mentions'] as const).filter(
      (name) => changed[name] === keys[name],
    );
    expect(same).toEqual(kept);
  });

  it.each([
    ['another engine', { ...ocr, engine: 'tesseract' as const }, []],
    ['another version of it', { ...ocr, version: '8' }, []],
    ['another resolution', { ...ocr, dpi: 300 }, []],
    ['another confidence', { ...ocr, confidence: 50 }, ['recognition', 'passages']],
    ['other ways with doubtful passages', { ...ocr, low: 'exclude' as const }, ['recognition', 'passages']],
    ['more patience', { ...ocr, seconds: 90 }, ['recognition', 'passages', 'tags', 'mentions']],
  ])('change with %s only where a page was read by OCR', (_, plan, kept) => {
    const { scanned, ...plain } = keysOf(source, { ...settings, ocr: plan }, engines);
    expect({ ...plain, scanned: keys.scanned }).toEqual(keys);
    const same = (['recognition', 'passages', 'tags', 'mentions'] as const).filter(
      (name) => scanned[name] === keys.scanned[name],
    );
    expect(same).toEqual(kept);
  });

  it('are those of a scan where a page was read by OCR or not at all', () => {
    const { scanned, ...plain } = keys;
    const of = { text: 3, ocr: 0, blank: 1, unread: 0 };
    expect(keysFor(keys, of)).toEqual(plain);
    const { recognition: _, ...rest } = scanned;
    const ofScan = { document: keys.document, ...rest };
    expect(keysFor(keys, { ...of, ocr: 1 })).toEqual(ofScan);
    expect(keysFor(keys, { ...of, unread: 1 })).toEqual(ofScan);
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
          keysOf({ file: 'a.pdf', hash, language }, { ...rest, ocr }, engines),
        );
        expect(a?.tags === b?.tags).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
    );
  });

  it('keep those of mentions while only frames change', () => {
    const lexicon = (terms: readonly Term[], actors: readonly Actor[] = []) =>
      beyondFrames({
        hash: hash('7'),
        terms,
        measured: [],
        actors,
        overlap: 'layer',
        speech: {},
      });
    const frame = makeTerm('pobreza', { layer: 'frame' });
    const actor = makeTerm('MERCOSUR', { layer: 'actor' });
    const of = lexicon([frame, actor]);
    expect(lexicon([actor])).toBe(of);
    expect(lexicon([frame, { ...actor, pattern: 'UNASUR' }])).not.toBe(of);
    const name = mentionsKey(keys, of, []);
    expect(mentionsKey({ ...keys, tags: hash('a') }, of, [])).toBe(name);
    expect(mentionsKey({ ...keys, mentions: hash('a') }, of, [])).not.toBe(name);
    expect(mentionsKey(keys, hash('a'), [])).not.toBe(name);
  });
});
