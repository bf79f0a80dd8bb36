import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personsIn, rollShare } from '../../../src/segment/act/names.ts';

const names = (text: string, single = false) => personsIn(text, single).map(({ name, of }) => [name, of]);

describe('people in a list', () => {
  it.each([
    ['SR. D. TOMÁS ARRIETA DEL RÍO.', [['TOMÁS ARRIETA DEL RÍO', null]]],
    ['Dª CLARA MONTIEL', [['CLARA MONTIEL', null]]],
    ['Clara Montiel (Valdoria)', [['Clara Montiel', 'Valdoria']]],
    ['Rui Pires - Consultor da Diretoria', [['Rui Pires', 'Consultor da Diretoria']]],
    [
      'Ann Lee-Moore, Clerk of the Council; and Ben Walls, Chief City Attorney',
      [
        ['Ann Lee-Moore', 'Clerk of the Council'],
        ['Ben Walls', 'Chief City Attorney'],
      ],
    ],
    [
      'Presentes: Ana Soto, Luis M. Paz y Rosa Vega',
      [
        ['Ana Soto', null],
        ['Luis M. Paz', null],
        ['Rosa Vega', null],
      ],
    ],
    [
      'Mayor Adler, Presiding; Commissioners Fritsch, Moss and Lund',
      [
        ['Adler', 'Presiding'],
        ['Fritsch', null],
        ['Moss', null],
        ['Lund', null],
      ],
    ],
    ['Delegación de Ostrania: Ana Soto, Ministerio de Trabajo', [['Ana Soto', 'Ministerio de Trabajo']]],
    ['CONCEJALES:', []],
    ['Ministerio de Desarrollo Social de Valdoria', []],
    ['', []],
  ])('%s', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  it('are of one word in signatures only', () => {
    expect(names('— KIRSCH. — Alicia M. Kirsch.', true)).toEqual([
      ['KIRSCH', null],
      ['Alicia M. Kirsch', null],
    ]);
    expect(names('Kirsch')).toEqual([]);
  });

  it('stand where they are said to, in any text', () => {
    const word = fc.constantFrom(
      'Ana',
      'Soto',
      'de',
      'Sr.',
      'y',
      '(',
      ')',
      ';',
      ',',
      '—',
      'Consejo',
      'casa',
      '😀',
      'É',
      'J.',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 20 }), fc.boolean(), (words, single) => {
        const text = words.join(' ');
        let from = 0;
        for (const { name, start, end } of personsIn(text, single)) {
          expect(text.slice(start, end)).toBe(name);
          expect(start).toBeGreaterThanOrEqual(from);
          from = end;
        }
      }),
    );
  });
});

describe('the share of names in a text', () => {
  it('is 1 for a list of names and offices, low for prose, 0 for no words', () => {
    expect(rollShare('Clara Montiel, Ministerio de Trabajo')).toBe(1);
    expect(rollShare('La feria vende lo que se siembra en el valle')).toBeLessThan(0.3);
    expect(rollShare('— 12 —')).toBe(0);
  });
});
