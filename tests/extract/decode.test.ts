import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/extract/decode.ts';

const latin = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const spanish = 'La economía social y solidaria: educación, formación y cooperación. ¿Qué pasó?';

describe('decode', () => {
  it('reads UTF-8 with and without a mark', () => {
    expect(decode(Buffer.from(spanish))).toEqual({ text: spanish, guessed: null });
    expect(decode(Buffer.from(`\uFEFF${spanish}`))).toEqual({ text: spanish, guessed: null });
  });

  it('reads UTF-16 by its mark in either order', () => {
    const little = Buffer.from(`\uFEFF${spanish} 😀`, 'utf16le');
    const big = Buffer.from(little).swap16();
    expect(decode(little)).toEqual({ text: `${spanish} 😀`, guessed: null });
    expect(decode(big)).toEqual({ text: `${spanish} 😀`, guessed: null });
  });

  it('guesses UTF-16 without a mark and says so', () => {
    expect(decode(Buffer.from(spanish, 'utf16le'))).toEqual({ text: spanish, guessed: 'utf-16le' });
    expect(decode(Buffer.from(spanish, 'utf16le').swap16())).toEqual({ text: spanish, guessed: 'utf-16be' });
  });

  it('guesses Windows-1252 Spanish, with its quotes and dashes, and says so', () => {
    const text = `\x93${spanish}\x94 \x96 ni\xf1o`;
    expect(decode(latin(text))).toEqual({ text: `“${spanish}” – niño`, guessed: 'windows-1252' });
  });

  it('takes a word too short to guess from for Windows-1252', () => {
    expect(decode(latin('Año'))).toEqual({ text: 'Año', guessed: 'windows-1252' });
  });

  it('guesses an encoding of another script', () => {
    const text = 'Всеобщая декларация прав человека принята Генеральной Ассамблеей';
    const bytes = Uint8Array.from(text, (letter) => {
      const code = letter.codePointAt(0) ?? 0;
      return code < 0x80 ? code : code - 0x410 + 0xc0;
    });
    expect(decode(bytes)).toEqual({ text, guessed: 'windows-1251' });
  });

  it('follows the encoding that a page declares', () => {
    const page = '<html><meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1"><p>Año</p>';
    expect(decode(latin(page))).toEqual({ text: page, guessed: null });
    const declared = '<?xml version="1.0" encoding="windows-1251"?><html>';
    expect(decode(latin(`${declared}\xcf`)).text).toBe(`${declared}П`);
  });

  it('reads UTF-8 that a page wrongly declares as something else', () => {
    const page = '<html><meta charset="iso-8859-1"><p>Año</p>';
    expect(decode(Buffer.from(page))).toEqual({ text: page, guessed: null });
  });

  it('guesses where a page wrongly declares UTF-8 or an encoding that does not exist', () => {
    for (const charset of ['utf-8', 'klingon', 'utf-16']) {
      const page = `<html><meta charset=${charset}><p>${spanish}</p>`;
      expect(decode(latin(page))).toEqual({ text: page, guessed: 'windows-1252' });
    }
  });

  it('turns every line end into a line feed', () => {
    expect(decode(Buffer.from('a\r\nb\rc\nd\u0085e\u2028f\u2029g\vh\r\n\r\n')).text).toBe(
      'a\nb\nc\nd\ne\nf\ng\nh\n\n',
    );
  });

  it('drops what is no character and keeps the rest as it is', () => {
    expect(decode(Buffer.from('a\0b\u0007c\u007fd\u0080e\uFFFEf\uFDD0g\u{1FFFF}h\ti\fj')).text).toBe(
      'abcdefgh\ti\fj',
    );
    const kept = 'e\u0301 \u00ad \u200b \ue000 😀 ﬁ';
    expect(decode(Buffer.from(kept)).text).toBe(kept);
  });

  it('gives back every text of characters', () => {
    const text = fc.string({ unit: 'grapheme' }).filter((value) => !/[\v\r\p{Cc}\u2028\u2029]/u.test(value));
    fc.assert(
      fc.property(text, (value) => {
        expect(decode(Buffer.from(`.${value}`)).text).toBe(`.${value}`);
      }),
    );
  });
});
