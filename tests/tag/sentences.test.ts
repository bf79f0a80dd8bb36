import { describe, expect, it } from 'vitest';
import { sentenceStarts } from '../../src/tag/sentences.ts';
import { createTokenizer } from '../../src/text/tokens.ts';

function sentences(text: string): readonly string[] {
  const tokens = createTokenizer()(text);
  const firsts = sentenceStarts(text, tokens);
  const words = Array.from(firsts, (first, i) => ({
    first,
    word: text.slice(tokens.starts[i], tokens.ends[i]),
  }));
  return [...Map.groupBy(words, ({ first }) => first).values()].map((own) =>
    own.map(({ word }) => word).join(' '),
  );
}

describe('the sentences of a text', () => {
  it.each([
    ['La red crece. Las ferias también.', ['La red crece', 'Las ferias también']],
    ['«¿Quién decide?» Nosotras; todas.', ['Quién decide', 'Nosotras todas']],
    [
      'Según el art. 5 de la ley, la Sra. Paz y el Dr. N. Sol.',
      ['Según el art 5 de la ley la Sra Paz y el Dr N Sol'],
    ],
    ['Creció 3.5 % en 2003, p. ej. en Lima', ['Creció 3.5 en 2003 p ej en Lima']],
    ['sin fin... pero sigue… Y acaba! 12 ferias', ['sin fin pero sigue', 'Y acaba', '12 ferias']],
    ['', []],
  ])('are cut at stops before capitals: %j', (text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });
});
