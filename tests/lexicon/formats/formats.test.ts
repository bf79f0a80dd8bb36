import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDictionary, writeDictionary } from '../../../src/lexicon/formats/formats.ts';
import { dictionaryFormats } from '../../../src/model/dictionary.ts';
import { dictionaries, node, plain, unordered, yaml } from './make.ts';

describe.each(dictionaryFormats)('the format %s', (format) => {
  const flatOnly = format === 'lc3';

  it('reads back what it wrote, unless it refused something', () => {
    let whole = 0;
    fc.assert(
      fc.property(dictionaries, (dictionary) => {
        const { text, refused } = writeDictionary(dictionary, format, yaml);
        const read = readDictionary(text, format, yaml);
        if (refused.length > 0) return;
        whole++;
        const sorted = unordered.has(format);
        expect(read.refused).toEqual([]);
        expect(plain(read.dictionary, sorted)).toEqual(plain(dictionary, sorted));
      }),
      { numRuns: 300 },
    );
    expect(whole).toBeGreaterThan(10);
  });

  it('reads back all but what it refused, and never damages its own file', () => {
    fc.assert(
      fc.property(dictionaries, (dictionary) => {
        const { text } = writeDictionary(dictionary, format, yaml);
        const again = readDictionary(text, format, yaml);
        expect(again.refused).toEqual([]);
        const sorted = unordered.has(format);
        const second = writeDictionary(again.dictionary, format, yaml);
        expect(second.refused).toEqual([]);
        expect(plain(readDictionary(second.text, format, yaml).dictionary, sorted)).toEqual(
          plain(again.dictionary, sorted),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('holds what dictionaries of the field hold', () => {
    const inner = flatOnly ? [] : [node('Más', ['autogestión', 'sin fines de lucro'])];
    const dictionary = [node('Economía', ['cooperativ*', 'ayuda mutua', 'S?'], inner), node('LEER', [])];
    const { text, refused } = writeDictionary(dictionary, format, yaml);
    expect(refused).toEqual([]);
    const { dictionary: read } = readDictionary(text.replaceAll('\n', '\r\n'), format, yaml);
    expect(plain(read)).toEqual(plain(dictionary));
  });

  it('never throws anything but an input error, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        try {
          const { refused, dictionary } = readDictionary(text, format, yaml);
          for (const { place } of refused) expect(place).toBeGreaterThan(0);
          plain(dictionary);
        } catch (error) {
          expect(error).toHaveProperty('name', 'InputError');
        }
      }),
      { numRuns: 300 },
    );
  });
});
