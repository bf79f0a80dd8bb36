import { describe, expect, it } from 'vitest';
import type { LexiconLanguage } from '../../src/model/passage.ts';
import { createReader } from '../../src/tag/read.ts';
import { makeTerms } from '../../src/tag/terms.ts';
import { readLexicons } from './read.ts';

const read = createReader(
  makeTerms(readLexicons()).terms.filter(
    ({ theme, layer }) => theme === 'poverty_eradication' || layer === 'object',
  ),
);

/** Whether a need in braces stands as one that the object answers. */
function stands(marked: string, language: LexiconLanguage): boolean {
  const start = marked.indexOf('{');
  const { open } = read(marked.replace(/[{}]/gu, ''), language);
  return open.some(({ term, ...one }) => term.layer === 'frame' && one.start <= start && one.end > start);
}

const rows: readonly (readonly [LexiconLanguage, boolean, string])[] = [
  ['en', true, 'The cooperative, an alternative to capitalism, serves a valley of {hunger} and poverty.'],
  ['es', true, 'La cooperativa, alternativa al capitalismo, reparte pan donde hay {hambre}.'],
  ['pt', true, 'A cooperativa, alternativa ao capitalismo, reparte pão onde há {fome}.'],
  ['es', true, 'Más allá del capitalismo, la cooperativa da un oficio a los {indigentes}.'],
  ['pt', true, 'Para além do capitalismo, a cooperativa serve sopa aos {indigentes}.'],
  // Near misses: who is blamed for it is what the passage speaks of.
  ['en', false, 'Capitalism breeds {hunger} and poverty, and the cooperative knows it.'],
  ['es', false, 'El capitalismo trae {hambre} al valle de la cooperativa.'],
  ['es', false, 'La cooperativa conoce el {hambre} causada por el capitalismo.'],
  ['pt', false, 'O capitalismo traz {fome} ao vale da cooperativa.'],
  ['pt', false, 'A cooperativa conhece a {fome}, fruto do capitalismo.'],
];

describe('a need beside the name of the system', () => {
  it.each(rows)('in %s stands: %s, in %s', (language, isStanding, marked) => {
    expect(stands(marked, language)).toBe(isStanding);
  });
});
