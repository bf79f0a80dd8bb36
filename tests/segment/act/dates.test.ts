import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateIn } from '../../../src/segment/act/dates.ts';

const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
const written = (locale: string, date: Date) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(date);

describe('a date in a text', () => {
  for (const locale of ['es', 'pt', 'en-GB', 'en-US']) {
    it(`is found as ${locale} writes it, whatever stands around it`, () => {
      fc.assert(
        fc.property(day, (date) => {
          const text = `En Monteluz, ${written(locale, date)}, at 9.30.`;
          expect(dateIn(text, locale.startsWith('en'))).toBe(date.toISOString().slice(0, 10));
        }),
      );
    });
  }

  it.each([
    ['el día trece de enero de dos mil veinticinco', '2025-01-13'],
    ['Aos quatorze dias do mês de março de dois mil e dez', '2010-03-14'],
    ['THIS 12TH DAY OF JANUARY, 2011', '2011-01-12'],
    ['Porto Lume, 16/XII/10', '2010-12-16'],
    ['Bs. As., 6/8/2004', '2004-08-06'],
    ['1º de junio de 1998', '1998-06-01'],
    ['mayo de 2009', '2009-05'],
    ['el 31 de febrero de 2009, y el 3 de marzo de 2009', '2009-03-03'],
    ['en 2009', null],
    ['Acta 12/2009', null],
    ['', null],
  ])('%s', (text, expected) => {
    expect(dateIn(text, false)).toBe(expected);
  });

  it('is not read from figures in English, where readers differ', () => {
    expect(dateIn('on 6/8/2004', true)).toBeNull();
  });
});
