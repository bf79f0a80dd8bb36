import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareCodePoints, spelling, spoken } from '../../src/io/spelling.ts';

describe('the spelling of a name', () => {
  it('leaves case, accents and punctuation aside', () => {
    for (const name of ['Red_Andina', 'red-andina', 'Red Andina', 'RED  ANDINÁ', ' réd.andina ']) {
      expect(spelling(name)).toBe('redandina');
    }
    expect(spelling('Fórum Popular de Marazul')).toBe(spelling('forum-popular-de-marazul'));
    expect(spelling('Red Andina 2')).not.toBe(spelling('Red Andina'));
  });

  it('does not depend on how accents are composed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(spelling(name.normalize('NFD'))).toBe(spelling(name.normalize('NFC')));
        expect(spelling(spelling(name))).toBe(spelling(name));
      }),
    );
  });

  it('is spoken without hyphens', () => {
    expect(spoken('liga-tierras_bajas')).toBe('liga tierras bajas');
  });
});

describe('the order of texts', () => {
  it('is that of code points, not of UTF-16 units or of a locale', () => {
    const order = ['Z', 'a', 'z', 'Á', 'é', '\uff5e', '😀'];
    expect(order.toReversed().toSorted(compareCodePoints)).toEqual(order);
    // As UTF-16, the emoji would come before the fullwidth tilde.
    expect('😀' < '\uff5e').toBe(true);
  });

  it('agrees with a comparison code point by code point', () => {
    const text = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [one, other] = [a, b].map((words) => [...words].map((letter) => letter.codePointAt(0) ?? 0));
        const at = one?.findIndex((code, index) => code !== other?.[index]) ?? -1;
        const expected =
          at === -1 ? Math.sign(a.length - b.length) : Math.sign((one?.[at] ?? 0) - (other?.[at] ?? -1));
        expect(Math.sign(compareCodePoints(a, b))).toBe(expected);
      }),
    );
  });
});
