import { describe, expect, it } from 'vitest';
import { judgeMarked } from '../../support/judged.ts';

describe('whoever is named behind a wording', () => {
  it.each([
    ['en', 'Mutuals are {an add-on to banking}: that, at least, is how the Treasury sees them.', 'neutral'],
    ['en', 'That mutuals are {an add-on to banking} is the Treasury’s position.', 'neutral'],
    ['en', '{An add-on to the market}: so the Treasury sees us, and it is wrong.', 'rejected'],
    ['en', 'Barter is {an alternative to money}: the League is right.', 'endorsed'],
    ['en', 'Mutuals are {an add-on to banking} (Peck 2004: 12).', 'neutral'],
    ['pt', 'As mutuais são {um complemento dos bancos} (PECK, 2004, p. 12).', 'neutral'],
    ['en', 'The Treasury took the floor. Mutuals were {an add-on to banking}.', 'neutral'],
    ['pt', 'Com a palavra, a senhora Orr: as mutuais são {um complemento dos bancos}.', 'neutral'],
  ] as const)('in %s: %s', (language, marked, voice) => {
    expect(judgeMarked(marked, language, 'A').voice).toBe(voice);
  });

  it.each([
    ['en', 'Mutuals are {an add-on to banking}: that is what this report says.'],
    ['en', 'Mutuals are {an add-on to banking} (Article 12).'],
    ['en', 'Mutuals are {an add-on to banking} (see below).'],
    ['en', 'The fund is {an add-on to banking}: so the accounts are short.'],
    ['en', 'This Council took the floor. Mutuals were {an add-on to banking}.'],
    ['en', 'The Treasury took the floor. We say that mutuals were {an add-on to banking}.'],
  ] as const)('is nobody else in %s: %s', (language, marked) => {
    expect(judgeMarked(marked, language, 'A').voice).toBe('own');
  });
});
