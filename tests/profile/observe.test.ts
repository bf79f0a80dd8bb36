import { describe, expect, it } from 'vitest';
import type { Source } from '../../src/model/study.ts';
import { observe } from '../../src/profile/observe.ts';
import { observation } from '../support/observation.ts';

const source: Source = {
  file: 'declaration.pdf',
  title: 'Declaration',
  institution: 'Red',
  voice: 'civil_society',
  kind: 'declaration',
  date: '2009-05',
  date_precision: 'month',
  language: 'pt',
  translation_of: null,
  version_of: null,
  body: null,
  lead_ministry: null,
  url: null,
  rights: null,
  hash: null,
  document: null,
  bytes: 1,
};

describe('observe', () => {
  const { document, language, passages, objectPassages, words, objectWords, presence, hits, portrait } =
    observation({
      file: 'declaration.pdf',
      presence: { NEP: 3 },
    });
  const totals = {
    document,
    language,
    passages,
    objectPassages,
    words,
    objectWords,
    presence,
    hits,
    portrait,
  };

  it('joins counts and metadata, keeps the language found in the text, and dates by period', () => {
    expect(observe(totals, source, 5)).toEqual({
      ...totals,
      file: 'declaration.pdf',
      institution: 'Red',
      voice: 'civil_society',
      kind: 'declaration',
      date: '2009-05',
      period: '2005-2009',
    });
    expect(observe(totals, source, 1).period).toBe('2009');
  });

  it('calls a document without a date undated', () => {
    expect(observe(totals, { ...source, date: null }, 5).period).toBe('undated');
  });
});
