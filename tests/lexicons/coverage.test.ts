import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { type LexiconLanguage, lexiconLanguages } from '../../src/model/passage.ts';
import { actorFinder } from '../../src/tag/actors.ts';
import { parsePattern } from '../../src/tag/pattern.ts';
import { createReader } from '../../src/tag/read.ts';
import { resolveLexicon } from '../../src/tag/resolve.ts';
import { readLexicons } from './read.ts';

const table = (file: string): unknown => parse(readFileSync(new URL(file, import.meta.url), 'utf8'));
const cell = z.strictObject({
  in: z.string(),
  en: z.string(),
  es: z.string(),
  pt: z.string(),
});
const cells = z.record(z.string(), z.record(z.string(), cell)).parse(table('coverage.yaml'));
const { 'shared names': shared = {}, ...institutions } = z
  .record(z.string(), z.record(z.string(), z.array(z.string()).min(1)))
  .parse(table('institutions.yaml'));

const { lexicon } = resolveLexicon(readLexicons());
const read = createReader(lexicon.terms);
const find = actorFinder(lexicon.actors);
const rows = Object.entries(cells).flatMap(([group, inside]) =>
  Object.entries(inside).map(([name, { in: category, ...sentences }]) => ({
    name: `${group}: ${name}`,
    category,
    sentences,
  })),
);

/** Categories of what stands in a sentence, of masks and cues too. */
function categoriesIn(sentence: string, language: LexiconLanguage): readonly string[] {
  const { open, masks, cues } = read(sentence, language);
  return [...open, ...masks, ...cues].map(({ term }) => `${term.theme}/${term.category}`);
}

describe('the field', () => {
  it.each(rows)('is seen in each language: $name', ({ category, sentences }) => {
    for (const language of lexiconLanguages)
      expect([sentences[language], ...categoriesIn(sentences[language], language)]).toContain(category);
  });

  it('has a cell in the table for every category but those that only help others', () => {
    const helpers = ['cues/not_only', 'cues/attribution_own', 'cues/additive'];
    const shown = new Set([
      ...helpers,
      ...rows.map(({ category }) => category),
      // Met by names, in the table of institutions.
      ...lexicon.terms.filter(({ layer }) => layer === 'actor').map((term) => `actors/${term.category}`),
      'masks/cooperative_adjective',
      'masks/local_money',
    ]);
    const all = new Set(lexicon.terms.map(({ theme, category }) => `${theme}/${category}`));
    expect([...all].filter((category) => !shown.has(category))).toEqual([]);
  });

  it('is told apart: no cell of a frame is seen by a frame of another theme where the table has both', () => {
    const apart = ['market_insertion', 'frontier', 'social_policy'];
    const others: Readonly<Record<string, readonly string[]>> = {
      market_insertion: ['add_on'],
      frontier: ['integration_driver'],
      social_policy: ['poverty_eradication'],
    };
    const mixed = rows
      .filter(({ category }) => apart.some((theme) => category.startsWith(`${theme}/`)))
      .flatMap(({ name, category, sentences }) =>
        lexiconLanguages
          .filter((language) =>
            categoriesIn(sentences[language], language).some((found) =>
              others[category.split('/')[0] ?? '']?.some((theme) => found.startsWith(`${theme}/`)),
            ),
          )
          .map((language) => `${name} (${language})`),
      );
    expect(mixed).toEqual([]);
  });
});

const frame: Readonly<Record<LexiconLanguage, (name: string) => string>> = {
  en: (name) => `Delegates of ${name} signed the minutes.`,
  es: (name) => `Delegados de ${name} firmaron el acta.`,
  pt: (name) => `Delegados de ${name} assinaram a ata.`,
};

/** The actors that the tags of a sentence lead to. */
function actorsIn(sentence: string, language: LexiconLanguage): readonly (string | undefined)[] {
  return read(sentence, language)
    .open.filter(({ term }) => term.layer === 'actor')
    .map(({ start, end }) => find(sentence.slice(start, end))?.id);
}

describe('an institution', () => {
  const named = Object.values(institutions).flatMap((group) =>
    Object.entries(group).flatMap(([id, names]) => names.map((name) => ({ id, name }))),
  );

  it.each(named)('is known by its name: $name', ({ id, name }) => {
    const known = lexiconLanguages.filter((language) =>
      actorsIn(frame[language](name), language).includes(id),
    );
    expect(known.length, `${name} leads to ${id} in ${known.join(', ')}`).toBeGreaterThan(0);
  });

  it.each(Object.entries(shared).flatMap(([category, names]) => names.map((name) => ({ category, name }))))(
    'whose name another country has too is seen and taken for neither: $name',
    ({ category, name }) => {
      const seen = lexiconLanguages.filter((language) =>
        categoriesIn(frame[language](name), language).includes(`actors/${category}`),
      );
      expect(seen.length).toBeGreaterThan(0);
      for (const language of lexiconLanguages)
        expect(actorsIn(frame[language](name), language).filter((id) => id !== undefined)).toEqual([]);
    },
  );

  it('is known in every language by its abbreviation, unless it is one of a ministry', () => {
    const missing = Object.entries(institutions)
      .filter(([group]) => group !== 'ministries')
      .flatMap(([, group]) => Object.entries(group))
      .flatMap(([id, names]) =>
        names
          .filter((name) => /^[\p{Lu}-]+$/u.test(name))
          .flatMap((name) =>
            lexiconLanguages
              .filter((language) => !actorsIn(frame[language](name), language).includes(id))
              .map((language) => `${name} (${language})`),
          ),
      );
    expect(missing).toEqual([]);
  });

  it('has an id for every acronym that the terms name', () => {
    const acronyms = lexicon.terms
      .filter(({ layer, exactCase }) => layer === 'actor' && exactCase)
      .flatMap(({ pattern }) => {
        const parsed = parsePattern(pattern);
        return 'fault' in parsed ? [] : parsed.sequences.map((words) => words.join(' '));
      });
    expect(acronyms.length).toBeGreaterThan(80);
    expect([...new Set(acronyms)].filter((name) => find(name) === null)).toEqual([]);
  });
});
