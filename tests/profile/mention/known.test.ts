import { describe, expect, it } from 'vitest';
import { knownAt } from '../../../src/profile/mention/known.ts';
import { namesIn } from '../../../src/profile/mention/names.ts';
import { knownBodies, knownProgrammes } from '../../../src/profile/mention/rules/known.ts';
import { sight, wordsAt } from './make.ts';

const names = (text: string) => wordsAt(text, namesIn(sight(text, 'pt'), false));

describe('names known by their words', () => {
  it('are found wherever they stand, whole', () => {
    for (const name of [...knownProgrammes, ...knownBodies]) {
      const seen = sight(`Com ${name} e mais`, 'pt');
      expect(knownAt(seen, 1)?.last, name).toBe(name.split(' ').length);
      expect(knownAt(seen, 0)).toBeNull();
    }
  });

  it('need their capitals, and take a comma inside', () => {
    expect(names('acesso ao Minha Casa, Minha Vida; a minha casa minha vida')).toEqual([
      'Minha Casa, Minha Vida',
    ]);
  });

  it('go on a name that their word of kind begins, and are none in brackets behind one', () => {
    expect(names('o Programa Minha Casa, Minha Vida e o Pronaf')).toContain('Pronaf');
    expect(names('o Programa Bolsa Família começa')).toEqual(['Programa Bolsa Família']);
    expect(names('o Programa de Aquisição de Alimentos (PAA) compra')).toEqual([
      'Programa de Aquisição de Alimentos',
    ]);
  });
});
