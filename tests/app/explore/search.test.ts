import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { lineColumns, lineRows, lineTable } from '../../../src/app/explore/search.ts';
import type { SearchPage } from '../../../src/model/search.ts';
import { passageId } from '../../../src/model/units.ts';

const lineOf = (at: number) => ({
  file: `${at}.txt`,
  institution: null,
  date: null,
  page: '1',
  passage: passageId('0123456789abcdef-0123456789ab'),
  left: 'a\n b ',
  hit: '=1+1',
  right: '',
});

async function* pages(sizes: readonly number[], left = 0): AsyncGenerator<SearchPage> {
  let made = 0;
  for (const size of sizes) {
    const lines = Array.from({ length: size }, () => lineOf(made++));
    yield { lines, total: 9, more: false, left, next: null };
  }
}

async function gathered(parts: AsyncIterable<readonly string[][]>): Promise<readonly string[][]> {
  return (await Array.fromAsync(parts)).flat();
}

describe('a table of hits', () => {
  it('has a row for every line, and says nothing more where that is all', async () => {
    const rows = await gathered(lineRows(pages([3, 2])));
    expect(rows.map(([file]) => file)).toEqual(['0.txt', '1.txt', '2.txt', '3.txt', '4.txt']);
    expect(rows[0]?.[lineColumns.indexOf('left')]).toBe('a b ');
    expect(await gathered(lineRows(pages([])))).toEqual([]);
  });

  it('says at its end how much is left out', async () => {
    const sorted = await gathered(lineRows(pages([2, 2], 7)));
    expect(sorted.map(([file]) => file).slice(0, -1)).toEqual(['0.txt', '1.txt', '2.txt', '3.txt']);
    expect(sorted.at(-1)?.[0]).toMatch(/^7 passages with hits left out: sorted are the first 4 hits/);
    const cut = await gathered(lineRows(pages([2, 2, 2]), 3));
    expect(cut.map(([file]) => file)).toEqual([
      ...['0.txt', '1.txt', '2.txt'],
      expect.stringMatching(/^3 lines left out: a sheet holds no more/),
    ]);
    expect(new Set(cut.map((row) => row.length))).toEqual(new Set([lineColumns.length]));
  });

  it('says at its end where there was no time for more', async () => {
    const late = await gathered(
      lineRows(
        (async function* () {
          yield* pages([2]);
          yield null;
        })(),
      ),
    );
    expect(late.map(([file]) => file)).toEqual([
      ...['0.txt', '1.txt'],
      expect.stringMatching(/^all further lines left out: .*export part by part/),
    ]);
  });

  it('is CSV with its header once, and no cell of it is a formula', async () => {
    const text = (await Array.fromAsync(lineTable(lineRows(pages([2, 2], 1))))).join('');
    const rows: Record<string, string>[] = parse(text, { bom: true, columns: true });
    expect(rows.map(({ file }) => file)).toEqual([
      ...['0.txt', '1.txt', '2.txt', '3.txt'],
      expect.stringMatching(/^1 passage with hits/),
    ]);
    expect(rows[0]?.['hit']).toBe("'=1+1");
  });
});
