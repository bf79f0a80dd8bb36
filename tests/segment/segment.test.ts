import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document, Line } from '../../src/model/document.ts';
import { segment } from '../../src/segment/segment.ts';
import { expectWhole } from './invariants.ts';
import { bare, documentOf, printed, type Setting, typeset } from './print.ts';

const none = { language: null };
const texts = (document: Document) => segment(document, none).passages.map(({ text }) => text);

/** Sentences of made-up words that no list of words or list marker knows. */
const word = fc.string({ unit: fc.constantFrom(...'bdfgklmprtuaeiou'), minLength: 3, maxLength: 11 });
const sentence = fc
  .array(word, { minLength: 8, maxLength: 30 })
  .map((words) => `${words.join(' ')}.`)
  .map((text) => text.charAt(0).toUpperCase() + text.slice(1));
const paragraph = fc.array(sentence, { minLength: 2, maxLength: 5 }).map((sentences) => sentences.join(' '));
const paragraphs = fc.array(paragraph, { minLength: 4, maxLength: 12 });

describe('segment', () => {
  it('gives back the paragraphs that were set with space between them', () => {
    fc.assert(
      fc.property(paragraphs, fc.integer({ min: 40, max: 90 }), (given, characters) => {
        const setting: Setting = { style: 'gap', characters, bottom: 90_000 };
        expect(texts(documentOf(typeset(given, setting)))).toEqual(given);
      }),
      { numRuns: 60 },
    );
  });

  it('gives back the paragraphs that were set with indents, whatever their last lines', () => {
    fc.assert(
      fc.property(paragraphs, fc.integer({ min: 40, max: 90 }), (given, characters) => {
        const setting: Setting = { style: 'indent', characters, bottom: 10_000 };
        expect(texts(documentOf(typeset(given, setting)))).toEqual(given);
      }),
      { numRuns: 60 },
    );
  });

  it('makes words whole that were broken at line ends, where the document prints them whole', () => {
    fc.assert(
      fc.property(paragraphs, fc.integer({ min: 40, max: 90 }), (given, characters) => {
        const wordList = given.map((text) => text.replaceAll(/[.]/g, '').toLowerCase()).join(' ');
        const set = typeset([...given, `${wordList}.`], {
          style: 'gap',
          characters,
          hyphenate: true,
          bottom: 90_000,
        });
        const whole = typeset([`${wordList}.`], { style: 'gap', characters, top: 300, bottom: 90_000 });
        expect(texts(documentOf([...set, ...whole])).slice(0, given.length)).toEqual(given);
      }),
      { numRuns: 40 },
    );
  });

  it('reads two columns one after the other and joins the paragraph between them', () => {
    const given = [
      'Uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince fin.',
    ];
    const [left = []] = typeset(given, { style: 'gap', characters: 20 });
    const right = left
      .slice(3)
      .map(({ text }, i) => printed(text, { left: 320, top: 100 + 12 * i, right: 420 }));
    expect(texts(documentOf([[...left.slice(0, 3), ...right]]))).toEqual(given);
  });

  it('numbers, counts and names passages the same in every run', () => {
    const twice = documentOf([
      [bare('La misma frase.'), bare(''), bare('La misma frase.'), bare(''), bare('Otra.')],
    ]);
    const { passages } = segment(twice, { language: 'es' });
    expect(passages.map(({ text, words, ordinal }) => [ordinal, text, words])).toEqual([
      [0, 'La misma frase.', 3],
      [1, 'La misma frase.', 3],
      [2, 'Otra.', 1],
    ]);
    expect(new Set(passages.map(({ id }) => id)).size).toBe(3);
    expect(segment(twice, { language: 'es' })).toEqual(segment(twice, { language: 'es' }));
    const shifted = documentOf([[bare('Nueva al principio.'), bare(''), ...(twice.pages[0]?.lines ?? [])]]);
    const ids = segment(shifted, { language: 'es' }).passages.map(({ id }) => id);
    expect(ids.slice(1)).toEqual(passages.map(({ id }) => id));
  });
});

describe('segment on hostile input', () => {
  const hostile: Readonly<Record<string, readonly (readonly Line[])[]>> = {
    'no page': [],
    'no line': [[]],
    'only white space': [[bare('  '), bare('\t'), bare('\u00a0\u200b\ufeff')]],
    'one line': [[bare('x')]],
    'a lone ligature': [[bare('ﬁ')]],
    'a lone decomposed accent': [[bare('e\u0301')]],
    'lone surrogates': [[bare('\ud800 a \udc00')]],
    'the same line everywhere': [1, 2, 3, 4].map(() =>
      [1, 2, 3].map((i) => printed('same', { top: 300 + i })),
    ),
    'boxes without extent': [
      [printed('a', { top: 0, height: 0, right: 72 }), printed('b', { top: 0, height: 0, right: 72 })],
    ],
    'boxes upside down': [
      [printed('a', { top: 700 }), printed('b', { top: 100 }), printed('c', { top: 400 })],
    ],
    'size 0': [[printed('a', { top: 100, size: 0 }), printed('b', { top: 100, size: 0 })]],
    'only page numbers': [1, 2, 3, 4].map((n) => [printed(String(n), { top: 780 })]),
    'only hyphens': [[bare('-'), bare('--'), bare('-'), bare('\ufffe')]],
  };

  for (const [name, pages] of Object.entries(hostile)) {
    it(`loses nothing of ${name}`, () => {
      const document = documentOf(pages);
      expectWhole(document, segment(document, none));
    });
  }

  it('bounds a text of a million characters on one line, with sentences and without', () => {
    for (const unit of ['palabra ', 'Una frase corta. ', 'x', ' ', '-', '😀', 'a\u0301', 'ﬁ ']) {
      const document = documentOf([[bare(unit.repeat(Math.ceil(1_000_000 / unit.length)))]]);
      const { passages } = segment(document, none);
      for (const { words } of passages) expect(words).toBeLessThanOrEqual(400);
    }
  });

  const char = fc.constantFrom(
    ...'aábcñ .,;:-—()1•§ABC',
    'e\u0301',
    'ﬁ',
    '\u00ad',
    '\u200b',
    '\ufffe',
    '😀',
    '\t',
    '\u00a0',
  );
  const text = fc.string({ unit: char, maxLength: 30 });
  const role = fc.constantFrom(
    null,
    null,
    null,
    'paragraph',
    'heading',
    'list_item',
    'table_row',
    'navigation',
    'metadata',
  );
  const anyLine = fc
    .record({
      text,
      role: role as fc.Arbitrary<Line['role']>,
      top: fc.nat(800),
      left: fc.nat(500),
      size: fc.integer({ min: 4, max: 30 }),
      placed: fc.boolean(),
    })
    .map(
      ({ text, role, top, left, size, placed }): Line =>
        placed ? { ...printed(text, { top, left, size }), role } : bare(text, role),
    );
  const anyPages = fc.array(fc.array(anyLine, { maxLength: 14 }), { maxLength: 5 });

  it('loses nothing of any lines, in the same way each time', () => {
    fc.assert(
      fc.property(anyPages, (pages) => {
        const document = documentOf(pages);
        const found = segment(document, none);
        expectWhole(document, found);
        expect(segment(document, none)).toEqual(found);
      }),
      { numRuns: 300 },
    );
  });
});
