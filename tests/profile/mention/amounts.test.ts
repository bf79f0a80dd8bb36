import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountsIn } from '../../../src/profile/mention/amounts.ts';
import { sight } from './make.ts';

const told = (text: string, language: 'es' | 'pt' | 'en' = 'es') =>
  amountsIn(sight(text, language), language).map(({ start, end, amount }) => [
    text.slice(start, end),
    amount.value,
    amount.unit,
    amount.year,
    amount.status,
  ]);

describe('amounts', () => {
  it('have their currency before or behind, in signs, codes and words', () => {
    expect(told('Costó U$S 5, luego 6 euros, Gs. 7.000 y S/ 8,50.')).toEqual([
      ['U$S 5', 5, 'USD', null, null],
      ['6 euros', 6, 'EUR', null, null],
      ['Gs. 7.000', 7000, 'PYG', null, null],
      ['S/ 8,50', 8.5, 'PEN', null, null],
    ]);
  });

  it('are one where words repeat figures, and two where they differ', () => {
    expect(told('la suma de PESOS CIEN MIL ($ 100.000.-) al año')).toEqual([
      ['PESOS CIEN MIL ($ 100.000.-)', 100_000, '$', null, null],
    ]);
    expect(told('PESOS CIEN MIL ($ 200.000)')).toHaveLength(2);
    expect(told('$ 90.000 (noventa mil pesos uruguayos)')).toEqual([
      ['$ 90.000 (noventa mil pesos uruguayos)', 90_000, 'UYU', null, null],
    ]);
  });

  it('go on over what multiplies them', () => {
    expect(told('São R$ 66 bilhões e 800 milhões hoje', 'pt')).toEqual([
      ['R$ 66 bilhões e 800 milhões', 66.8e9, 'BRL', null, null],
    ]);
    expect(told('1.500 millones de pesos')).toEqual([['1.500 millones de pesos', 1.5e9, '$', null, null]]);
  });

  it('take the year that stands nearest and the state of the money in their sentence', () => {
    expect(told('Se comprometieron $ 10 en 2008 y $ 20 en 2009. En 2010 nada.')).toEqual([
      ['$ 10', 10, '$', '2008', 'committed'],
      ['$ 20', 20, '$', '2009', 'committed'],
    ]);
    expect(told('Por la Ley 27.345 de 2016 se aprobaron $ 10.')).toEqual([
      ['$ 10', 10, '$', null, 'approved'],
    ]);
    expect(told('Ejecutado por la red, recibió $ 10.')).toEqual([['$ 10', 10, '$', null, null]]);
    expect(told('Between 2008 and 2011 EUR 5 was spent', 'en')).toEqual([
      ['EUR 5', 5, 'EUR', '2008-2011', 'executed'],
    ]);
  });

  it('are shares only where they were spent, paid or promised', () => {
    expect(told('Se ejecutó el 35,5 % del plan.')).toEqual([['35,5 %', 0.355, '%', null, 'executed']]);
    expect(told('Votó el 35 % del padrón.')).toEqual([]);
  });

  it.each([
    'El artículo 12 de 2010.',
    'uno de los pesos pesados',
    'Pesos y medidas',
    '$',
    '5.',
    'R$',
    'mil y una noches',
  ])('are none in %s', (text) => {
    expect(told(text)).toEqual([]);
  });

  it('read back any sum that Intl.NumberFormat writes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10 ** 11 }),
        fc.constantFrom('es-AR', 'pt-BR', 'en-US'),
        (cents, locale) => {
          const language = locale.slice(0, 2) as 'es' | 'pt' | 'en';
          const value = cents / 100;
          const written = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(value);
          expect(told(`xx EUR ${written} xx`, language)).toEqual([
            [`EUR ${written}`, value, 'EUR', null, null],
          ]);
        },
      ),
    );
  });
});
