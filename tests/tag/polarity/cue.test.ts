import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFinder } from '../../../src/tag/polarity/cue.ts';
import { tokensOf } from '../../../src/tag/polarity/tokens.ts';

const find = (patterns: readonly string[], text: string) => {
  const tokens = tokensOf(text, { start: 0, end: text.length });
  return createFinder({ not: patterns })(tokens).map(({ start, end }) =>
    tokens
      .slice(start, end)
      .map(({ lower }) => lower)
      .join(' '),
  );
};

describe('a finder of cues', () => {
  it.each([
    ['far from', 'It is far from that.', ['far from']],
    ['(no|ni) [se] puede*', 'No se pueden, ni puede', ['no se pueden', 'ni puede']],
    ['lejos ~2 de', 'lejos, de; lejos muy muy de; lejos a b c de', ['lejos muy muy de']],
    ['=más', 'mas más', ['más']],
    ['a [b] [c] d', 'a d, a b d, a c d, a b c d, a c b d', ['a d', 'a b d', 'a c d', 'a b c d']],
    ['como ~3 , creemos', 'como la red , creemos', ['como la red , creemos']],
  ])('reads %s', (pattern, text, expected) => {
    expect(find([pattern], text)).toEqual(expected);
  });

  it('takes the longest at each place, and none inside another', () => {
    expect(find(['not', 'not only', 'only'], 'not only this, not that')).toEqual(['not only', 'not']);
  });

  it.each(['a (b', 'a b)', '[a', '~2 a', '[a]'])('refuses `%s`', (pattern) => {
    expect(() => createFinder({ not: [pattern] })).toThrow(RangeError);
  });

  it('finds alternatives as a scan of all their wordings does', () => {
    const word = fc.constantFrom('a', 'b', 'c', 'd');
    const phrase = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
    const phrases = fc.uniqueArray(phrase, { minLength: 1, maxLength: 5 });
    const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(phrases, text, (wordings, words) => {
        expect(find([`(${wordings.join('|')})`], words)).toEqual(
          scan(wordings, words.split(' ').filter(Boolean)),
        );
      }),
    );
  });
});

/** The naive way: at each word the longest wording that stands there. */
function scan(wordings: readonly string[], words: readonly string[]): readonly string[] {
  const found: string[] = [];
  for (let i = 0; i < words.length; ) {
    const here = wordings
      .map((wording) => wording.split(' '))
      .filter((wording) => wording.every((word, k) => words[i + k] === word))
      .sort((a, b) => b.length - a.length)[0];
    if (here !== undefined) found.push(here.join(' '));
    i += here?.length ?? 1;
  }
  return found;
}
