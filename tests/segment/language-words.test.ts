import { describe, expect, it } from 'vitest';
import { absent, commonWords, endings, shares, tableLanguages } from '../../src/segment/language-words.ts';
import { madeUp } from '../support/sentences.ts';

describe.each(tableLanguages)('the table of %s', (language) => {
  const classes = Object.entries(commonWords[language]).map(
    ([name, list]) => [name, list.split(' ')] as const,
  );
  const words = classes.flatMap(([, list]) => list);

  it('holds composed lower-case words without apostrophes', () => {
    for (const word of words) expect(word).toMatch(/^\p{Ll}+$/u);
    for (const word of words) expect(word).toBe(word.normalize('NFC'));
  });

  it('has enough of the most frequent words, each in one class', () => {
    expect(classes.map(([name]) => name)).toEqual(Object.keys(shares));
    const first = commonWords[language].first.split(' ');
    expect(first.length).toBeGreaterThanOrEqual(8);
    expect(words.length).toBeGreaterThanOrEqual(120);
    expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([]);
  });

  it('claims no more of a running text than there is', () => {
    const claimed = classes.map(([name, list]) => shares[name as keyof typeof shares] * list.length);
    expect(claimed.reduce((sum, share) => sum + share, 0)).toBeLessThan(1);
  });

  it('has no common word with letters that it says the language lacks, and no ending twice', () => {
    const lacking = absent[language].split(' ').filter((mark) => mark.length > 1 || !/[a-z]/u.test(mark));
    expect(words.filter((word) => lacking.some((mark) => word.includes(mark)))).toEqual([]);
    const tails = endings[language].split(' ');
    expect(tails.filter((tail, i) => tails.indexOf(tail) !== i)).toEqual([]);
  });

  it('covers at least a third of made-up sentences of its language', () => {
    const found =
      madeUp[language].long
        .join(' ')
        .toLowerCase()
        .match(/\p{L}+/gu) ?? [];
    expect(found.filter((word) => words.includes(word)).length / found.length).toBeGreaterThan(1 / 3);
  });
});
