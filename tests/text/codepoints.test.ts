import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  codePointCounter,
  codePointLength,
  codePointMap,
  sliceCodePoints,
  toUtf16,
} from '../../src/text/codepoints.ts';

/** Any text: letters, astral characters, marks, and lone surrogates, which Array.from also counts as one each. */
const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom('a', 'é', 'e\u0301', '😀', '𝒜', '\ud800', '\udc00', '\n', ''),
    fc.string({ unit: 'binary', maxLength: 2 }),
  ),
});

describe('a map of code points', () => {
  it('agrees with counting, both ways and in any order', () => {
    fc.assert(
      fc.property(anyText, fc.nat({ max: 60 }), (text, at) => {
        const { toPoints, toUnits } = codePointMap(text);
        const index = Math.min(at, text.length);
        const length = codePointLength(text);
        expect(toPoints(index)).toBe(codePointCounter(text)(index));
        expect(toUnits(Math.min(at, length))).toBe(toUtf16(text, Math.min(at, length)));
      }),
    );
  });
});

describe('code points', () => {
  it('counts an astral character once and a decomposed accent twice', () => {
    expect(codePointLength('a😀b')).toBe(3);
    expect(codePointLength('e\u0301')).toBe(2);
    expect(codePointLength('')).toBe(0);
  });

  it('counts lone surrogates one each', () => {
    expect(codePointLength('\ud83d')).toBe(1);
    expect(codePointLength('\ude00\ud83d')).toBe(2);
  });

  it('counts as Array.from does', () => {
    fc.assert(fc.property(anyText, (text) => codePointLength(text) === Array.from(text).length));
  });

  it('slices as Array.from does', () => {
    fc.assert(
      fc.property(anyText, fc.nat(40), fc.nat(40), (text, a, b) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        expect(sliceCodePoints(text, start, end)).toBe(Array.from(text).slice(start, end).join(''));
      }),
    );
  });

  it('finds the UTF-16 index of an offset, and the end where the offset lies beyond it', () => {
    fc.assert(
      fc.property(anyText, fc.nat(60), (text, offset) => {
        expect(toUtf16(text, offset)).toBe(Array.from(text).slice(0, offset).join('').length);
      }),
    );
  });

  it('turns indexes into offsets in any order of asking', () => {
    fc.assert(
      fc.property(anyText, fc.array(fc.nat(40)), (text, asked) => {
        const boundaries = [0];
        for (const char of Array.from(text)) boundaries.push((boundaries.at(-1) ?? 0) + char.length);
        const toOffset = codePointCounter(text);
        for (const ask of asked) {
          const offset = ask % boundaries.length;
          expect(toOffset(boundaries[offset] ?? 0)).toBe(offset);
        }
      }),
    );
  });
});
