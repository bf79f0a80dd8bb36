import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { candidates, type Evidence, evidenceOf } from '../../src/segment/language-evidence.ts';
import { commonWords, shares } from '../../src/segment/language-words.ts';
import { madeUp } from '../support/sentences.ts';

const leader = (evidence: Evidence) => candidates.toSorted((a, b) => evidence[b] - evidence[a])[0];
const lead = (evidence: Evidence) => {
  const [first = 0, second = 0] = candidates.map((one) => evidence[one]).toSorted((a, b) => b - a);
  return first - second;
};

describe('evidenceOf', () => {
  it('sums log shares of common words, by hand', () => {
    const worth = (share: number) => Math.log(share / 1e-4);
    const { en, es, words } = evidenceOf('the of and with would');
    expect(en).toBeCloseTo(3 * worth(shares.first) + worth(shares.second) + worth(shares.third), 9);
    expect(es).toBe(0);
    expect(words).toBe(5);
  });

  it('adds up over common words in any order, as a scan of the lists does', () => {
    const classOf = (word: string, language: keyof typeof commonWords) =>
      (['first', 'second', 'third'] as const).find((name) =>
        commonWords[language][name].split(' ').includes(word),
      );
    const sum = (words: readonly string[], language: keyof typeof commonWords) =>
      words.reduce((total, word) => {
        const found = classOf(word, language);
        return found === undefined ? total : total + Math.log(shares[found] / 1e-4);
      }, 0);
    const english = `${commonWords.en.second} ${commonWords.en.third}`
      .split(' ')
      .filter((word) => word.length > 1);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...english), { minLength: 6, maxLength: 20 }), (words) => {
        // Where the words alone are not sure, the n-grams join in.
        const [first = 0, second = 0] = (Object.keys(commonWords) as (keyof typeof commonWords)[])
          .map((language) => sum(words, language))
          .toSorted((a, b) => b - a);
        fc.pre(first - Math.max(second, 0) > 20);
        const evidence = evidenceOf(words.join(' '));
        for (const language of ['en', 'es', 'pt'] as const) {
          const beyond = evidence[language] - sum(words, language);
          expect(beyond).toBeCloseTo(0, 9);
        }
      }),
    );
  });

  it('has no evidence in what has no words of its own', () => {
    for (const text of [
      '',
      '…',
      '12,5 %',
      'Rosario Peralta',
      'X',
      'ana@example.org',
      'www.example.org/the/of/and',
    ])
      expect(evidenceOf(text)).toEqual({ en: 0, es: 0, pt: 0, other: 0, words: 0 });
  });

  it('takes from a list of names no more than 3 nats, whatever stands between them', () => {
    const names = fc.constantFrom(
      'João da Silva',
      'Ana dos Santos',
      'John of Kent',
      'Rui e Eva Prado',
      'Luis de la Vega Ruiz',
    );
    fc.assert(
      fc.property(fc.array(names, { minLength: 1, maxLength: 20 }), (list) => {
        const text = list.map((name) => `Ramón Ortega Paz, ${name}`).join(', ');
        expect(lead(evidenceOf(text))).toBeLessThanOrEqual(3 + 1e-9);
      }),
    );
  });

  it('is not moved by names within a sentence', () => {
    for (const [text] of [madeUp.es.long, madeUp.pt.long, madeUp.en.long])
      expect(evidenceOf(`${text} Wolfgang Müller Giuseppe Rossi`)).toEqual(evidenceOf(text));
  });

  it('leads for the language of a sentence, more with more of it, up to what is read', () => {
    for (const language of ['es', 'pt', 'en'] as const) {
      const [first, second] = madeUp[language].long;
      expect(leader(evidenceOf(first))).toBe(language);
      expect(lead(evidenceOf(`${first} ${second}`))).toBeGreaterThan(lead(evidenceOf(first)));
    }
  });

  it('reads the middle and the end of long texts', () => {
    const long = `${'— '.repeat(400)}${madeUp.pt.long.join(' ')}`;
    expect(leader(evidenceOf(long))).toBe('pt');
  });

  it('gives finite numbers for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        for (const value of Object.values(evidenceOf(text))) expect(Number.isFinite(value)).toBe(true);
      }),
    );
  });
});
