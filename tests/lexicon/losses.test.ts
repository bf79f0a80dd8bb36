import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportLexicon } from '../../src/app/dictionaries.ts';
import { lossesOf } from '../../src/lexicon/losses.ts';
import { writeTable } from '../../src/lexicon/table.ts';
import { describeLoss, dictionaryFormats } from '../../src/model/dictionary.ts';
import type { LexiconSource } from '../../src/model/lexicon.ts';
import { lexiconLanguages } from '../../src/model/passage.ts';
import { readLexicons } from '../lexicons/read.ts';
import { makeSource } from '../tag/make.ts';
import { yaml } from './formats/make.ts';

const made = makeSource({
  a: {
    layer: 'frame',
    categories: {
      x: {
        es: ['uno', { pattern: 'dos', names: 'opponent', yes: ['dos'], no: ['tres'] }],
        pt: ['um'],
        matches: { es: ['uno'], pt: ['um'] },
      },
    },
  },
  m: { layer: 'mask', categories: { x: { es: ['once'] } } },
});
const actors = { ana: { name: 'Ana', aliases: ['Ana'] } };
const small: LexiconSource = {
  ...made,
  themes: made.themes.map((one, at) => (at === 0 ? { ...one, theme: { ...one.theme, actors } } : one)),
  lines: new Map([
    ['a.yaml', (path: readonly unknown[]) => 10 * path.length],
    ['categories.yaml', () => 3],
  ]),
};

describe('what a dictionary of another program has no place for', () => {
  it('is told by kind and line', () => {
    expect(lossesOf(small, 'es', 'yml').map(describeLoss)).toEqual([
      '1 layers of themes: a.yaml:10',
      '1 actors: a.yaml:20',
      '1 definitions of categories: a.yaml:30',
      '2 sentences of categories: a.yaml:50',
      '2 reasons of terms: a.yaml:50',
      '1 what terms name: a.yaml:60',
      '2 sentences of terms: a.yaml:50',
      '1 terms of other languages: a.yaml:50',
      '1 categories of the claim: categories.yaml:3',
    ]);
  });

  it('leaves out what the format holds, and the cues of the program', () => {
    const kinds = (source: LexiconSource, format: 'ykd' | 'yml') =>
      lossesOf(source, 'es', format).map(({ kind }) => kind);
    expect(kinds(small, 'ykd')).not.toContain('definitions of categories');
    const { speech } = readLexicons();
    if (speech === undefined) throw new Error('expected cues of speech');
    expect(kinds({ ...small, speech }, 'yml')).not.toContain('cues of speech');
    const own = new Map([...(small.lines ?? []), ['lexicons/speech.yaml', () => 7] as const]);
    const found = lossesOf({ ...small, speech, lines: own }, 'es', 'yml').at(-1);
    expect(found).toMatchObject({
      kind: 'cues of speech',
      places: [{ file: 'lexicons/speech.yaml', lines: [7] }],
    });
  });

  it('counts with what goes out or is refused every row of the whole lexicon as a table', () => {
    const shipped = readLexicons();
    // Rows by what they are, read from the table by its columns alone.
    const rows = writeTable({ ...shipped, themes: shipped.themes.filter(isCounted) }).split('\n');
    const rowsWith = (pattern: RegExp) => rows.filter((row) => pattern.test(row)).length;
    for (const language of lexiconLanguages) {
      const lost = new Map(lossesOf(shipped, language, 'yml').map(({ kind, count }) => [kind, count]));
      const terms = rowsWith(/,term,(en|es|pt),/);
      expect((lost.get('reasons of terms') ?? 0) + (lost.get('terms of other languages') ?? 0)).toBe(terms);
      expect(lost.get('reasons of terms')).toBe(rowsWith(new RegExp(`,term,${language},`)));
      expect(lost.get('sentences of categories')).toBe(rowsWith(/,(matches|rejects),(en|es|pt),/));
      expect(lost.get('definitions of categories')).toBe(rowsWith(/,category,,,/));
      expect(lost.get('categories of the claim')).toBe(rowsWith(/,code,,/));
      expect(lost.get('cues of speech')).toBe(rowsWith(/,speech,(en|es|pt),/));
    }
  });

  it('is nothing of a table of the whole lexicon', () => {
    expect(exportLexicon(small, 'csv', null, yaml).lost).toEqual([]);
    for (const format of dictionaryFormats)
      expect(exportLexicon(small, format, 'es', yaml).lost).toEqual(lossesOf(small, 'es', format));
  });

  it('names few lines one by one, and of many the first and the last', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 99_999 }), { maxLength: 30 }), (numbers) => {
        const lines = numbers.toSorted((a, b) => a - b);
        const told = describeLoss({ kind: 'actors', count: 40, places: [{ file: 'a.yaml', lines }] });
        const named = told.replace('40 actors: a.yaml', '').match(/\d+/g)?.map(Number) ?? [];
        expect(named).toEqual(lines.length > 8 ? [lines[0], lines.at(-1)] : lines);
      }),
    );
  });
});

function isCounted({ theme }: LexiconSource['themes'][number]): boolean {
  return theme.layer !== 'mask' && theme.layer !== 'cue';
}
