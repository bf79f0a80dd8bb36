import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noAct } from '../../src/model/act.ts';
import { packed, sketch, unpacked } from '../../src/relate/sketch.ts';
import { agreement, overlap } from '../../src/stats/minhash.ts';
import { act, passagesOf } from './acts.ts';

const sketched = (paragraphs: readonly string[]) => sketch(passagesOf('a', paragraphs, 'es'), noAct);

describe('a sketch', () => {
  it('is small, and empty for a document without words', () => {
    const long = Array.from({ length: 12 }, (_, seed) => act(seed, 'es', 20)).flat();
    expect(JSON.stringify(sketched(long)).length).toBeLessThan(2048);
    expect(sketched([])).toMatchObject({ words: 0, shingles: 0, wording: '', numbers: '', articles: [] });
    expect(sketched(['— … —'])).toMatchObject({ words: 0 });
  });

  it('does not see case, accents, punctuation, nor where paragraphs end', () => {
    const paragraphs = act(1, 'es', 4);
    const plain = [
      paragraphs.join(' ').normalize('NFD').toUpperCase().replace(/\p{M}/gu, '').replaceAll('.', ' —'),
    ];
    const [one, other] = [sketched(paragraphs), sketched(plain)];
    expect(other).toMatchObject({
      text: one.text,
      wording: one.wording,
      shingles: one.shingles,
      words: one.words,
    });
  });

  it('estimates how much of their wording two texts share', () => {
    const word = fc.constantFrom(...'abcdefghijkl'.split(''));
    const text = fc.array(word, { minLength: 80, maxLength: 300 });
    const shingles = (words: readonly string[]) =>
      new Set(words.slice(2).map((_, at) => words.slice(at, at + 3).join(' ')));
    fc.assert(
      fc.property(text, text, fc.nat(300), (a, b, cut) => {
        const other = [...a.slice(0, cut), ...b];
        const exact = overlap(shingles(a), shingles(other)).jaccard;
        const found = agreement(
          unpacked(sketched([a.join(' ')]).wording),
          unpacked(sketched([other.join(' ')]).wording),
        );
        expect(Math.abs(found - exact)).toBeLessThan(5 * Math.sqrt((exact * (1 - exact)) / 128) + 0.05);
      }),
      { numRuns: 100, seed: 20140601 },
    );
  });

  it('counts the words of each article in every language', () => {
    const articles = (paragraphs: readonly string[]) => sketched(paragraphs).articles;
    expect(articles(['Visto', 'Artículo 1º. Uno dos', 'tres', 'Art. 2 - Cuatro'])).toEqual([5, 3]);
    expect(articles(['ARTIGO ÚNICO. Um', 'Article 2 Two words', 'Section 3'])).toEqual([3, 4, 2]);
    expect(articles(['El artículo 3 dice', 'Articulado'])).toEqual([]);
  });

  it('says kind and number of an act in one way', () => {
    const of = (kind: 'decision' | null, number: string | null) => sketch([], { kind, number }).act;
    expect(of('decision', 'CMC/DEC. Nº 03/12')).toEqual(of('decision', 'n.º 03/12'));
    expect(of('decision', 'XIX')).toEqual({ kind: 'decision', number: 'XIX' });
    expect([of(null, '3'), of('decision', null), of('decision', '—')]).toEqual([null, null, null]);
  });

  it('keeps hashes as they are', () => {
    fc.assert(
      fc.property(fc.uint32Array(), (hashes) => {
        expect(unpacked(packed(hashes))).toEqual(hashes);
      }),
    );
  });
});
