import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, spellings } from '../../src/text/fold.ts';

const nothing = { case: false, accents: false };
const everything = { case: true, accents: true };

describe('folding a word', () => {
  it.each([
    ['ECONOMÍA', 'economia'],
    ['economi\u0301a', 'economia'],
    ['niño', 'nino'],
    ['coração', 'coracao'],
    ['pingüino', 'pinguino'],
    ['coope\u00adra\u200btiva', 'cooperativa'],
    ['\ufb01nanzas', 'finanzas'],
    ['İstanbul', 'istanbul'],
    ['nº', 'nº'],
    ['社会', '社会'],
    ['', ''],
  ])('makes %j into %j', (word, folded) => {
    expect(fold(word, nothing)).toBe(folded);
  });

  it('keeps case and accents where they are exact, in composed form', () => {
    expect(fold('CAN', { case: true, accents: false })).toBe('CAN');
    expect(fold('MA\u0301S', { case: false, accents: true })).toBe('m\u00e1s');
    expect(fold('MÁS', { case: true, accents: false })).toBe('MAS');
    expect(fold('Ma\u0301s', everything)).toBe('M\u00e1s');
  });

  it('gives composed and decomposed spellings the same form, and folding again changes nothing', () => {
    const exactness = fc.record({ case: fc.boolean(), accents: fc.boolean() });
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), exactness, (word, exact) => {
        const once = fold(word, exact);
        expect(fold(word.normalize('NFD'), exact)).toBe(fold(word.normalize('NFC'), exact));
        expect(fold(once, exact)).toBe(once);
      }),
    );
  });
});

describe('the plain spellings of a token', () => {
  it.each([
    ['trabajador', ['trabajador']],
    ['EE.UU', ['EEUU']],
    ['1.234,50', ['1.234,50']],
    ['niños/as', ['niños']],
    ['cooperativados(as)', ['cooperativados']],
    ['trabajador(a)', ['trabajador']],
    ['productor/es/as', ['productor']],
    ['worker(s)', ['worker']],
    ['trabajador@s', ['trabajador@s', 'trabajadors', 'trabajadoros', 'trabajadoras', 'trabajadores']],
    ['compañer@', ['compañer@', 'compañer', 'compañero', 'compañera', 'compañere']],
    ['todxs', ['todxs', 'tods', 'todos', 'todas', 'todes']],
    ['marx', ['marx']],
    ['y/o', ['y/o']],
    ['autogestionad*/as', ['autogestionad*']],
  ])('of %j are %j', (token, plain) => {
    expect(spellings(token)).toEqual(plain);
  });

  it('takes no longer than its text for a token of a million characters', () => {
    expect(spellings('a'.repeat(1_000_000))).toHaveLength(1);
    expect(spellings(`ab${'(s)'.repeat(300_000)}x`)).toHaveLength(1);
    expect(spellings(`ab${'@'.repeat(1_000_000)}`)).toHaveLength(1);
  });
});
