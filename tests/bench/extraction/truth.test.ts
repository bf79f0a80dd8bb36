import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { syntheticDocuments } from '../../../bench/extraction/documents.ts';
import { tokensOf } from '../../../bench/extraction/tokens.ts';
import { MarkedDocument, type MarkedPage, readMarked } from '../../../bench/extraction/truth.ts';
import { type PrintedWord, printedWords } from '../../../bench/extraction/words.ts';

/** Words of ten points in height on lines of twelve, from a picture of the page; two blanks part columns. */
function printed(picture: readonly string[]): readonly PrintedWord[] {
  return picture.flatMap((line, row) =>
    [...line.matchAll(/\S+/g)].map(({ 0: text, index }) => ({
      text,
      left: 5 * index,
      right: 5 * (index + text.length),
      top: 12 * row,
      bottom: 12 * row + 10,
      level: true,
    })),
  );
}

const words = printed(['head    head2', 'one two  five-', 'three    six', 'four']);
const marked: MarkedPage = {
  page: 0,
  continues: false,
  words: 8,
  units: [
    {
      kind: 'body',
      boxes: [
        [0, 12, 40, 46],
        [45, 12, 80, 34],
      ],
    },
  ],
  furniture: [{ kind: 'header', boxes: [[0, 0, 100, 10]] }],
  hyphens: { joined: [[57.4, 17.3]], kept: [] },
};

describe('readMarked', () => {
  it('reads rectangles one after the other, line by line, whatever the order of the words in the file', () => {
    const { units, furniture } = readMarked(marked, words.toReversed());
    expect(units[0]?.words.map(({ text }) => text)).toEqual(['one', 'two', 'three', 'four', 'five-', 'six']);
    expect(units[0]?.words.map(({ hyphen }) => hyphen)).toEqual([null, null, null, null, 'joined', null]);
    expect(furniture[0]?.words.map(({ text }) => text)).toEqual(['head', 'head2']);
  });

  it('refuses a page that has other words than when it was marked', () => {
    expect(() => readMarked(marked, words.slice(1))).toThrow(/page 0: expected 8 words .* got 7/);
    expect(() => readMarked({ ...marked, furniture: [] }, words)).toThrow(/every word to be marked, got 2/);
    const twice = { joined: [[57.4, 17.3]], kept: [[300, 300]] } satisfies Record<string, [number, number][]>;
    expect(() => readMarked({ ...marked, hyphens: twice }, words)).toThrow(/2 hyphens .* got 1/);
  });
});

describe('printedWords', () => {
  it.each(syntheticDocuments())('finds what was set in $name', async ({ file, truths }) => {
    const bytes = readFileSync(file);
    const pages = await truths(bytes);
    const found = await printedWords(
      bytes,
      pages.map(({ page }) => page),
    );
    for (const truth of pages) {
      const set = [...truth.units, ...truth.furniture].flatMap((unit) => unit.words.map(({ text }) => text));
      const unseen = /^(hidden|words|that|nobody|reads|lie|outside|the|page)$/;
      const bag = (texts: readonly string[]) =>
        tokensOf(texts.join(' '))
          .map(({ form }) => form)
          .sort();
      const seen = bag(found.get(truth.page)?.map(({ text }) => text) ?? []);
      const left = seen.filter((form) => !unseen.test(form));
      expect(left).toEqual(bag(set).filter((form) => !unseen.test(form)));
    }
  });
});

describe('the marked pages', () => {
  const folder = join(import.meta.dirname, '../../../bench/extraction/pages');
  const files = globSync('*.json', { cwd: folder }).map((file) => readFileSync(join(folder, file), 'utf8'));

  it('are at least 25, and hold places, kinds and a checksum but no text', () => {
    const documents = files.map((text) => MarkedDocument.parse(JSON.parse(text)));
    expect(documents.flatMap(({ pages }) => pages).length).toBeGreaterThanOrEqual(25);
    const strings = files.flatMap((text, f) => {
      const found = [...text.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, string = '']) => string);
      return found.filter((string) => string !== documents[f]?.file && string !== documents[f]?.sha256);
    });
    expect([...new Set(strings)].filter((string) => !/^[a-z_0-9]{1,11}$/.test(string))).toEqual([]);
  });
});
