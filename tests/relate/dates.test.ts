import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datesIn } from '../../src/relate/dates.ts';
import { months } from '../../src/text/months.ts';

describe('dates in a text', () => {
  it.each([
    ['el 14 de mayo de 2009 en la sede', ['2009-05-14']],
    ['em 1º de março de 2010', ['2010-03-01']],
    ['on 14 May 2009', ['2009-05-14']],
    ['on May 14, 2009', ['2009-05-14']],
    ['the 3rd of June 2011', ['2011-06-03']],
    ['Bs. As., 4/1/2010', ['2010-01-04']],
    ['on 5/14/2009', ['2009-05-14']],
    ['2009-05-14', ['2009-05-14']],
    ['el 2 de setiembre del 2012 y el 3 de octubre de 2012', ['2012-09-02', '2012-10-03']],
    ['45 de mayo de 2009, ley 14 de 2009, 14 de nada de 2009, 99/99/2009', []],
    ['', []],
  ])('of `%s` are %j', (text, expected) => {
    expect(datesIn(text)).toEqual(expected);
  });

  it('are the same day in every language', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: 0, max: 11 }),
        fc.integer({ min: 1900, max: 2099 }),
        (day, month, year) => {
          const name = (language: 'es' | 'pt' | 'en') => months[language][month] ?? '';
          const expected = [`${year}-${String(month + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`];
          expect(datesIn(`${day} de ${name('es')} de ${year}`)).toEqual(expected);
          expect(datesIn(`${day} de ${name('pt')} de ${year}`)).toEqual(expected);
          expect(datesIn(`${name('en')} ${day}, ${year}`)).toEqual(expected);
          expect(datesIn(`${day} ${name('en').toUpperCase()} ${year}`)).toEqual(expected);
        },
      ),
    );
  });
});
