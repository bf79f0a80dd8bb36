import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { frames } from '../../sample/texts.ts';
import { extract } from '../../src/extract/extract.ts';
import { openStudy } from '../../src/io/study.ts';
import { pageText } from '../../src/model/document.ts';
import type { Passage } from '../../src/model/passage.ts';
import { sha256 } from '../../src/model/units.ts';
import { segment } from '../../src/segment/segment.ts';
import { compile } from '../../src/tag/compile.ts';
import { resolveLexicon } from '../../src/tag/resolve.ts';
import { corpus, readTruth, root, type Truth } from './corpus.ts';

type Found = { readonly row: Truth; readonly passage: Passage };
const found: Found[] = [];
const lost: Truth[] = [];
const passages: Passage[] = [];
let divided = 0;
const source = (await openStudy(root)).lexicon;

beforeAll(async () => {
  for (const [file, rows] of Map.groupBy(readTruth(), (row) => row.file)) {
    const { value } = await extract(readFileSync(corpus + file), sourceOf(file));
    if (value === null) throw new Error(`${file} could not be read`);
    const own = segment(value, { language: rows[0]?.language ?? null }).passages;
    passages.push(...own);
    if (file.endsWith('.pdf'))
      divided +=
        value.pages
          .map(pageText)
          .join('\n')
          .match(/\p{Ll}-\n\p{Ll}/gu)?.length ?? 0;
    for (const row of rows) {
      const starts = (start: string) => own.find((one) => one.text.startsWith(start.trimEnd()));
      const passage = starts(row.start) ?? starts(row.start.slice(0, 40));
      if (passage === undefined) lost.push(row);
      else found.push({ row, passage });
    }
  }
}, 120_000);

describe('the sample as the program reads it', () => {
  it('gives back every passage in one piece, but for a few parted at a page break', () => {
    expect(lost.map(({ file, start }) => `${file}: ${start}`)).toEqual([]);
    const short = found.filter(({ passage }) => passage.words < 40);
    expect(short.length).toBeLessThan(found.length / 100);
    expect(found.filter(({ row, passage }) => passage.language !== row.language)).toEqual([]);
  });

  it('has passages over a page break, words divided at a line end, and footnotes', () => {
    const crossing = found.filter(({ passage }) => new Set(passage.runs.map((run) => run.page)).size > 1);
    expect(crossing.length).toBeGreaterThan(10);
    expect(passages.filter((passage) => passage.zone === 'footnote').length).toBeGreaterThan(10);
    expect(divided).toBeGreaterThan(100);
  });

  it('shows the frames that are said with a term, and none that is paraphrased', () => {
    const { lexicon } = resolveLexicon(source);
    const matcher = compile(lexicon, { object: 'SSE' });
    const wrong = found.filter(({ row, passage }) => {
      const seen = new Set(
        matcher.read(passage.text, passage.language).open.map(({ term }) => `${term.theme}/${term.category}`),
      );
      const codes = frames.filter((code) =>
        lexicon.measured.find((one) => one.code === code)?.categories.some((category) => seen.has(category)),
      );
      if (row.decoy === '1') return codes.length !== 1;
      return codes.join(' ') !== (row.expressed === 'term' ? row.frames : '');
    });
    expect(wrong.map(({ row }) => `${row.file}: ${row.start}`)).toEqual([]);
  });
});

function sourceOf(file: string) {
  return { file, hash: sha256('0'.repeat(64)), characters: 1_000_000 };
}
