/// <reference path="../src/tag/natural.d.ts" />

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import spanish from 'natural/lib/natural/stemmers/porter_stemmer_es.js';
import portuguese from 'natural/lib/natural/stemmers/porter_stemmer_pt.js';
import type { LexiconSource } from '../src/model/lexicon.ts';
import { type LexiconLanguage, lexiconLanguages } from '../src/model/passage.ts';
import { resolveLexicon } from '../src/tag/resolve.ts';
import { stemmers } from '../src/tag/stems.ts';
import { fold } from '../src/text/fold.ts';
import { readLexicons } from '../tests/lexicons/read.ts';
import { codeOf, type Frame, readGold, seen, tagGold } from './support/gold.ts';

/**
 * What stems bring. First, how many written words of the real documents one stemmed word of the lexicons
 * stands for. Then, how many of the pairs that the stemmers join in accented text are joined in text that lost its
 * accents, with the endings put back (as shipped) and without. Then, the passages that two readers
 * coded, tagged with the lexicons as they are and with every stemmed word taken as it is written.
 * Run: TITRATE_REAL=<folder> node bench/stems.ts
 */
const real = process.env['TITRATE_REAL'];
if (real === undefined)
  throw new Error('Expected TITRATE_REAL to name the folder with real documents, got nothing');

const source = readLexicons();
const stemmed = /(?<=[\s([|"]|^)(\p{L}+)~(?=[\s)\]|"]|$)/gu;
const bare = (word: string): string => fold(word, { case: false, accents: false });

/** The words of the documents that a study of the folder would hold, by language of the folder they lie in. */
function words(language: LexiconLanguage): ReadonlySet<string> {
  const folders = { es: ['sse/ar', 'sse/uy', 'movement/casa-rosada'], pt: ['movement/mst'], en: ['sse/p2p'] };
  const found = new Set<string>();
  for (const folder of folders[language]) {
    for (const name of readdirSync(join(real ?? '', 'data', folder), { recursive: true, encoding: 'utf8' })) {
      const file = join(real ?? '', 'data', folder, name);
      if (!['.txt', '.md'].includes(extname(file)) || !statSync(file).isFile()) continue;
      for (const [word] of readFileSync(file, 'utf8')
        .toLowerCase()
        .matchAll(/\p{L}{3,}/gu))
        found.add(word);
    }
  }
  return found;
}

/** Every stemmed word of the lexicons in a language. */
function stemsIn(language: LexiconLanguage): readonly string[] {
  const patterns = source.themes.flatMap(({ theme }) =>
    Object.values(theme.categories).flatMap(({ terms }) =>
      (terms[language] ?? []).map(({ pattern }) => pattern),
    ),
  );
  return [
    ...new Set(patterns.flatMap((pattern) => [...pattern.matchAll(stemmed)].map(([, word = '']) => word))),
  ].sort();
}

console.log('Written words that a stemmed word stands for, in the documents of the language');
console.table(
  Object.fromEntries(
    lexiconLanguages.map((language) => {
      const own = stemsIn(language);
      const all = [...words(language)];
      const stem = stemmers[language];
      const byStem = Map.groupBy(all, stem);
      const forms = own.flatMap((word) => byStem.get(stem(word)) ?? []);
      return [
        language,
        {
          'stemmed words': own.length,
          forms: forms.length,
          'forms a word': (forms.length / Math.max(1, own.length)).toFixed(1),
        },
      ];
    }),
  ),
);

/** Every two words that have one stem. */
function joined(all: readonly string[], stem: (word: string) => string): ReadonlySet<string> {
  return new Set(
    [...Map.groupBy(all, stem).values()].flatMap((group) =>
      group.flatMap((one, i) => group.slice(i + 1).map((other) => `${one} ${other}`)),
    ),
  );
}

console.log(
  '\nPairs of words joined once accents are gone, against those that the stemmers join in accented text',
);
console.table(
  Object.fromEntries(
    Object.entries({ es: spanish, pt: portuguese }).flatMap(([language, stemmer]) => {
      // One spelling of a word, the one with accents: capitals in the documents have lost theirs already.
      const spelled = Map.groupBy(words(language as 'es' | 'pt'), bare);
      const all = [...spelled.values()].flatMap((forms) => forms.toSorted().at(-1) ?? []);
      const truth = joined(all, (word) => bare(stemmer.stem(word)));
      const ways = {
        'as shipped': (word: string) => bare(stemmers[language as 'es' | 'pt'](bare(word))),
        'stemmer on bare words': (word: string) => bare(stemmer.stem(bare(word))),
      };
      return Object.entries(ways).map(([name, stem]) => {
        const found = joined(all, stem);
        const right = [...found].filter((pair) => truth.has(pair)).length;
        return [
          `${language} ${name}`,
          { kept: (right / truth.size).toFixed(3), right: (right / found.size).toFixed(3) },
        ];
      });
    }),
  ),
);

/** The lexicons with each stemmed word as it is written, and no examples, which may need the stem. */
function withoutStems({ themes, categories }: LexiconSource): LexiconSource {
  return {
    categories,
    themes: themes.map(({ file, theme }) => ({
      file,
      theme: {
        ...theme,
        categories: Object.fromEntries(
          Object.entries(theme.categories).map(([name, category]) => [
            name,
            {
              ...category,
              terms: Object.fromEntries(
                Object.entries(category.terms).map(([language, terms]) => [
                  language,
                  terms.map((term) => ({ ...term, pattern: term.pattern.replace(stemmed, '$1') })),
                ]),
              ),
            },
          ]),
        ),
      },
    })),
  };
}

const gold = readGold(real);
const lexicons = { 'with stems': source, 'as written': withoutStems(source) };
const rows = Object.entries(lexicons).flatMap(([name, one]) => {
  const { lexicon } = resolveLexicon(one);
  const tags = tagGold(lexicon, gold);
  const see = seen(lexicon, tags);
  const touched = new Set(
    lexicon.terms
      .filter(({ pattern }) => name === 'with stems' && /\p{L}~/u.test(pattern))
      .map(({ id }) => id),
  );
  return (['PE', 'NEP', 'ADD'] as const satisfies readonly Frame[]).map((frame) => {
    const judged = gold.filter(({ readers }) => readers(frame, 1) === readers(frame, 2));
    const wanted = judged.filter(({ readers }) => readers(frame, 1));
    const found = judged.filter(({ id }) => see(id, codeOf[frame]));
    const right = found.filter(({ readers }) => readers(frame, 1));
    return [
      `${frame} ${name}`,
      {
        precision: `${right.length}/${found.length}`,
        recall: `${right.length}/${wanted.length}`,
        tags: [...tags.values()].flat().filter(({ blocked }) => blocked === null).length,
        'by stemmed terms': [...tags.values()]
          .flat()
          .filter(({ term, blocked }) => blocked === null && touched.has(term)).length,
      },
    ] as const;
  });
});
console.log('\nPassages that two readers coded, with stems and with the same words as they are written');
console.table(Object.fromEntries(rows));
