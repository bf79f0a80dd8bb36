import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blinder, marks, personMarks } from '../../src/validate/blind.ts';

const blind = blinder({
  institution: [
    'Comunidad de Naciones del Sur Austral',
    'Comunidad de Naciones del Sur Austral, Consejo Social',
    'COMAUSTRAL',
    'RED',
    'Fórum Popular de Marazul',
    'a',
    '',
    '...',
  ],
  country: ['Argentina', 'Brasil', 'COMAUSTRAL'],
  programme: ['Argentina Trabaja'],
});

describe('blinder', () => {
  it.each([
    ['La Comunidad de Naciones del Sur Austral acuerda', 'La [INSTITUTION] acuerda'],
    ['a comunidad  de naciones\ndel sur austral acuerda', 'a [INSTITUTION] acuerda'],
    ['Comunidad de Naciones del Sur Austral, Consejo Social: acta', '[INSTITUTION]: acta'],
    ['o Forum popular de Marazul pede', 'o [INSTITUTION] pede'],
    ['COMAUSTRAL/CS', '[INSTITUTION]/CS'],
    ['la RED y la red de mujeres', 'la [INSTITUTION] y la red de mujeres'],
    ['La Comunidad de Naciones del Sur', 'La Comunidad de Naciones del Sur'],
    ['COMAUSTRALIA', 'COMAUSTRALIA'],
    ['a la mar', 'a la mar'],
  ])('takes the names of institutions out: %s', (text, expected) => {
    expect(blind(text)).toBe(expected);
  });

  it.each([
    ['entre Brasil y la Argentina', 'entre [COUNTRY] y la [COUNTRY]'],
    ['el programa Argentina Trabaja', 'el programa [PROGRAMME]'],
    ['en argentina trabajan cooperativas', 'en [COUNTRY] trabajan cooperativas'],
    ['los brasileños de Argentinas', 'los brasileños de Argentinas'],
  ])('takes the names of countries and programmes out, a longer one first: %s', (text, expected) => {
    expect(blind(text)).toBe(expected);
  });

  it.each([
    ['el 14 de mayo de 2009 en Lima', 'el [DATE] en Lima'],
    ['14 de maio', '[DATE]'],
    ['em março de 2012.', 'em [DATE].'],
    ['on May 14th, 2009, and', 'on [DATE], and'],
    ['the 3rd of June 2010', 'the [DATE]'],
    ['14/05/2009 y 14-5-09', '[DATE] y [DATE]'],
    ['2009-05-14', '[DATE]'],
    ['entre 2004 y 2008', 'entre [DATE] y [DATE]'],
    ['in the 1990s', 'in the [DATE]'],
    ['1º de setembro del 2009', '[DATE]'],
    ['12 cooperativas de Monteluz', '12 cooperativas de Monteluz'],
    ['3 encuentros en 15 ciudades', '3 encuentros en 15 ciudades'],
    ['artículo 2113 y página 12', 'artículo 2113 y página 12'],
  ])('takes dates out and nothing else: %s', (text, expected) => {
    expect(blind(text)).toBe(expected);
  });

  it('leaves a text without either as it is, whatever stands in it', () => {
    const alone = blinder({ institution: ['Xqzw Vkj'], country: [], programme: [] });
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }).map((text) => text.replace(/\d/g, '')),
        (text) => {
          expect(alone(text)).toBe(text);
        },
      ),
    );
  });

  it('tells persons of one passage apart, and those of another anew', () => {
    const one = personMarks();
    expect(['ana', 'eva', 'ana'].map(one)).toEqual(['[PERSON 1]', '[PERSON 2]', '[PERSON 1]']);
    expect(personMarks()('eva')).toBe('[PERSON 1]');
    expect(blind(`${marks.person(1)} May 14th y ${marks.person(2)}`)).toBe('[PERSON 1] [DATE] y [PERSON 2]');
  });

  it('finds a name between any words', () => {
    const words = fc.array(fc.constantFrom('la', 'y', 'cooperativas', '(', '«ayer»', 'ñandú', '😀'));
    fc.assert(
      fc.property(words, words, (before, after) => {
        const text = [...before, 'Comunidad de naciones DEL SUR austral', ...after].join(' ');
        const expected = [...before, marks.institution, ...after].join(' ');
        expect(blind(text)).toBe(expected);
      }),
    );
  });
});
