import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countInked, isSpace } from '../../src/text/space.ts';

describe('white space', () => {
  it('is what regular expressions take for it, in every UTF-16 unit', () => {
    const units = Array.from({ length: 0x10000 }, (_, unit) => unit);
    expect(units.filter(isSpace)).toEqual(units.filter((unit) => /\s/.test(String.fromCharCode(unit))));
  });

  it('is left out of the count of a text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ' ', '\u00a0', '\n', '\u3000', 'é', '😀') }),
        (text) => {
          expect(countInked(text)).toBe(text.replace(/\s+/g, '').length);
        },
      ),
    );
  });
});
