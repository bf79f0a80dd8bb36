import { describe, expect, it } from 'vitest';
import { groupsIn } from '../../../src/profile/mention/groups.ts';
import { sight } from './make.ts';

const groups = (text: string, language: 'es' | 'pt' | 'en' = 'es') =>
  groupsIn(sight(text, language), language).map(
    ({ start, end, classes }) => `${text.slice(start, end)}: ${classes.join(' ')}`,
  );

describe('beneficiaries', () => {
  it.each([
    ['Dirigido a familias pobres de la frontera.', ['familias pobres de la frontera: poor frontier']],
    [
      'Beneficia a mujeres rurales, a cooperativas de pesca y a los vecinos.',
      ['mujeres rurales: women', 'cooperativas de pesca: cooperatives', 'los vecinos: public'],
    ],
    [
      'Protección de los derechos de las niñas, niños y adolescentes.',
      ['las niñas, niños y adolescentes: public'],
    ],
    ['Dirigido a la luna y a los mares.', []],
    ['Los vecinos bailaron.', []],
    ['Llegaron cartoneros al puerto.', ['cartoneros: poor']],
    ['El Registro de Personas con Discapacidad abrió.', []],
  ])('in %s', (text, expected) => {
    expect(groups(text)).toEqual(expected);
  });

  it('do not take what is given for those who get it', () => {
    expect(groups('Atende renda às cooperativas.', 'pt')).toEqual([]);
  });

  it('end before what is said of them', () => {
    expect(groups('It is targeted at small farmers who sow.', 'en')).toEqual(['small farmers: workers']);
    expect(groups('It is targeted at 629 people before it ends.', 'en')).toEqual(['629 people: public']);
    expect(groups('It is targeted at the group of Monteluz it met.', 'en')).toEqual([
      'the group of Monteluz: public',
    ]);
    expect(groups('Dirigido a las cooperativas y mutuales con los mismos plazos.')).toEqual([
      'las cooperativas y mutuales: cooperatives',
    ]);
    expect(groups('Dirigido a los productores 500 millones de pesos.')).toEqual(['los productores: workers']);
    expect(groups('Protección de los derechos de los trabajadores.')).toEqual(['los trabajadores: workers']);
    expect(groups('Dirigido a los vecinos más pobres.')).toEqual(['los vecinos más pobres: poor']);
    expect(groups('Dirigido a las cooperativas incluyen una feria.')).toEqual([
      'las cooperativas: cooperatives',
    ]);
  });

  it('stay few in a list without end', () => {
    const text = `Dirigido a ${'los vecinos pobres, '.repeat(2000)}y nadie más.`;
    expect(groups(text).length).toBeLessThan(20);
  });
});
