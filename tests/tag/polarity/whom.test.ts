import { describe, expect, it } from 'vitest';
import type { LexiconLanguage } from '../../../src/model/passage.ts';
import type { Voice } from '../../../src/model/tag.ts';
import { judgeMarked } from '../../support/judged.ts';

const heard: readonly (readonly [LexiconLanguage, Voice, string])[] = [
  ['es', 'own', 'Las cooperativas defienden {otra economía}.'],
  ['es', 'own', 'La economía solidaria propone {otra economía}.'],
  ['es', 'own', 'Proponen las cooperativas {otra economía}.'],
  ['es', 'own', 'Las cooperativas rechazan {la lógica capitalista} y construyen otra economía.'],
  ['pt', 'own', 'A economia solidária defende {outra economia}.'],
  ['pt', 'own', 'As cooperativas do vale propõem {outra economia}.'],
  ['en', 'own', 'Co-operatives demand {another economy}.'],
  ['en', 'own', 'The co-operatives of the valley call for {another economy}.'],
  ['en', 'own', 'Peasant farming contests {the dominant economic model}.'],
  ['es', 'own', 'Esta declaración propone {otra economía}.'],
  ['pt', 'own', 'Este documento defende {outra economia}.'],
  ['en', 'own', 'This declaration demands {another economy}.'],
  ['en', 'own', 'Valleys that lived on tin imagine {another economy}.'],
  // Near misses: others who have the object in their name, and what it says in words.
  ['es', 'neutral', 'El gobierno propone {otra economía}.'],
  ['es', 'neutral', 'El ministro de las cooperativas propone {otra economía}.'],
  ['pt', 'neutral', 'O governo defende {outra economia}.'],
  ['en', 'neutral', 'Co-operative leaders demand {another economy}.'],
  ['en', 'neutral', 'The government demands {another economy}.'],
  ['es', 'neutral', 'Las cooperativas dicen que son {otra economía}.'],
  ['en', 'neutral', 'The co-operatives say that they are {another economy}.'],
  ['en', 'neutral', 'The union rejects {another economy}.'],
];

describe('whose view a verb tells', () => {
  it.each(heard)('in %s is %s: %s', (language, voice, marked) => {
    expect(judgeMarked(marked, language, 'N').voice).toBe(voice);
  });
});
