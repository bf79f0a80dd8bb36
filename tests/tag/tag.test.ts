import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Lexicon, layers, type Rule, type Term } from '../../src/model/lexicon.ts';
import type { Zone } from '../../src/model/passage.ts';
import { type Overlap, overlaps } from '../../src/model/study.ts';
import type { Tag } from '../../src/model/tag.ts';
import { sha256 } from '../../src/model/units.ts';
import { compile } from '../../src/tag/compile.ts';
import { parsePattern } from '../../src/tag/pattern.ts';
import { resolveLexicon } from '../../src/tag/resolve.ts';
import { tag } from '../../src/tag/tag.ts';
import { codePointLength, sliceCodePoints } from '../../src/text/codepoints.ts';
import { patternTrees, stemOf, type Tree, write, writtenText } from './arbitraries.ts';
import { makePassage, makeSource, makeTerm } from './make.ts';
import { isMasked, naiveKept, naiveRefused, naiveSentences, naiveSpans, tagLayers } from './naive.ts';

const { lexicon, errors } = resolveLexicon(
  makeSource({
    frames: {
      layer: 'frame',
      categories: {
        paradigm: { es: ['otra economía', 'transformación social', 'economía social transformadora'] },
        poverty: { es: ['pobreza', 'desarrollo social', 'política* social*'], en: ['poverty'] },
      },
    },
    object: {
      layer: 'object',
      categories: {
        core: {
          es: [
            'economía social [y solidaria]',
            'cooperativ*',
            'trabajador*',
            { pattern: 'ESS', case: 'exact' },
          ],
          en: ['social economy'],
        },
      },
    },
    actors: { layer: 'actor', categories: { ministry: { es: ['ministerio de desarrollo social'] } } },
    masks: {
      layer: 'mask',
      categories: {
        organisation: { es: ['ministerio de desarrollo social', 'secretaría de políticas sociales'] },
        term_of_art: { es: ['economía social de mercado'], blocks: ['frame', 'object'] },
      },
    },
  }),
);
const matcher = compile(lexicon, { object: 'SSE' });

/** Tags as `layer surface`, with what blocks them in brackets. */
function show(...texts: readonly string[]): readonly string[] {
  return tag(
    texts.map((text, ordinal) => makePassage(text, 'es', ordinal)),
    matcher,
  ).map(({ layer, surface, blocked }) => `${layer} ${surface}${blocked === null ? '' : ` (${blocked})`}`);
}

describe('tagging', () => {
  it('counts nothing in lists of those present and in signature blocks, and says why', () => {
    const text = 'Cooperativa Otra Economía, contra la pobreza; Ministerio de Desarrollo Social';
    const blockedIn = (zone: Zone) =>
      tag([{ ...makePassage(text, 'es', 0), zone }], matcher).map(
        ({ layer, blocked }) => `${layer} ${blocked}`,
      );
    for (const zone of ['attendance', 'signature'] as const) {
      const blocked = blockedIn(zone);
      expect(blocked).toHaveLength(blockedIn('body').length);
      expect(blocked.filter((one) => one.endsWith(' null'))).toEqual([]);
      expect(blocked).toContain('object zone');
      expect(blocked).toContain('frame zone');
    }
    expect(blockedIn('decision')).toEqual(blockedIn('body'));
  });

  it('has a lexicon without errors', () => {
    expect(errors).toEqual([]);
  });

  it('counts a frame only where its object stands in the same passage', () => {
    expect(show('La pobreza.', 'La cooperativa y la pobreza.')).toEqual([
      'frame pobreza (no_object)',
      'object cooperativa',
      'frame pobreza',
    ]);
  });

  it('fires nothing in a term of art that a mask covers', () => {
    expect(show('La economía social de mercado contra la pobreza')).toEqual([
      'object economía social (mask)',
      'frame pobreza (no_object)',
    ]);
  });

  it('fires no frame in the name of a ministry, which is an actor all the same', () => {
    expect(show('El Ministerio de Desarrollo Social y la economía social')).toEqual([
      'actor Ministerio de Desarrollo Social',
      'frame Desarrollo Social (mask)',
      'object economía social',
    ]);
  });

  it('says which mask blocks, which company a rule refuses, and where', () => {
    const source = makeSource({
      object: { layer: 'object', categories: { o: { es: ['cooperativa'] } } },
      f: {
        layer: 'frame',
        categories: { x: { es: ['pobreza'], not_near: { of: ['mapa'], within: 'sentence' } } },
      },
      m: { layer: 'mask', categories: { m: { es: ['línea de *'] } } },
    });
    const { lexicon } = resolveLexicon(source);
    const text = '😀 cooperativa: línea de pobreza; mapa y pobreza.';
    const mask = lexicon.terms.find(({ layer }) => layer === 'mask')?.id;
    const told = tag([makePassage(text, 'es')], compile(lexicon, { object: 'SSE' }))
      .filter(({ layer }) => layer === 'frame')
      .map(({ blocked, because }) => [blocked, because]);
    expect(told).toEqual([
      ['mask', [`${mask} 15-31`]],
      ['not_near', ['not_near 33-37']],
    ]);
    expect([...text].slice(15, 31).join('')).toBe('línea de pobreza');
    expect([...text].slice(33, 37).join('')).toBe('mapa');
  });

  it('lets a mask silence a longer match that it only touches', () => {
    expect(show('cooperativa: economía social transformadora de mercado')).toEqual([
      'object cooperativa',
      'object economía social',
      'frame economía social transformadora',
    ]);
    expect(show('la Secretaría de Políticas Sociales')).toEqual(['frame Políticas Sociales (mask)']);
  });

  it('takes the longest match within a layer and lets layers overlap', () => {
    expect(show('Economía social y solidaria, economía social transformadora')).toEqual([
      'object Economía social y solidaria',
      'object economía social',
      'frame economía social transformadora',
    ]);
  });

  it('matches inclusive spellings to their plain term and acronyms by their case', () => {
    expect(
      show('trabajador@s, trabajadorxs, trabajadores/as, cooperativados(as); la ESS, no ess; E.S.S.'),
    ).toEqual([
      'object trabajador@s',
      'object trabajadorxs',
      'object trabajadores/as',
      'object cooperativados(as)',
      'object ESS',
      'object E.S.S',
    ]);
  });

  it('reads doubled endings wherever they stand in a sentence', () => {
    expect(
      show('cooperativistas e cooperativados(as); los/as trabajadores/as, trabajadores(as), cooperativad@s'),
    ).toEqual([
      'object cooperativistas',
      'object cooperativados(as)',
      'object trabajadores/as',
      'object trabajadores(as)',
      'object cooperativad@s',
    ]);
  });

  it('says where each tag stands on its page in code points', () => {
    const [only, ...rest] = tag([makePassage('👍👍 «Cooperativa»')], matcher);
    expect(rest).toEqual([]);
    expect(only).toEqual({
      document: '0123456789abcdef',
      passage: '0123456789abcdef-000000000000',
      start: 4,
      end: 15,
      page: 3,
      pageStart: 104,
      endPage: 3,
      pageEnd: 115,
      zone: 'body',
      surface: 'Cooperativa',
      term: expect.stringMatching(/^object\/core\.es\.[0-9a-f]{6}$/),
      category: 'object/core',
      theme: 'object',
      layer: 'object',
      blocked: null,
      polarity: null,
      voice: null,
      because: [],
    });
  });

  it('reads each passage with the terms of its language and none in other languages', () => {
    const texts = (['en', 'es', 'pt', 'und', 'other'] as const).map((language, i) =>
      makePassage('social economy cooperativa', language, i),
    );
    expect(tag(texts, matcher).map(({ surface }) => surface)).toEqual(['social economy', 'cooperativa']);
  });

  it('orders tags by passage whatever the order of passages', () => {
    const passages = [makePassage('cooperativa b', 'es', 1), makePassage('cooperativa a', 'es', 0)];
    expect(tag(passages, matcher)).toEqual(tag(passages.toReversed(), matcher));
  });

  it('gives the same tags the second time, when all words are known', () => {
    const passages = [makePassage('La cooperativa y la pobreza: economía social de mercado')];
    expect(tag(passages, matcher)).toEqual(tag(passages, matcher));
  });

  it('finds nothing with an empty lexicon or in an empty text', () => {
    const empty = resolveLexicon(makeSource({}, { SSE: {} })).lexicon;
    expect(tag([makePassage('la cooperativa')], compile(empty, { object: 'SSE' }))).toEqual([]);
    expect(tag([makePassage('')], matcher)).toEqual([]);
    expect(tag([], matcher)).toEqual([]);
  });

  it('reads a passage of ten megabytes on one line', () => {
    const times = 250_000;
    const tags = tag([makePassage('economía social y solidaria, pobreza ¡👍! '.repeat(times))], matcher);
    expect(tags).toHaveLength(2 * times);
    expect(tags.at(-1)).toMatchObject({ surface: 'pobreza', end: 41 * times - 5, blocked: null });
  });
});

type Random = {
  readonly trees: readonly Tree[];
  readonly layer: Term['layer'];
  readonly category: string;
  readonly exact: boolean;
  readonly blocks: Term['blocks'];
  readonly rules: Term['rules'];
};

const companions = [{ word: 'a' }, { word: '*b' }] as const;

const randomRule: fc.Arbitrary<Rule> = fc
  .record({
    code: fc.constantFrom('near' as const, 'not_near' as const, 'not_after' as const, 'object_far' as const),
    within: fc.constantFrom(0, 1, 3, 'sentence' as const, 'passage' as const),
    categories: fc.subarray(['t/k', 't/l', 't/m']),
    patterns: fc.subarray(companions.map(({ word }) => word)),
  })
  .map((rule) => (rule.code === 'object_far' ? { ...rule, categories: [], patterns: [] } : rule));

const randomTerm: fc.Arbitrary<Random> = fc.record({
  trees: patternTrees.filter((trees) => 'sequences' in parsePattern(write(trees))),
  layer: fc.constantFrom(...layers),
  category: fc.constantFrom('k', 'l', 'm'),
  exact: fc.boolean(),
  blocks: fc.subarray(['frame', 'object'] as const, { minLength: 1 }),
  rules: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, fc.array(randomRule, { maxLength: 2 })),
});

describe('tagging at random', () => {
  it('agrees with a naive matcher in every tag, its place and what blocks it', () => {
    fc.assert(
      fc.property(
        fc.array(randomTerm, { maxLength: 8 }),
        writtenText,
        fc.constantFrom(...overlaps),
        (random, parts, overlap) => {
          const known = random.map(({ trees, layer, category, exact, blocks, rules }, i) => ({
            trees,
            term: makeTerm(write(trees), {
              id: `t/${category}.es.${i.toString(16).padStart(6, '0')}`,
              theme: 't',
              category,
              layer,
              exactCase: exact,
              exactAccents: exact,
              blocks: layer === 'mask' ? blocks : [],
              rules: layer === 'mask' || layer === 'cue' ? [] : rules,
            }),
          }));
          const text = parts.map(({ word, gap }) => gap.text + word).join('');
          const measured = [{ code: 'SSE', label: '', definition: '', categories: ['t/k'] }];
          const made: Lexicon = {
            hash: sha256('0'.repeat(64)),
            terms: known.map(({ term }) => term).reverse(),
            measured,
            actors: [],
            overlap,
            speech: {},
          };
          const got = tag([makePassage(text)], compile(made, { object: 'SSE', stems: { es: stemOf } }));
          expect(got.map(brief)).toEqual(naiveTags(known, parts, overlap));
          for (const { start, end, surface, pageStart } of got) {
            expect(sliceCodePoints(text, start, end)).toBe(surface);
            expect(pageStart).toBe(start + 100);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});

function brief({ start, end, term, layer, blocked }: Tag): readonly unknown[] {
  return [start, end, tagLayers.indexOf(layer), term, blocked];
}

/** The tags by the naive rules, in the form of `brief`. */
function naiveTags(
  known: readonly { readonly term: Term; readonly trees: readonly Tree[] }[],
  parts: readonly {
    readonly word: string;
    readonly gap: { readonly text: string; readonly crossable: boolean };
  }[],
  overlap: Overlap,
): readonly (readonly unknown[])[] {
  const starts: number[] = [];
  let at = 0;
  for (const { word, gap } of parts) {
    starts.push(at + codePointLength(gap.text));
    at += codePointLength(gap.text + word);
  }
  const words = parts.map(({ word, gap }) => ({ word, crossable: gap.crossable }));
  const spans = naiveSpans(words, known);
  const company = spans.filter(({ term }) => term.layer !== 'mask');
  const tags = company.filter(({ term }) => term.layer !== 'cue');
  const refused = naiveRefused(
    company.filter((span) => !isMasked(span, spans)),
    companions.flatMap((tree) =>
      naiveSpans(words, [{ term: makeTerm(tree.word), trees: [tree] }]).map((span) => ({
        pattern: tree.word,
        span,
      })),
    ),
    naiveSentences(
      words,
      parts.map(({ gap }) => gap.text),
    ),
    ({ category }) => category === 'k',
  );
  const open = naiveKept(
    tags.filter((span) => !isMasked(span, spans) && !refused.has(span)),
    overlap,
  );
  const silenced = naiveKept(
    tags.filter((span) => isMasked(span, spans)),
    overlap,
  );
  const unruly = naiveKept([...refused.keys()], overlap);
  const object = open.some(({ term }) => term.category === 'k');
  const place = (i: number): number => starts[i] ?? 0;
  return [...open, ...silenced, ...unruly]
    .map((span) => {
      const { start, end, term } = span;
      const blocked = silenced.includes(span)
        ? 'mask'
        : refused.has(span)
          ? refused.get(span)
          : term.layer === 'frame' && !object
            ? 'no_object'
            : null;
      const last = words[end - 1]?.word ?? '';
      return [
        place(start),
        place(end - 1) + codePointLength(last),
        tagLayers.indexOf(term.layer),
        term.id,
        blocked,
      ] as const;
    })
    .sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || (a[3] < b[3] ? -1 : 1));
}
