import { describe, expect, it } from 'vitest';
import type { Zone } from '../../../src/model/passage.ts';
import { objectivesIn } from '../../../src/profile/mention/objectives.ts';
import { sight, wordsAt } from './make.ts';

const aims = (text: string, language: 'es' | 'pt' | 'en' = 'es', zone: Zone = 'body') =>
  wordsAt(text, objectivesIn(sight(text, language, zone), language));

describe('objectives', () => {
  it.each([
    ['Con el objetivo de sembrar más, la red compra semilla.', ['sembrar más']],
    ['La red compra semilla con el objetivo de sembrar más, y mejor.', ['sembrar más, y mejor']],
    ['El plan busca sembrar más y beneficia a los vecinos.', ['sembrar más']],
    ['El plan busca la luna llena.', []],
    ['A los efectos de la presente ley se entiende todo.', []],
    ['A fin de crecer.', []],
  ])('in %s', (text, expected) => {
    expect(aims(text)).toEqual(expected);
  });

  it.each([
    ['El plan busca combatir la pobreza y reunirá a los vecinos.', 'es', 'combatir la pobreza'],
    ['O plano busca combater a pobreza e reunirá os vizinhos.', 'pt', 'combater a pobreza'],
    [
      'O plano busca combater a pobreza e as equipes cuidarão dela.',
      'pt',
      'combater a pobreza e as equipes cuidarão dela',
    ],
    ['The plan seeks to fight poverty and will bring neighbours together.', 'en', 'fight poverty'],
    [
      'The plan seeks to fight poverty and to bring neighbours together.',
      'en',
      'fight poverty and to bring neighbours together',
    ],
  ] as const)('end where it is said what will be done: %s', (text, language, expected) => {
    expect(aims(text, language)).toEqual([expected]);
  });

  it('are all that their part of a document says, without its label', () => {
    expect(aims('a) Sembrar más maíz en la costa;', 'es', 'objective')).toEqual([
      'Sembrar más maíz en la costa;',
    ]);
    expect(aims('3.', 'es', 'objective')).toEqual([]);
  });

  it('are not in headings, and never longer than anybody reads', () => {
    const seen = sight('Con el objetivo de sembrar más');
    expect(objectivesIn({ ...seen, passage: { ...seen.passage, form: 'heading' } }, 'es')).toEqual([]);
    const [long] = aims(`The aim of it is to ${'sow and '.repeat(500)}reap`, 'en');
    expect(long?.length).toBeLessThanOrEqual(600);
  });
});
