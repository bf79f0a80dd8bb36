import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alphabet, surprise } from '../../src/extract/letter-pairs.ts';
import { isNoise, surpriseOf } from '../../src/extract/noise.ts';
import { read, texts } from './make.ts';

const paragraphs = [
  'La reunión de las cooperativas aprobó el acta de la sesión anterior y fijó la fecha de la próxima en la ciudad sede, con el voto favorable de todas las delegaciones presentes y sin observaciones de la secretaría.',
  'A reunião das cooperativas aprovou a ata da sessão anterior e marcou a data da próxima, com o voto favorável de todas as delegações presentes e sem observações da secretaria executiva do conselho regional.',
  'The meeting of the cooperatives approved the minutes of the session before and set the date of the next one, with the votes of all delegations that were present and without any remark of the secretariat.',
];

/** Each letter as the one that a key puts in its place, accents left out. */
function enciphered(text: string, key: readonly string[]): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[a-z]/g, (letter) => key[letter.charCodeAt(0) - 97] ?? letter)
    .replace(/[A-Z]/g, (letter) => (key[letter.charCodeAt(0) - 65] ?? letter).toUpperCase());
}

describe('a text layer that is noise', () => {
  it('is none in Spanish, Portuguese and English, in capitals or in tables of numbers', () => {
    for (const text of paragraphs) {
      expect(isNoise(text)).toBe(false);
      expect(isNoise(text.toUpperCase())).toBe(false);
    }
    expect(isNoise(Array.from({ length: 300 }, (_, row) => `${row},5 1.234,00`).join('\n'))).toBe(false);
    expect(
      isNoise('................................ 12 ________________________________ \u2022 \u2022 \u2022'),
    ).toBe(false);
    expect(isNoise('Ελληνική Δημοκρατία '.repeat(20))).toBe(false);
    expect(isNoise('人人生而自由，在尊严和权利上一律平等。'.repeat(20))).toBe(false);
  });

  it('is found where letters stand for others, whatever the key', () => {
    const letters = Array.from('abcdefghijklmnopqrstuvwxyz');
    const key = fc.shuffledSubarray(letters, { minLength: 26, maxLength: 26 });
    fc.assert(
      fc.property(key, fc.constantFrom(...paragraphs), (shuffled, text) => {
        // A key that leaves the frequent letters nearly as they are leaves the text legible.
        fc.pre(
          Array.from('aeionrst').filter((letter) => enciphered(letter, shuffled) !== letter).length >= 7,
        );
        const own = surpriseOf(text).mean;
        expect(surpriseOf(enciphered(text, shuffled)).mean).toBeGreaterThan(own + 1);
      }),
    );
    const shifted = paragraphs.map((text) =>
      text.replace(/[!-~]/g, (unit) => String.fromCharCode(unit.charCodeAt(0) - 29)),
    );
    expect(shifted.map(isNoise)).toEqual([true, true, true]);
    const reversed = letters.toReversed();
    expect(paragraphs.map((text) => isNoise(enciphered(text, reversed)))).toEqual([true, true, true]);
  });

  it('is found where characters have no meaning, but not for a few bullets', () => {
    const [text = ''] = paragraphs;
    const own = text.replace(/[a-z]/g, (letter) => String.fromCharCode(0xe000 + letter.charCodeAt(0)));
    expect(isNoise(own)).toBe(true);
    expect(isNoise('\ufffd'.repeat(40))).toBe(true);
    expect(isNoise(`\uf0b7 ${text}\n\uf0b7 ${text}`)).toBe(false);
    expect(isNoise('\uf0b7')).toBe(false);
  });

  it('is found where words are made of several scripts', () => {
    expect(isNoise('Кoнceйo дeл Пaís aпpoбó лa dиpecтивa '.repeat(8))).toBe(true);
  });

  it('is not claimed of what is too short to tell', () => {
    fc.assert(fc.property(fc.stringMatching(/^[a-z ]{0,40}$/), (text) => !isNoise(text)));
    expect(isNoise('')).toBe(false);
  });
});

describe('the table of pairs of letters', () => {
  it('is what the bundled sample gives', { timeout: 120_000 }, async () => {
    const corpus = join(import.meta.dirname, '../../corpus/documents');
    const counts = Array.from(alphabet, () => Array.from(alphabet, () => 0.5));
    for (const path of globSync('**/*.{pdf,docx,html,md,txt}', { cwd: corpus })) {
      for (const line of texts(await read(path, new Uint8Array(readFileSync(join(corpus, path)))))) {
        const folded = line
          .normalize('NFD')
          .replace(/\p{M}+/gu, '')
          .toLowerCase();
        for (const [word] of folded.matchAll(/(?<!\p{L})[a-z]{2,}(?!\p{L})/gu)) {
          const padded = `_${word}_`;
          for (let i = 1; i < padded.length; i++) {
            const row = counts[alphabet.indexOf(padded.charAt(i - 1))] ?? [];
            const column = alphabet.indexOf(padded.charAt(i));
            row[column] = (row[column] ?? 0) + 1;
          }
        }
      }
    }
    const table = counts.map((row) => {
      const total = row.reduce((sum, count) => sum + count, 0);
      return row.map((count) => Math.min(15, Math.round(-Math.log2(count / total))).toString(16)).join('');
    });
    expect(surprise).toEqual(table);
  });
});
