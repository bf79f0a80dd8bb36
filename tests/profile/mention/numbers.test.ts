import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFigures, readMagnitude, readWords } from '../../../src/profile/mention/numbers.ts';
import { sight } from './make.ts';

describe('parseFigures', () => {
  it('reads back what Intl.NumberFormat writes in each language', () => {
    const locales = { es: 'es-AR', pt: 'pt-BR', en: 'en-US' } as const;
    const language = fc.constantFrom('es' as const, 'pt' as const, 'en' as const);
    fc.assert(
      fc.property(
        language,
        fc.integer({ min: 0, max: 10 ** 12 }),
        fc.constantFrom(0, 1, 2, 4),
        (own, whole, digits) => {
          const value = whole / 10 ** digits;
          const format = new Intl.NumberFormat(locales[own], {
            minimumFractionDigits: digits,
            maximumFractionDigits: digits,
          });
          expect(parseFigures(format.format(value), own)).toBe(value);
        },
      ),
    );
  });

  it.each([
    ['1.234.567,89', 'es', 1234567.89],
    ['1,234,567.89', 'es', 1234567.89],
    ['1,234,567.89', 'en', 1234567.89],
    ['1.234', 'es', 1234],
    ['1.234', 'en', 1.234],
    ['1,234', 'es', 1.234],
    ['3,5', 'pt', 3.5],
    ['3.5', 'pt', 3.5],
    ['1:100.000', 'es', 1100000],
    ['522:105.832,50', 'es', 522105832.5],
    ['12 500 000', 'es', 12500000],
    ['0.62', 'es', 0.62],
  ] as const)('%s in %s is %d', (written, language, value) => {
    expect(parseFigures(written, language)).toBe(value);
  });

  it.each(['', '.', '1..2', 'a', '-1', '1,', '1.2.'])('is null for %s', (written) => {
    expect(parseFigures(written, 'es')).toBeNull();
  });
});

describe('readWords', () => {
  it.each([
    ['doscientos mil pesos', 'es', 200_000, 2],
    ['un millón doscientos veintiséis mil setecientos veintiséis', 'es', 1_226_726, 7],
    ['CINCUENTA Y UN MIL SEISCIENTOS MILLONES', 'es', 51_600_000_000, 6],
    ['dos billones', 'es', 2e12, 2],
    ['mil millones', 'es', 1e9, 2],
    ['oitocentos e cinquenta milhões', 'pt', 850_000_000, 4],
    ['um bilhão e duzentos milhões', 'pt', 1.2e9, 5],
    ['mil milhões', 'pt', 1e9, 2],
    ['two hundred and fifty thousand', 'en', 250_000, 5],
    ['three billion', 'en', 3e9, 2],
  ] as const)('%s', (text, language, value, words) => {
    expect(readWords(sight(text, language).words, 0, language)).toEqual({ value, words });
  });

  it('is null where no number begins', () => {
    expect(readWords(sight('y la casa').words, 0, 'es')).toBeNull();
    expect(readWords([], 0, 'es')).toBeNull();
  });

  it('multiplies figures by what follows them, twice at most', () => {
    expect(readMagnitude(sight('mil millones de').words, 0, 'es')).toEqual({ value: 1e9, words: 2 });
    expect(readMagnitude(sight('bilhões', 'pt').words, 0, 'pt')).toEqual({ value: 1e9, words: 1 });
    expect(readMagnitude(sight('casas').words, 0, 'es')).toEqual({ value: 1, words: 0 });
  });
});
