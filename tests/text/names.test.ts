import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codePointLength, sliceCodePoints } from '../../src/text/codepoints.ts';
import { type NamePlace, veilOf } from '../../src/text/names.ts';
import { particles, titles } from '../../src/text/titles.ts';

/** A name listed somewhere else in the document than in the texts looked at. */
const listed = (name: string): NamePlace => ({ name, passage: 'list', start: 0, end: 0 });
const shown = (name: string) => `<${name}>`;
const veil = (...names: readonly string[]) => veilOf(names.map(listed), shown);

describe('the names of a document', () => {
  const two = veil('Ana María García Pérez', 'QUISPE CONDORI, José', 'Souza');

  it.each([
    ['Habló Ana María García Pérez.', 'Habló <ana maria garcia perez>.'],
    ['HABLÓ ANA MARIA GARCIA PEREZ.', 'HABLÓ <ana maria garcia perez>.'],
    ['García Pérez, Ana María (Red)', '<ana maria garcia perez> (Red)'],
    ['José Quispe-Condori y otros', '<jose quispe condori> y otros'],
    ['la Sra. García dijo', 'la Sra. <ana maria garcia perez> dijo'],
    ['La señora García Pérez dijo', 'La señora <ana maria garcia perez> dijo'],
    ['o Sr. José disse', 'o Sr. <jose quispe condori> disse'],
    ['Mr. Quispe said', 'Mr. <jose quispe condori> said'],
    ['Sr. Souza: de acordo', 'Sr. <souza>: de acordo'],
    ['la diputada Pérez, ausente', 'la diputada <ana maria garcia perez>, ausente'],
    ['Ana Mari\u0301a Garci\u0301a Pe\u0301rez', '<ana maria garcia perez>'],
  ])('stand no longer in %j', (text, expected) => {
    expect(two.text(text).text).toBe(expected);
  });

  it.each([
    'García es un apellido',
    'Ana García de otra parte',
    'la señora garcía',
    'la Sra. López García dijo',
    'el Sr. de la Red',
    'Souza, rua de nome antigo',
    'el señor presidente',
    'José',
  ])('are not taken to stand in %j', (text) => {
    expect(two.text(text).text).toBe(text);
  });

  it('are one name for a part that fits one person, and a name of its own for one that fits several', () => {
    const both = veil('Ana García', 'Luis García', 'Pérez', 'Eva Pérez');
    expect(both.text('Sr. García, Sr. Luis, Sra. Pérez').text).toBe(
      'Sr. <garcia>, Sr. <luis garcia>, Sra. <eva perez>',
    );
    expect(both.name('PÉREZ')).toBe('<eva perez>');
    expect(both.name('García, Ana')).toBe('<ana garcia>');
    expect(both.name('Nadie')).toBe('<nadie>');
    expect(both.name('¿?')).toBe('¿?');
  });

  it('are replaced where they were found, even where the word alone is no name', () => {
    const text = '😀 PAZ: la paz es de todos. Paz.';
    const places: readonly NamePlace[] = [{ name: 'Paz', passage: 'p', start: 2, end: 5 }];
    expect(veilOf(places, shown).text(text, 'p').text).toBe('😀 <paz>: la paz es de todos. Paz.');
    expect(veilOf(places, shown).text(text, 'q').text).toBe(text);
    expect(veilOf(places, shown).text(text).text).toBe(text);
  });

  it('hide what two of them share', () => {
    const two = veil('Ana García', 'García Pérez');
    expect(two.text('Ana García Pérez').text).not.toMatch(/Ana|Garc|P[eé]rez/);
  });

  it('leave every other character, and places outside them lead to the same character as before', () => {
    const words = fc.constantFrom(
      'Ana',
      'García',
      'Pérez',
      'Sra.',
      'y',
      '😀',
      'la',
      'paz',
      ',',
      'Luis',
      'a\u0301',
    );
    const text = fc.array(words, { maxLength: 20 }).map((all) => all.join(' '));
    fc.assert(
      fc.property(text, (written) => {
        const { text: made, spans, move } = veil('Ana García', 'Luis Pérez', 'García Luis').text(written);
        let kept = '';
        let at = 0;
        for (const { start, end } of [...spans, { start: codePointLength(written), end: 0 }]) {
          kept += sliceCodePoints(written, at, start);
          const moved = sliceCodePoints(made, move(at, 'start'), move(start, 'end'));
          expect(moved).toBe(sliceCodePoints(written, at, start));
          at = end;
        }
        expect(made.replaceAll(/<[^>]*>/g, '')).toBe(kept);
        expect(kept).not.toMatch(/Ana García|Luis Pérez/);
        for (const { start, end } of spans) {
          const name = sliceCodePoints(made, move(start, 'start'), move(end, 'end'));
          expect(name).toMatch(/^<[^<>]+>$/);
          expect(sliceCodePoints(made, move(start + 1, 'start'), move(end, 'end'))).toMatch(/^<[^<>]+>$/);
        }
      }),
    );
  });
});

describe('titles and particles', () => {
  it('are written as they are compared, each once', () => {
    for (const list of [...Object.values(titles), [...particles]]) {
      expect(list.filter((one) => !/^[a-z]+$/.test(one))).toEqual([]);
      expect(new Set(list).size).toBe(list.length);
    }
  });

  it.each([
    ['es', 'la compañera'],
    ['es', 'Lic.'],
    ['pt', 'a senhora'],
    ['pt', 'Profª.'],
    ['pt', 'o secretário'],
    ['en', 'Ms'],
    ['en', 'Ambassador'],
  ])('in %s: %s', (_, title) => {
    expect(veil('Ana García').text(`${title} García`).text).toBe(`${title} <ana garcia>`);
  });
});
