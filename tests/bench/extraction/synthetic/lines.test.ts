import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextLine } from '../../../../bench/extraction/synthetic/lines.ts';

const upTo = (length: number) => (text: string) => text.length <= length;

describe('nextLine', () => {
  it('takes what fits, at least one word', () => {
    expect(nextLine(['uno', 'dos', 'tres'], upTo(7), null)).toEqual({
      line: { text: 'uno dos', hyphen: null },
      rest: ['tres'],
    });
    expect(nextLine(['larguísimo', 'dos'], upTo(3), null).rest).toEqual(['dos']);
  });

  it('divides a word by syllables, and at a hyphen of its own first', () => {
    expect(nextLine(['la', 'cooperativa', 'sur'], upTo(9), 'es')).toEqual({
      line: { text: 'la coope-', hyphen: 'joined' },
      rest: ['rativa', 'sur'],
    });
    expect(nextLine(['el', 'físico-químico', 'acta'], upTo(12), 'es')).toEqual({
      line: { text: 'el físico-', hyphen: 'kept' },
      rest: ['químico', 'acta'],
    });
  });

  it('loses no letter and adds none but hyphens', () => {
    const word = fc.constantFrom('cooperativa', 'y', 'técnico-financiero', 'organización,', 'de', 'año.');
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 5, max: 30 }),
        (words, width) => {
          let rest: readonly string[] = words;
          let text = '';
          while (rest.length > 0) {
            const next = nextLine(rest, upTo(width), 'es');
            rest = next.rest;
            const { text: line, hyphen } = next.line;
            text += hyphen === null ? `${line} ` : hyphen === 'kept' ? line : line.slice(0, -1);
          }
          expect(text.trim()).toBe(words.join(' '));
        },
      ),
    );
  });
});
