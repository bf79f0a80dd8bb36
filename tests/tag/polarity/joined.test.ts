import { describe, expect, it } from 'vitest';
import type { LexiconLanguage } from '../../../src/model/passage.ts';
import { beginsAnew, verbAnew } from '../../../src/tag/polarity/joined.ts';
import { sentenceReader } from '../../../src/tag/polarity/sentence.ts';
import { cues } from '../../support/judged.ts';

function sentence(text: string, language: LexiconLanguage) {
  const own = cues[language];
  const read = own === undefined ? null : sentenceReader(text, language, own).at(0);
  if (read === null) throw new Error(`expected a sentence in ${language}`);
  return read;
}

const rows: readonly (readonly [LexiconLanguage, 'finite' | 'bare' | null, string])[] = [
  ['en', 'bare', 'They lend and build another bank'],
  ['en', 'finite', 'She lends and builds another bank'],
  ['en', 'bare', 'They lend and also demand a law'],
  ['en', null, 'They fear supply and demand'],
  ['en', null, 'They fear debt and hunger'],
  ['es', 'finite', 'Prestan y construyen otra banca'],
  ['es', 'finite', 'Prestamos y hoy levantamos otra banca'],
  ['es', null, 'Temen el origen y el orden'],
  ['es', null, 'Temen la deuda y extremos'],
  ['es', null, 'Temen el caos y orden nuevo'],
  ['pt', 'finite', 'Emprestam e constroem outro banco'],
  ['pt', 'finite', 'A rede empresta e defende outro banco'],
  ['pt', null, 'Temem a dívida e ordem nova'],
  // A form of “to be” is no “and”.
  ['pt', null, 'A rede é construída aqui'],
];

describe('a clause behind an “and”', () => {
  it.each(rows)('in %s begins with a verb that is %s: %s', (language, form, text) => {
    const read = sentence(text, language);
    const and = read.tokens.findIndex(({ lower }) => /^(?:and|y|e|é)$/u.test(lower));
    expect(verbAnew(read, and)).toBe(form);
    expect(beginsAnew(read, 0, read.tokens.length)).toBe(form !== null);
  });
});
