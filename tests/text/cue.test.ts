import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allIn, compileCue, endIn, readAt, readers } from '../../src/text/cue.ts';

const whole = (pattern: string, text: string) => {
  const found = readAt(readers([['es', 'any', pattern, '', '']]), text, 0, null);
  return found === null ? null : text.slice(0, found.end);
};

describe('the notation of cues', () => {
  it.each([
    ['se acuerda', 'SE ACUERDA que', 'SE ACUERDA'],
    ['se acuerda', 'se acuerdan', null],
    ['sesion', 'sesión', 'sesión'],
    ['acord*', 'acordaron ayer', 'acordaron'],
    ['[la] mesa [tecnica] dijo', 'mesa dijo', 'mesa dijo'],
    ['[la] mesa [tecnica] dijo', 'La mesa técnica dijo', 'La mesa técnica dijo'],
    ['(a|b c) d', 'b c d', 'b c d'],
    ['en ... hoy', 'en casa de Ana hoy', 'en casa de Ana hoy'],
    ['en ... hoy', 'en casa. Es hoy', null],
    ['acta №#', 'Acta N.º 12', 'Acta N.º 12'],
    ['anexo [#]$', 'ANEXO II.', 'ANEXO II.'],
    ['anexo [#]$', 'Anexo II del decreto', null],
    ['de <name>', 'de Villa Aromo y más', 'de Villa Aromo'],
    ['de <name>', 'de casa', null],
  ])('%s in %s', (pattern, text, expected) => {
    expect(whole(pattern, text)).toBe(expected);
  });

  it.each(['(a', 'a)', '[a|b', '<unknown> a'])('refuses %s', (pattern) => {
    expect(() => compileCue(pattern)).toThrow(/Expected cue/u);
  });

  it('finds any words as they are written, in either case and with any accent, and not inside other words', () => {
    const word = fc.stringMatching(/^[a-z]{2,6}$/u);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
        const pattern = words.join(' ');
        const accented = pattern.replaceAll('a', 'á').replaceAll('n', 'ñ').toUpperCase();
        expect(whole(pattern, `${accented} x`)).toBe(accented);
        expect(whole(pattern, `${accented}x`)).toBeNull();
      }),
    );
  });

  it('gives the part in braces with its place, the first rule first, in the language of the text or in all', () => {
    const rules = readers([
      ['es', 'one', 'la {mesa <name>}', '', ''],
      ['pt', 'two', 'a {mesa}', '', ''],
    ]);
    expect(readAt(rules, 'y la mesa Sur', 2, 'es')).toEqual({
      kind: 'one',
      end: 13,
      part: { text: 'mesa Sur', start: 5 },
    });
    expect(readAt(rules, 'a mesa', 0, 'es')).toBeNull();
    expect(readAt(rules, 'a mesa', 0, null)?.kind).toBe('two');
    expect(endIn(rules, 'hoy a mesa', 'pt')).toBe(10);
    expect(endIn(rules, 'hoy', 'pt')).toBeNull();
  });
});

describe('all places of rules', () => {
  const rules = readers([
    ['es', 'long', '[con] apoyo de', '', ''],
    ['es', 'short', 'apoyo', '', ''],
    ['pt', 'other', 'apoio', '', ''],
  ]);

  it('come in their order, the first rule that begins at a place, and the longest of one kind that end at one', () => {
    expect(allIn(rules, 'Con APOYO de ella, apoyo.', 'es')).toEqual([
      { kind: 'long', start: 0, end: 12 },
      { kind: 'short', start: 19, end: 24 },
    ]);
    expect(allIn(rules, 'apoio', 'es')).toEqual([]);
    expect(allIn(rules, 'apoio', null)).toEqual([{ kind: 'other', start: 0, end: 5 }]);
  });

  it('are those that a search at every place finds, whatever letter a rule may begin with', () => {
    const patterns = [
      '[la] red',
      '(a|be*) c',
      '*cion',
      '№#',
      '{<name>} dijo',
      'ñandu',
      '... fin',
      '(x|[y] z)',
      '$ 5',
    ];
    const own = readers(patterns.map((pattern, i) => ['es', `rule ${i}`, pattern, '', ''] as const));
    const text = fc
      .array(
        fc.constantFrom(
          'la',
          'red',
          'a',
          'bel',
          'c',
          'accion',
          'N.º',
          '7',
          'Ana',
          'dijo',
          'ñandú',
          'fin',
          'x',
          'y',
          'z',
          '.',
        ),
        { maxLength: 12 },
      )
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(text, (written) => {
        const starts = [...written.matchAll(/(?<![A-Za-z0-9])\S/gu)].map(({ index }) => index);
        const naive = starts.flatMap((start) => {
          const found = readAt(own, written, start, 'es');
          return found === null ? [] : [{ kind: found.kind, start, end: found.end }];
        });
        const kept = naive.filter(
          (one, i) => !naive.slice(0, i).some(({ kind, end }) => kind === one.kind && end === one.end),
        );
        expect(allIn(own, written, 'es')).toEqual(kept);
      }),
    );
  });
});
