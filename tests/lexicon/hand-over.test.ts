import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportLexicon, importDictionary } from '../../src/app/dictionaries.ts';
import { writeDictionary } from '../../src/lexicon/formats/formats.ts';
import { handOver } from '../../src/lexicon/hand-over.ts';
import { readTable, writeTable } from '../../src/lexicon/table.ts';
import { slugOf } from '../../src/lexicon/tree.ts';
import { dictionaryFormats } from '../../src/model/dictionary.ts';
import type { Layer, LexiconSource, Theme } from '../../src/model/lexicon.ts';
import { type LexiconLanguage, lexiconLanguages } from '../../src/model/passage.ts';
import { createReader } from '../../src/tag/read.ts';
import { resolveLexicon } from '../../src/tag/resolve.ts';
import { readLexicons } from '../lexicons/read.ts';
import { makeSource } from '../tag/make.ts';
import { dictionaries, yaml } from './formats/make.ts';

const shipped = readLexicons();

/** The shipped lexicon without what `handOver` refuses, so that both sides hold the same terms. */
function withoutRefused(source: LexiconSource, language: LexiconLanguage, layer: Layer): LexiconSource {
  const refused = new Set(handOver(source, language).refused.map(({ place }) => place));
  return {
    categories: {},
    themes: source.themes
      .filter(({ theme }) => theme.layer === layer)
      .map(({ file, theme }) => ({
        file,
        theme: {
          ...theme,
          categories: Object.fromEntries(
            Object.entries(theme.categories).map(([name, category]) => [
              name,
              {
                ...category,
                matches: {},
                rejects: {},
                terms: {
                  [language]: category.terms[language]?.filter(
                    ({ pattern }, at) =>
                      !refused.has(`\`${theme.theme} > ${name}\`, "${pattern}"`) &&
                      // Frames spell out tens of thousands of wordings: a part of their lines stands for all.
                      (layer !== 'frame' || at % 6 === 0),
                  ),
                },
              },
            ]),
          ),
        },
      })),
  };
}

describe('a lexicon for other programs', () => {
  it('stands for every wording of a pattern, and names what it leaves out', () => {
    const source = makeSource({
      a: {
        layer: 'frame',
        categories: {
          x: { es: ['[la] (erradicación|reducción) de [la] pobreza', { pattern: 'CAN', case: 'exact' }] },
        },
      },
    });
    const { dictionary, refused } = handOver(source, 'es');
    expect(dictionary[0]?.children[0]?.entries.map(({ text }) => text)).toHaveLength(8);
    expect(refused.map(({ place, found }) => [place, found])).toEqual([
      ['`a > x`, "CAN"', 'a rule beyond them (`case`)'],
    ]);
    expect(handOver(source, 'pt').dictionary).toEqual([]);
  });

  it.each(
    lexiconLanguages.flatMap((language) =>
      (['frame', 'object', 'actor', 'marker'] as const).map((layer) => [language, layer] as const),
    ),
  )('marks the same words after export and import (%s, %s)', (language, layer) => {
    const before = withoutRefused(shipped, language, layer);
    const sentences = shipped.themes.flatMap(({ theme }) =>
      Object.values(theme.categories).flatMap(({ matches, rejects }) => [
        ...(matches[language] ?? []),
        ...(rejects[language] ?? []),
      ]),
    );
    expect(sentences.length).toBeGreaterThan(50);
    const marked = (source: LexiconSource) => {
      const read = createReader(resolveLexicon(source).lexicon.terms);
      return sentences.map((text) => read(text, language).open.map(({ start, end }) => `${start}-${end}`));
    };
    const expected = marked(before);
    expect(expected.flat().length).toBeGreaterThan(5);
    for (const format of dictionaryFormats) {
      const { text } = exportLexicon(before, format, language, yaml);
      const adoption = { file: 'a', name: 'all', language, layer, overlap: 'layer' } as const;
      const { themes, refused } = importDictionary(text, format, adoption, yaml);
      expect(refused).toEqual([]);
      expect(
        marked({ themes: themes.map((theme) => ({ file: theme.theme, theme })), categories: {} }),
      ).toEqual(expected);
    }
  });

  it('goes out and comes back as it came in, but for file and line', () => {
    let whole = 0;
    const told = (themes: readonly Theme[]) =>
      themes.map(({ theme, label, layer, categories }) => [
        // A name that is no ordinary one is not kept: the theme has one of its own.
        [theme, layer, /^[\p{L}\p{N}]+$/u.test(label) && slugOf(label) === theme ? label : theme],
        Object.entries(categories).map(([name, { terms }]) => [
          name,
          terms.pt?.map(({ pattern }) => pattern).toSorted(),
        ]),
      ]);
    fc.assert(
      fc.property(dictionaries, fc.constantFrom(...dictionaryFormats), (dictionary, format) => {
        const adoption = {
          file: 'a',
          name: 'Os Meus',
          language: 'pt',
          layer: 'marker',
          overlap: 'layer',
        } as const;
        const first = importDictionary(
          writeDictionary(dictionary, format, yaml).text,
          format,
          adoption,
          yaml,
        ).themes;
        const source = { themes: first.map((theme) => ({ file: theme.theme, theme })), categories: {} };
        const { text, refused } = exportLexicon(source, format, 'pt', yaml);
        if (refused.length > 0 || (format === 'lc3' && first.length > 1)) return;
        const second = importDictionary(text, format, adoption, yaml);
        expect(second.refused).toEqual([]);
        expect(told(second.themes)).toEqual(told(first));
        if (first.length > 0) whole++;
      }),
      { numRuns: 600 },
    );
    expect(whole).toBeGreaterThan(30);
  });

  it('refuses by name what others cannot say: rules of a term or its category, stems, expressions, masks, cues', () => {
    const near = { of: ['a'], within: 'sentence' } as const;
    const source = makeSource({
      a: {
        layer: 'frame',
        categories: {
          x: {
            es: [
              'uno',
              { pattern: 'dos', near },
              { pattern: 'tres', needs_object: { within: 3 } },
              'pobre~',
              '/co?ops?/ [libre]',
              { pattern: 'seis', yes: ['seis'], no: ['siete'] },
              'ocho ~1 nueve',
            ],
          },
          y: { es: ['diez'], not_after: near },
        },
      },
      m: { layer: 'mask', categories: { x: { es: ['once'] } } },
      c: { layer: 'cue', categories: { x: { es: ['no'] } } },
    });
    const { dictionary, refused } = handOver(source, 'es');
    expect(
      dictionary.map(({ children }) => children.map(({ entries }) => entries.map(({ text }) => text))),
    ).toEqual([[['uno', 'seis', 'ocho nueve', 'ocho * nueve']]]);
    expect(refused.map(({ place, found }) => `${place} ${found}`)).toEqual([
      '`a > x`, "dos" a rule beyond them (`near`)',
      '`a > x`, "tres" a rule beyond them (`needs_object`)',
      '`a > x`, "pobre~" the stem `pobre~`',
      '`a > x`, "/co?ops?/ [libre]" the regular expression `/co?ops?/`',
      '`a > y`, "diez" a rule beyond them (`not_after`)',
      '`m` a layer of masks',
      '`c` a layer of cues, which only serve rules',
    ]);
    expect(readTable(writeTable(source)).themes).toEqual(source.themes.map(({ theme }) => theme));
  });

  it('loses nothing as a table', () => {
    const { themes, refused } = readTable(writeTable(shipped));
    expect(refused).toEqual([]);
    expect(themes).toEqual(shipped.themes.map(({ theme }) => theme));
  });

  it('refuses rows that are none, by line', () => {
    const head = 'theme,layer,label,category,what,language,text,more';
    const rows = [
      'a,frame,A,x,term,es,b,{',
      'a,frame,A,__proto__,term,es,b,',
      'a,frame,A,x,term,fr,b,',
      'a,cloud,A,x,term,es,b,',
      'a,frame,A,x,word,es,b,',
      ',frame,A,x,term,es,b,',
    ];
    const { refused } = readTable([head, ...rows].join('\n'));
    expect(refused.map(({ place }) => place)).toEqual([2, 3, 4, 5, 6, 7]);
    const whole = readTable(`${head}\na,frame,A,x,term,es,b,"{""why"":""w""}"\n`);
    expect(whole.themes).toEqual([]);
    expect(whole.refused.map(({ place }) => place)).toContain('`a.categories.x.terms.es.0.evidence`');
  });
});
