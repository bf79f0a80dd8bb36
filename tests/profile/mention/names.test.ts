import { describe, expect, it } from 'vitest';
import { keyOf, namesIn } from '../../../src/profile/mention/names.ts';
import { sight } from './make.ts';

const names = (text: string, language: 'es' | 'pt' | 'en' = 'es') =>
  namesIn(sight(text, language), language === 'en').map(
    ({ start, end, kind }) => `${kind}: ${text.slice(start, end)}`,
  );

describe('names', () => {
  it.each([
    [
      'La Secretaría de Pesca del Ministerio de Agua opinó',
      ['body: Secretaría de Pesca', 'body: Ministerio de Agua'],
    ],
    [
      'el Ministerio de Trabajo, Empleo y Seguridad Social, y luego',
      ['body: Ministerio de Trabajo, Empleo y Seguridad Social'],
    ],
    ['el Banco de Semillas, Ana y Luis', ['body: Banco de Semillas']],
    ['el Instituto del Agua y la RECM', ['body: Instituto del Agua']],
    ['el plan "Raíz Honda" y el plan de trabajo', ['programme: plan "Raíz Honda"']],
    ['el programa Uruguay Siembra hoy', ['programme: programa Uruguay Siembra']],
    ['Plan Nacional de Ferias «Puentes» nuevo', ['programme: Plan Nacional de Ferias «Puentes»']],
    ['el Proyecto de Ley de Presupuesto', []],
    ['la secretaría de pesca y el ministerio', []],
    ['Ministerio', []],
    ['el plan "sin cierre', []],
  ])('in %s', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  it.each([
    ['The Hands of the Valley Foundation met', ['body: Hands of the Valley Foundation']],
    ['In the Cooperative Promotion Fund', ['programme: Cooperative Promotion Fund']],
    ['the "Near Markets" project', ['programme: "Near Markets" project']],
    [
      'the National Plan for Fairs of the Ministry of Trade',
      ['programme: National Plan for Fairs', 'body: Ministry of Trade'],
    ],
    ['the Red Hat company', []],
    ['the plan to plant', []],
  ])('in English: %s', (text, expected) => {
    expect(names(text, 'en')).toEqual(expected);
  });

  it('have keys without case and accents', () => {
    const seen = sight('Ministerio de la Producción');
    expect(keyOf(seen, { start: 0, end: seen.text.length })).toBe('ministerio de la produccion');
  });
});
