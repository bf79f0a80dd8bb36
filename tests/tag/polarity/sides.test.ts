import { describe, expect, it } from 'vitest';
import type { LexiconLanguage } from '../../../src/model/passage.ts';
import type { Voice } from '../../../src/model/tag.ts';
import { judgeMarked } from '../../support/judged.ts';

const taken: readonly (readonly [LexiconLanguage, Voice, string])[] = [
  ['en', 'endorsed', 'The Bank finds that the kitchens {reduce hunger}, a finding that this Board accepts.'],
  [
    'en',
    'rejected',
    'The Bank finds that the kitchens {reduce hunger}, a finding that this Board does not accept.',
  ],
  ['en', 'neutral', 'The Bank finds that the kitchens {reduce hunger}, a finding that the Treasury accepts.'],
  ['en', 'rejected', 'The Bank says that barter is {an alternative to money}, which is fanciful.'],
  ['en', 'endorsed', 'The Bank says that barter is {an alternative to money}, which hardly seems fanciful.'],
  [
    'en',
    'rejected',
    'For the Bank, barter is {an alternative to money}: an opinion that ten thousand members refute.',
  ],
  [
    'en',
    'endorsed',
    'The proposal of the League to build {another economy} has the support of this Council.',
  ],
  [
    'pt',
    'endorsed',
    'Segundo a Liga, a troca é {outra economia}, entendimento que este relatório acompanha.',
  ],
  [
    'pt',
    'rejected',
    'Segundo a Liga, a troca é {outra economia}, entendimento que este relatório não acompanha.',
  ],
  ['pt', 'rejected', 'O Banco afirma que a troca é {outra economia}, o que é fantasioso.'],
  ['es', 'endorsed', 'Según la Liga, el trueque es {otra economía}, criterio que este informe comparte.'],
  ['es', 'rejected', 'Según la Liga, el trueque es {otra economía}, criterio que este informe no comparte.'],
  [
    'es',
    'endorsed',
    'La Contraloría concluyó que el bono {redujo el hambre}, conclusión con la que esta Comisión coincide.',
  ],
];

describe('the side an author takes', () => {
  it.each(taken)('in %s is %s: %s', (language, voice, marked) => {
    expect(judgeMarked(marked, language, 'N').voice).toBe(voice);
  });
});
