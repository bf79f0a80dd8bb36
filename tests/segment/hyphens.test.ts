import { describe, expect, it } from 'vitest';
import { segment } from '../../src/segment/segment.ts';
import { bare, documentOf, printed } from './print.ts';

/** The passage that two printed lines make in a document that has these other words. */
function joined(first: string, second: string, elsewhere = ''): string | undefined {
  const lines = [
    printed(first, { top: 100, right: 300 }),
    printed(second, { top: 112, right: 300 }),
    printed(elsewhere, { top: 300 }),
  ];
  return segment(documentOf([lines]), { language: 'es' }).passages[0]?.text;
}

describe('hyphens at line ends', () => {
  it('makes a broken word whole', () => {
    expect(joined('la coope-', 'rativa de ayer')).toBe('la cooperativa de ayer');
    expect(joined('la coope\u00ad', 'rativa de ayer')).toBe('la cooperativa de ayer');
    expect(joined('la coope\ufffe', 'rativa de ayer')).toBe('la cooperativa de ayer');
  });

  it('keeps the hyphen that the document prints elsewhere', () => {
    expect(joined('plan socio-', 'económico', 'lo socio-económico')).toBe('plan socio-económico');
    expect(joined('plan socio-', 'económico', 'lo socioeconómico')).toBe('plan socioeconómico');
    expect(joined('plan socio-', 'económico', 'socio-económico y socioeconómico y socioeconómico')).toBe(
      'plan socioeconómico',
    );
  });

  it('keeps the hyphen between two words of the document where it prints neither form', () => {
    expect(joined('o decreto-', 'lei de ontem', 'um decreto e uma lei')).toBe('o decreto-lei de ontem');
    expect(joined('ela tornou-', 'se livre', 'ela tornou a ver e se foi')).toBe('ela tornou-se livre');
  });

  it('makes adverbs whole even where both parts are words', () => {
    expect(joined('estaba sola-', 'mente allí', 'sola con su mente')).toBe('estaba solamente allí');
  });

  it('keeps the hyphen before a capital or a digit', () => {
    expect(joined('el eje Quito-', 'Lima')).toBe('el eje Quito-Lima');
    expect(joined('período 2010-', '2014')).toBe('período 2010-2014');
    expect(joined('la COVID-', '19 siguió')).toBe('la COVID-19 siguió');
  });

  it('makes a word in capitals whole', () => {
    expect(joined('EL DESARRO-', 'LLO RURAL')).toBe('EL DESARROLLO RURAL');
  });

  it('leaves dashes and hyphens that wait for another word', () => {
    expect(joined('la feria -', 'dijo ella')).toBe('la feria - dijo ella');
    expect(joined('etapas pre-', 'y posterior')).toBe('etapas pre- y posterior');
  });

  it('does not count the broken parts themselves as words', () => {
    expect(joined('aque-', 'llos días', '')).toBe('aquellos días');
  });
});

describe('words broken inside a line', () => {
  const read = (text: string) =>
    segment(documentOf([[bare(text, 'paragraph')]]), { language: 'es' }).passages[0]?.text;

  it('become whole where the document has the word, or neither part', () => {
    expect(read('Una coope- rativa y otra cooperativa.')).toBe('Una cooperativa y otra cooperativa.');
    expect(read('Una presen- tación.')).toBe('Una presentación.');
  });

  it('stay where the hyphen may be a dash or waits for another word', () => {
    expect(read('El pueblo -que trabaja- sostiene; trabaja y sostiene.')).toBe(
      'El pueblo -que trabaja- sostiene; trabaja y sostiene.',
    );
    expect(read('Lo pre- y lo post- moderno; lo moderno.')).toBe('Lo pre- y lo post- moderno; lo moderno.');
  });
});
