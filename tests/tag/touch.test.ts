import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Layer, Lexicon, LexiconSource, Rule, Term } from '../../src/model/lexicon.ts';
import type { Language } from '../../src/model/passage.ts';
import { sha256 } from '../../src/model/units.ts';
import { compile } from '../../src/tag/compile.ts';
import { resolveLexicon } from '../../src/tag/resolve.ts';
import { retag } from '../../src/tag/retag.ts';
import { tag } from '../../src/tag/tag.ts';
import { touchOf } from '../../src/tag/touch.ts';
import { readSpeech } from '../lexicons/read.ts';
import { stemOf, writtenText } from './arbitraries.ts';
import { makePassage, makeSource, makeTerm } from './make.ts';

const settings = { object: 'SSE', stems: { es: stemOf, en: stemOf, pt: stemOf } };

const pattern = fc.oneof(
  fc.constantFrom('a', 'b', 'ab', 'á', 'aa', 'a*', '?b', 'ab~', '/a+b?/'),
  fc.constantFrom('a b', 'b ~1 a', '(a|b) ab', 'aa [b] a'),
);
const within = fc.constantFrom<Rule['within']>('sentence', 'passage', 0, 2);
const categories = ['object/c0', 'object/c1', 'frame/c0', 'frame/c1', 'actor/c0', 'marker/c0', 'cue/c0'];
const rule: fc.Arbitrary<Rule> = fc.record({
  code: fc.constantFrom<Rule['code']>('near', 'not_near', 'not_after', 'object_far'),
  within,
  categories: fc.array(fc.constantFrom(...categories), { maxLength: 2 }),
  patterns: fc.array(fc.constantFrom('ba', 'b', 'aab'), { maxLength: 1 }),
});
const term: fc.Arbitrary<Term> = fc
  .record({
    pattern,
    layer: fc.constantFrom<Layer>('frame', 'frame', 'object', 'object', 'actor', 'marker', 'mask', 'cue'),
    number: fc.integer({ min: 0, max: 1 }),
    language: fc.constantFrom('es' as const, 'es' as const, 'en' as const),
    rules: fc.array(rule, { maxLength: 2 }),
    exactCase: fc.boolean(),
    exactAccents: fc.boolean(),
    blocks: fc.subarray<'frame' | 'object'>(['frame', 'object']),
  })
  .map(({ pattern, layer, number, blocks, rules, ...more }) =>
    makeTerm(pattern, {
      ...more,
      theme: layer,
      category: `c${number}`,
      layer,
      blocks: layer === 'mask' ? blocks : [],
      rules: layer === 'mask' ? [] : rules,
    }),
  );

/** A term's id is of its pattern alone here, so that an edit may well give another term the same one. */
const unique = (terms: readonly Term[]): readonly Term[] => [
  ...new Map(terms.map((one) => [one.id, one])).values(),
];
const overlap = fc.constantFrom<Lexicon['overlap']>('layer', 'nested', 'category', 'all');

function lexiconOf(
  terms: readonly Term[],
  policy: Lexicon['overlap'],
  speech: Lexicon['speech'] = {},
): Lexicon {
  const measured = [{ code: 'SSE', label: 'SSE', definition: 'SSE', categories: ['object/c0', 'object/c1'] }];
  return { hash: sha256('0'.repeat(64)), terms, measured, actors: [], overlap: policy, speech };
}

/** Lexicons before and after an edit: some terms go, some come, some say something else of themselves. */
const edit = fc
  .record({
    kept: fc.array(term, { maxLength: 8 }),
    gone: fc.array(term, { maxLength: 2 }),
    come: fc.array(term, { maxLength: 2 }),
    overlap,
  })
  .map(({ kept, gone, come, overlap: policy }) => ({
    before: lexiconOf(unique([...gone, ...kept]), policy),
    after: lexiconOf(unique([...kept, ...come]), policy),
  }));
const texts = fc.array(
  fc.record({
    text: writtenText.map((words) => words.map(({ word, gap }) => `${gap.text}${word}`).join('')),
    language: fc.constantFrom<Language>('es', 'es', 'es', 'en', 'und'),
  }),
  { minLength: 1, maxLength: 6 },
);
const passagesOf = (all: readonly { readonly text: string; readonly language: Language }[]) =>
  all.map(({ text, language }, ordinal) => makePassage(text, language, ordinal));

describe('what an edited lexicon may tag otherwise', () => {
  it('is all that it does tag otherwise, by any terms, rules, masks and policies', () => {
    let same = 0;
    let other = 0;
    fc.assert(
      fc.property(edit, texts, ({ before, after }, all) => {
        const touch = touchOf(before, after, settings.stems);
        expect(touch).not.toBeNull();
        const [old, now] = [compile(before, settings), compile(after, settings)];
        for (const passage of passagesOf(all)) {
          const [was, is] = [tag([passage], old), tag([passage], now)];
          if (touch?.(passage.text, passage.language)) {
            if (JSON.stringify(was) !== JSON.stringify(is)) other++;
            continue;
          }
          if (is.length > 0) same++;
          expect(JSON.stringify(is)).toBe(JSON.stringify(was));
        }
      }),
      { numRuns: 1500 },
    );
    // Otherwise nothing would have been shown.
    expect(same).toBeGreaterThan(100);
    expect(other).toBeGreaterThan(100);
  });

  it('leaves tags that, put together with the new ones, are those of tagging everything', () => {
    fc.assert(
      fc.property(edit, texts, fc.func(fc.boolean()), ({ before, after }, all, isUnsure) => {
        const touch = touchOf(before, after, settings.stems);
        const passages = passagesOf(all);
        const unsure = new Set(passages.map(({ id }) => id).filter((id) => isUnsure(id)));
        const touched = new Set(
          passages.flatMap(({ ordinal, text, language }) => (touch?.(text, language) ? [ordinal] : [])),
        );
        const now = compile(after, settings);
        const known = tag(passages, compile(before, settings), unsure);
        expect(JSON.stringify(retag(passages.toReversed(), now, { known, touched }, unsure))).toBe(
          JSON.stringify(tag(passages, now, unsure)),
        );
      }),
    );
  });

  it('is everything where a term names another thing than it did', () => {
    const plain = makeTerm('hunger', { language: 'en' });
    const marked = { ...plain, names: 'need' as const };
    expect(touchOf(lexiconOf([plain], 'layer'), lexiconOf([marked], 'layer'))).toBeNull();
    expect(touchOf(lexiconOf([], 'layer'), lexiconOf([marked], 'layer'))?.('hunger', 'en')).toBe(true);
  });

  it('is judged anew with polarity and voice where a term of it changes, and only there', () => {
    const speech = readSpeech();
    const terms = (...frames: readonly string[]) => [
      makeTerm('economy', { theme: 'object', category: 'c0', layer: 'object', language: 'en' }),
      ...frames.map((one) => makeTerm(one, { theme: 'frame', category: 'c0', language: 'en' })),
    ];
    const before = lexiconOf(terms('poverty'), 'layer', speech);
    const after = lexiconOf(terms('poverty', 'growth'), 'layer', speech);
    const touch = touchOf(before, after);
    expect(touch?.('This economy does not end poverty.', 'en')).toBe(false);
    expect(touch?.('This economy does not seek Growth.', 'en')).toBe(true);
    expect(touch?.('This economy does not seek Growth.', 'es')).toBe(false);
  });

  it('keeps polarity and voice as they were judged, and comes to what judging all comes to', () => {
    const speech = readSpeech();
    const wordings = ['poverty', 'growth', 'poverty and growth', 'decline', 'of growth'];
    const sentence = fc.constantFrom(
      'This economy does not end poverty and growth.',
      'The Bank says that the economy needs growth.',
      'This economy seeks growth.',
      'Not merely poverty: the economy is more than a matter of growth.',
      'According to the Ministry, the economy lives off decline.',
      'The economy fights poverty, decline and growth.',
    );
    const frames = fc.subarray(wordings);
    const kinds = new Set<string>();
    fc.assert(
      fc.property(frames, frames, fc.array(sentence, { minLength: 1, maxLength: 4 }), (was, is, said) => {
        const lexiconBy = (patterns: readonly string[]) =>
          lexiconOf(
            [
              makeTerm('economy', { theme: 'object', category: 'c0', layer: 'object', language: 'en' }),
              ...patterns.map((one) => makeTerm(one, { theme: 'frame', category: 'c0', language: 'en' })),
            ],
            'layer',
            speech,
          );
        const [before, after] = [lexiconBy(was), lexiconBy(is)];
        const touch = touchOf(before, after);
        const passages = passagesOf([{ text: said.join(' '), language: 'en' }]);
        const touched = new Set(passages.flatMap((one) => (touch?.(one.text, 'en') ? [one.ordinal] : [])));
        const known = tag(passages, compile(before, { object: 'SSE' }));
        const now = compile(after, { object: 'SSE' });
        const all = tag(passages, now);
        for (const { polarity, voice } of all) kinds.add(`${polarity} ${voice}`);
        expect(JSON.stringify(retag(passages, now, { known, touched }))).toBe(JSON.stringify(all));
      }),
      { numRuns: 60 },
    );
    for (const kind of ['affirmed own', 'negated own', 'affirmed neutral']) expect(kinds).toContain(kind);
  });

  const source = makeSource({
    object: { layer: 'object', categories: { core: { en: ['economy'] } } },
    bodies: { layer: 'actor', categories: { all: { en: ['Ministry of Work'] } } },
    frame: { layer: 'frame', categories: { all: { en: ['poverty'], es: ['pobreza'] } } },
  });
  const [object, bodies, frame] = source.themes;
  if (object === undefined || bodies === undefined || frame === undefined) throw new Error('no themes');
  const named = {
    ...bodies,
    theme: { ...bodies.theme, actors: { mow: { name: 'Ministry', aliases: ['Ministry of Work'] } } },
  };
  const whole: LexiconSource = { ...source, themes: [object, named, frame] };
  const { lexicon } = resolveLexicon(whole);
  const added = (term: Term): Lexicon => ({ ...lexicon, terms: [...lexicon.terms, term] });

  it.each<[string, Lexicon]>([
    ['what overlaps', { ...lexicon, overlap: 'all' }],
    ['what tells polarity and voice', { ...lexicon, speech: readSpeech() }],
    ['what the codes consist of', { ...lexicon, measured: [] }],
    ['who the actors are', { ...lexicon, actors: [] }],
    ['what an actor is called by', added(makeTerm('work', { language: 'en', layer: 'marker' }))],
    ['what an actor is called by in another language', added(makeTerm('work', { layer: 'mask' }))],
  ])('cannot be told where it changes %s', (_, other) => {
    expect(touchOf(lexicon, other)).toBeNull();
    expect(touchOf(other, lexicon)).toBeNull();
  });

  it('is nothing where only reasons, evidence and dates change', () => {
    const other = {
      ...lexicon,
      terms: lexicon.terms.map((one) => ({
        ...one,
        why: 'w',
        evidence: 'e',
        author: 'a',
        date: '2020-01-01',
      })),
    };
    expect(touchOf(lexicon, other)?.('poverty and the economy', 'en')).toBe(false);
  });
});
