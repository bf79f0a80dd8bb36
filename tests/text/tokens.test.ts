import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTokenizer } from '../../src/text/tokens.ts';

const tokenize = createTokenizer();

/** The words of a text with `|` wherever a phrase may not pass. */
function show(text: string): string {
  const { length, starts, ends, broken } = tokenize(text);
  return Array.from(
    { length },
    (_, i) => `${broken[i] === 1 ? '| ' : ''}${text.slice(starts[i], ends[i])}`,
  ).join(' ');
}

describe('the words of a text', () => {
  it.each([
    ['spaces of any kind part words', 'a\tb\u00a0c\nd', 'a b c d'],
    [
      'sentence and list punctuation breaks phrases',
      'a. b, c; d: e! ¿f? (g) [h] • i',
      'a | b | c | d | e | f | g | h | i',
    ],
    ['quotes do not', 'la «economía» "social" y ‘popular’', 'la economía social y popular'],
    ['hyphens part words only', 'win-win win–win a‑b c‐d', 'win win win win a b c d'],
    ['a dash apart from the word before it breaks', 'a - b – c −d', 'a | b | c | d'],
    ['a hanging hyphen does not', 'small- and medium-sized', 'small and medium sized'],
    ['a long dash always does', 'a—b c ― d', 'a | b c | d'],
    ['so does a doubled hyphen', 'social--economía', 'social | economía'],
    ['apostrophes of both kinds part words only', "workers' d’água don't", 'workers d água don t'],
    ['slashes part words only', 'y/o social/solidaria', 'y o social solidaria'],
    [
      'inclusive spellings are one word',
      'l@s niños/as, trabajador@s. todxs(as)',
      'l@s niños/as | trabajador@s | todxs(as)',
    ],
    ['but bracketed text is not an ending', 'ley (as) art.5(a)', 'ley | as | art | 5 | a'],
    ['numbers keep their points and commas', 'en 1.234,50 y 1,5.', 'en 1.234,50 y 1,5'],
    ['acronyms keep their dots', 'EE.UU. y la U.S. aid', 'EE.UU y la U.S aid'],
    ['letters in a list are no acronym', 'a. b. c', 'a | b | c'],
    ['a sentence without its space still ends', 'solidaria.La economía...y', 'solidaria | La economía | y'],
    ['addresses are no words', 'a http://b.c/d-e f www.g.org h i@j.org k', 'a | f | h | k'],
    ['an ampersand is a word', 'R&D & co', 'R & D & co'],
    ['footnote marks do not break', 'social¹ y* popular', 'social y popular'],
    ['invisible characters stay inside words', 'coope\u00adra\u200btiva', 'coope\u00adra\u200btiva'],
    ['letters beyond the first plane are letters', '𐐨𐐩 b', '𐐨𐐩 b'],
    ['symbols and pictures break', 'a 😀 b 50% c', 'a | b 50 | c'],
    ['lone surrogates break', 'a\ud800b \udc00c', 'a | b | c'],
    ['nothing has no words', '', ''],
    ['punctuation alone has none', ' .,-()', ''],
  ])('%s', (_, text, words) => {
    expect(show(text)).toBe(words);
  });

  it('counts extra letters as letters', () => {
    const text = 'auto* (?b)';
    const { length, starts, ends } = createTokenizer('*?')(text);
    expect(Array.from({ length }, (_, i) => text.slice(starts[i], ends[i]))).toEqual(['auto*', '?b']);
  });

  it('are in order, apart, not empty, and hold every letter that is in no address', () => {
    const text = fc.array(
      fc.constantFrom('a', 'É', 'n\u0303', '1', '.', ',', '-', ' ', '(', 's)', '/', '’', '𐐨', '😀', '\ud800'),
    );
    fc.assert(
      fc.property(text, (parts) => {
        const joined = parts.join('');
        const { length, starts, ends } = tokenize(joined);
        let rest = '';
        let last = 0;
        for (let i = 0; i < length; i++) {
          const [start = -1, end = -1] = [starts[i], ends[i]];
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          rest += joined.slice(last, start);
          last = end;
        }
        expect(rest + joined.slice(last)).not.toMatch(/[\p{L}\p{Nd}]/u);
      }),
    );
  });

  it.each([
    ['spaces', ' '],
    ['one word', 'a'],
    ['dotted letters', 'A.'],
    ['doubled endings', 'ab(s)'],
    ['at signs', 'a@'],
    ['numbers', '1.'],
    ['surrogates', '\ud800'],
  ])('are found in ten megabytes of %s', (_, part) => {
    const text = part.repeat(10_000_000 / part.length);
    expect(tokenize(text).length).toBeLessThan(text.length);
  });
});
