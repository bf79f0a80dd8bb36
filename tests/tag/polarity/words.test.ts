import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lexiconLanguages } from '../../../src/model/passage.ts';
import { Speech } from '../../../src/model/speech.ts';
import { tokensOf } from '../../../src/tag/polarity/tokens.ts';
import { createWords } from '../../../src/tag/polarity/words.ts';
import { readSpeech } from '../../lexicons/read.ts';
import { judgeMarked } from '../../support/judged.ts';

const tokenOf = (text: string) => tokensOf(text, { start: 0, end: text.length })[0];
const among = (text: string, ...written: readonly string[]) => createWords(written).has(tokenOf(text));

describe('createWords', () => {
  it('has a word whatever its case and accents', () => {
    expect(among('Unión', 'union')).toBe(true);
    expect(among('uniones', 'union')).toBe(false);
    expect(among('union', 'unión')).toBe(true);
  });

  it('has all that begin as a beginning does, and the beginning itself', () => {
    expect(among('críticos', 'critic*')).toBe(true);
    expect(among('critic', 'critic*')).toBe(true);
    expect(among('criti', 'critic*')).toBe(false);
    expect(among('acritico', 'critic*')).toBe(false);
    expect(among('il', 'a*')).toBe(false);
  });

  it('tells accents apart where they are asked for', () => {
    expect(among('É', '=é')).toBe(true);
    expect(among('e', '=é')).toBe(false);
  });

  it('has nothing where there is no word or no list', () => {
    expect(createWords(['union']).has(undefined)).toBe(false);
    expect(among('union')).toBe(false);
  });

  it('agrees with a search of the whole list', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 5 });
    const entry = fc.tuple(letters, fc.boolean());
    fc.assert(
      fc.property(fc.array(entry), letters, (entries, word) => {
        const written = entries.map(([text, isBeginning]) => (isBeginning ? `${text}*` : text));
        const expected = entries.some(([text, isBeginning]) =>
          isBeginning ? word.startsWith(text) : word === text,
        );
        expect(among(word, ...written)).toBe(expected);
      }),
    );
  });
});

describe('the words that the project ships', () => {
  const speech = readSpeech();

  it('are none twice and none that a beginning of their list has already', () => {
    for (const language of lexiconLanguages)
      for (const [kind, list] of Object.entries(speech[language]?.words ?? {}))
        for (const word of list) {
          const rest = list.filter((one, i) => one !== word || i !== list.indexOf(word));
          const plain = word.replace(/[=*]/gu, '');
          expect(rest.length, `${language} ${kind}: ${word}`).toBe(list.length - 1);
          expect(createWords(rest).has(tokenOf(plain)), `${language} ${kind}: ${word}`).toBe(false);
        }
  });

  it.each([
    ['group', 'red', 'es', 'en'],
    ['group', 'mayor', 'en', 'es'],
    ['group', 'oficina', 'es', 'pt'],
    ['title', 'don', 'es', 'en'],
    ['claim', 'decía', 'es', 'en'],
    ['verdict', 'no', 'es', 'pt'],
    ['negation', 'no', 'es', 'pt'],
    ['held', 'put', 'en', 'es'],
    ['being', 'é', 'pt', 'es'],
  ] as const)(
    'are read in their language alone: %s has `%s` in %s and not in %s',
    (kind, word, own, other) => {
      const has = (language: 'en' | 'es' | 'pt') =>
        createWords(speech[language]?.words[kind] ?? []).has(tokenOf(word));
      expect(has(own)).toBe(true);
      expect(has(other)).toBe(false);
    },
  );

  it('hold no more than their words: a beginning takes in nothing else that the texts have', () => {
    const claims = createWords([...(speech.es?.words.claim ?? []), ...(speech.en?.words.claim ?? [])]);
    for (const word of ['creation', 'credit', 'decade', 'decisión', 'década', 'crecimiento'])
      expect(claims.has(tokenOf(word)), word).toBe(false);
    for (const word of ['decía', 'declaró', 'creen', 'sostiene', 'claims', 'maintained'])
      expect(claims.has(tokenOf(word)), word).toBe(true);
  });

  it('name a speaker without a capital, unlike a thing', () => {
    const voice = (holder: string) =>
      judgeMarked(`Para ${holder}, las ferias son {un complemento del mercado}.`, 'es', 'A').voice;
    expect(voice('los banqueros')).toBe('neutral');
    expect(voice('el presupuesto')).toBe('own');
  });

  it('are single words, which the schema says', () => {
    const es = speech.es;
    const parse = (list: readonly string[]) =>
      Speech.safeParse({ es: { ...es, words: { ...es?.words, group: list } } }).success;
    expect(parse(['banco', 'critic*', '=é'])).toBe(true);
    for (const wrong of ['', 'el banco', '(a|b)', '[a]', '*', '=', 'a*b', '~2', '=a*'])
      expect(parse([wrong]), wrong).toBe(false);
    expect(parse([])).toBe(false);
  });

  it('are asked for of every kind', () => {
    const { title: _, ...rest } = speech.es?.words ?? {};
    expect(Speech.safeParse({ es: { ...speech.es, words: rest } }).success).toBe(false);
  });
});
