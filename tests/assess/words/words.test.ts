import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReader, type WordsSetting } from '../../../src/assess/words/read.ts';
import { tallies } from '../../../src/assess/words/tally.ts';
import { distinctiveWords } from '../../../src/assess/words/words.ts';
import type { Language, Zone } from '../../../src/model/passage.ts';
import type { Evidence } from '../../../src/model/results.ts';
import { documentId, passageId, sha256 } from '../../../src/model/units.ts';
import { notFinite } from '../../support/finite.ts';
import { plainPassage } from '../../support/parts.ts';

const setting: WordsSetting = {
  contrast: { source: ['civil_society'], policy: ['regional_body'] },
  seed: 7,
  // Passages of these tests are about the object where they carry any tag at all.
  isObject: (tags) => tags.length > 0,
  languages: {
    en: { stem: (word) => word.replace(/s$/, ''), functionWords: new Set(['the', 'and']) },
    es: { stem: (word) => word, functionWords: new Set(['las']) },
    pt: { stem: (word) => word, functionWords: new Set() },
  },
};

type Says = {
  readonly text: string;
  readonly voice?: string | null;
  readonly institution?: string;
  readonly language?: Language;
  readonly zone?: Zone;
  readonly about?: boolean;
  readonly longest?: number;
  readonly file?: string;
};

function passages(all: readonly Says[]): readonly Evidence[] {
  return all.map((said, place): Evidence => {
    const document = documentId(sha256(place.toString(16).padStart(64, '0')));
    return {
      file: said.file ?? `documents/${String(place).padStart(4, '0')}.txt`,
      title: null,
      institution: said.institution ?? `body ${place % 3}`,
      voice: said.voice === undefined ? 'civil_society' : said.voice,
      date: '2009',
      page: '1',
      passage: {
        ...plainPassage,
        id: passageId(`${document}-${'0'.repeat(12)}`),
        document,
        ordinal: 0,
        language: said.language ?? 'en',
        zone: said.zone ?? 'body',
        text: said.text,
        words: said.text.split(' ').length,
        runs: [],
      },
      lexicon: sha256('0'.repeat(64)),
      tags: said.about === false ? [] : ([{}] as unknown as Evidence['tags']),
      longest: said.longest ?? 700,
    };
  });
}

/** So many documents of a side, each with the same text. */
function many(times: number, voice: string, text: string): readonly Says[] {
  return Array.from({ length: times }, () => ({ voice, text }));
}

const common = 'the cooperative works and the market grows';

describe('distinctiveWords', () => {
  const told = distinctiveWords(
    passages([
      ...many(12, 'civil_society', `${common} commons, commons and common care`),
      ...many(12, 'regional_body', `${common} programme programmes and poverty`),
    ]),
    setting,
  );

  it('tells sides apart by stems, with counts, places and a threshold', () => {
    const [english] = told;
    expect(told.map(({ language }) => language)).toEqual(['en']);
    expect(english).toMatchObject({
      documents: { source: 12, policy: 12 },
      words: { source: 144, policy: 132, background: 276 },
      relabellings: 999,
      reason: null,
    });
    const words = new Map(english?.found.map((word) => [word.stem, word]));
    expect(words.get('common')).toMatchObject({
      word: 'commons',
      side: 'source',
      source: 36,
      policy: 0,
      institutions: 3,
    });
    expect(words.get('programme')).toMatchObject({ side: 'policy', source: 0, policy: 24, documents: 12 });
    expect(words.get('common')?.beyond).toBe(true);
    expect(words.get('market')?.beyond).toBe(false);
    expect(words.get('common')?.line).toMatchObject({ hit: 'commons', file: 'documents/0000.txt' });
    expect([...words.keys()]).not.toContain('the');
    expect(words.get('common')?.logRatio).toBeGreaterThan(3);
  });

  it('never calls a word of one long document distinctive', () => {
    const [english] = distinctiveWords(
      passages([
        ...many(8, 'civil_society', common),
        { voice: 'civil_society', text: `${common} ${'harvest '.repeat(200)}` },
        ...many(2, 'civil_society', `${common} harvest`),
        ...many(9, 'regional_body', common),
      ]),
      setting,
    );
    const harvest = english?.found.find(({ stem }) => stem === 'harvest');
    expect(harvest?.adjusted).toBeLessThan(1e-6);
    expect(harvest?.beyond).toBe(false);
  });

  it('leaves out rare words, words of one institution, boilerplate, pseudonyms and what is not about the object', () => {
    const [english] = distinctiveWords(
      passages([
        ...many(6, 'civil_society', `${common} person 7F3K2QXD`).map((one) => ({
          ...one,
          language: 'en' as const,
        })),
        ...many(6, 'regional_body', `${common} person 7F3K2QXD`),
        ...many(2, 'regional_body', 'rare'),
        ...many(4, 'civil_society', 'lonely').map((one) => ({ ...one, institution: 'one' })),
        ...many(4, 'civil_society', 'attended').map((one) => ({ ...one, zone: 'attendance' as const })),
        ...many(4, 'civil_society', 'elsewhere').map((one) => ({ ...one, about: false })),
        ...many(4, 'donor', 'outsider'),
      ]),
      setting,
    );
    expect(english?.found.map(({ stem }) => stem).toSorted()).toEqual([
      'cooperative',
      'grow',
      'market',
      'work',
    ]);
    // All passages of the language but boilerplate are its background.
    expect(english?.words.background).toBe(7 * 12 + 2 + 4 + 4 + 4);
  });

  it('keeps languages apart and says why one has no words', () => {
    const both = distinctiveWords(
      passages(
        [...many(4, 'civil_society', 'bien común'), ...many(4, 'regional_body', 'bien ajeno')].map(
          (one, place) => ({ ...one, language: place < 4 ? ('es' as const) : ('pt' as const) }),
        ),
      ),
      setting,
    );
    expect(both.map(({ language, reason }) => [language, reason])).toEqual([
      ['es', 'no_documents_on_a_side'],
      ['pt', 'no_documents_on_a_side'],
    ]);
    const single = distinctiveWords(
      passages([{ text: 'bien' }, { text: 'bien', voice: 'regional_body' }]),
      setting,
    );
    expect(single[0]).toMatchObject({ reason: 'no_word_frequent_enough', found: [], threshold: null });
    expect(distinctiveWords([], setting)).toEqual([]);
    expect(distinctiveWords(passages([{ text: 'bien', language: 'other' }]), setting)).toEqual([]);
  });

  it('quotes no more than a passage allows', () => {
    const [english] = distinctiveWords(
      passages([
        ...many(3, 'civil_society', `😀 ${common.repeat(4)} commons ${common.repeat(4)}`).map((one) => ({
          ...one,
          longest: 50,
        })),
        ...many(3, 'regional_body', common),
      ]),
      setting,
    );
    const line = english?.found.find(({ stem }) => stem === 'common')?.line;
    expect([...`${line?.left}${line?.hit}${line?.right}`].length).toBeLessThanOrEqual(50);
    expect(line?.hit).toBe('commons');
  });

  it('gives the same for the same passages, numbers alone, and no word of both sides or neither', () => {
    const text = fc.array(fc.constantFrom('care', 'poverty', 'market', 'the', '12', 'ñandú', '😀'), {
      maxLength: 8,
    });
    const one = fc.record({
      text: text.map((words) => words.join(' ')),
      voice: fc.constantFrom('civil_society', 'regional_body', 'donor', null),
      institution: fc.constantFrom('a', 'b'),
      about: fc.boolean(),
      file: fc.constant(undefined),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 30 }), (said) => {
        const items = passages(said.map(({ file: _, ...rest }) => rest));
        const found = distinctiveWords(items, setting);
        expect(notFinite(found)).toEqual([]);
        expect(distinctiveWords(items, setting)).toEqual(found);
        for (const { found: words } of found) {
          for (const word of words) {
            const counted = (voice: string) =>
              said
                .filter((one) => one.voice === voice && one.about)
                .flatMap((one) => one.text.split(' '))
                .filter(
                  (form) => form.normalize('NFD').replace(/\p{M}/gu, '').replace(/s$/, '') === word.stem,
                ).length;
            expect([word.source, word.policy]).toEqual([counted('civil_society'), counted('regional_body')]);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('stays within its bounds and says what it dropped', () => {
    const items = passages([
      { text: 'alpha beta gamma delta epsilon alpha' },
      { text: 'alpha zeta theta iota kappa', voice: 'regional_body' },
    ]);
    const english = tallies(items, createReader(setting), 3).get('en');
    expect(english?.stems.size).toBeLessThanOrEqual(3);
    expect(english?.stems.has('alpha')).toBe(true);
    expect(english?.dropped).toBe(1);
  });
});
