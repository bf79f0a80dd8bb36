import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffHits, diffTerms, tagsBy } from '../../src/lexicon/diff.ts';
import type { Found } from '../../src/model/ports.ts';
import { sha256 } from '../../src/model/units.ts';
import { compile } from '../../src/tag/compile.ts';
import { resolveLexicon } from '../../src/tag/resolve.ts';
import { tag } from '../../src/tag/tag.ts';
import { makePassage, makeSource, makeTerm, type Sketch } from '../tag/make.ts';

const lexiconOf = (categories: Readonly<Record<string, Sketch>>) =>
  resolveLexicon(
    makeSource({
      a: { layer: 'frame', categories },
      object: { layer: 'object', categories: { o: { es: ['coop'] } } },
    }),
  ).lexicon;

const found = (text: string, ordinal = 0): Found => ({
  file: 'a.txt',
  title: null,
  institution: null,
  voice: null,
  date: null,
  page: '4',
  rights: null,
  persons: [],
  passage: makePassage(text, 'es', ordinal),
  tags: [],
  lexicon: sha256('0'.repeat(64)),
});
const options = { limit: 2, show: (one: Found) => one };

describe('diffTerms', () => {
  it('tells what was added, removed and changed, and in what', () => {
    const before = [makeTerm('uno'), makeTerm('dos'), makeTerm('tres')];
    const after = [makeTerm('dos', { why: 'better', layer: 'object' }), makeTerm('tres'), makeTerm('cuatro')];
    const changes = diffTerms(before, after)
      .map(({ change, pattern, changed }) => [change, pattern, changed])
      .toSorted();
    expect(changes).toEqual([
      ['added', 'cuatro', []],
      ['changed', 'dos', ['layer', 'why']],
      ['removed', 'uno', []],
    ]);
    expect(diffTerms(after, after)).toEqual([]);
  });
});

describe('diffHits', () => {
  it('tells hits gained and lost by category, with lines, as many as asked for', () => {
    const before = compile(lexiconOf({ x: { es: ['pobreza'] }, y: { es: ['paz'] } }), { object: 'SSE' });
    const after = compile(lexiconOf({ x: { es: ['pobreza extrema', 'miseria'] }, y: { es: ['paz'] } }), {
      object: 'SSE',
    });
    const passages = [
      found('coop y pobreza'),
      found('coop, pobreza extrema, paz'),
      found('coop y miseria, miseria'),
      found('miseria'),
    ];
    const [change, ...others] = diffHits(passages, tagsBy(before), tagsBy(after), options);
    expect(others).toEqual([]);
    expect(change).toMatchObject({ category: 'a/x', gained: 3, lost: 2, passagesGained: 1, passagesLost: 1 });
    expect(change?.lines).toMatchObject([
      { change: 'lost', left: 'coop y ', hit: 'pobreza', right: '', page: '4' },
      { change: 'gained', left: 'coop, ', hit: 'pobreza extrema', right: ', paz' },
    ]);
  });

  it('shows lines through what hides names', () => {
    const before = compile(lexiconOf({ x: { es: ['otra'] } }), { object: 'SSE' });
    const after = compile(lexiconOf({ x: { es: ['paz'] } }), { object: 'SSE' });
    const show = (one: Found): Found => ({
      ...one,
      passage: { ...one.passage, text: one.passage.text.replace('Ana', 'P-1') },
    });
    const [change] = diffHits([found('Ana: coop y paz')], tagsBy(before), tagsBy(after), { limit: 5, show });
    expect(change?.lines).toMatchObject([{ left: 'P-1: coop y ', hit: 'paz' }]);
  });

  it('adds up: what was, plus gained, less lost, is what is', () => {
    const word = fc.constantFrom('coop', 'a', 'b', 'c', 'd');
    const patterns = fc.uniqueArray(
      fc
        .array(fc.constantFrom('a', 'b', 'c*', 'd'), { minLength: 1, maxLength: 2 })
        .map((list) => list.join(' ')),
      { minLength: 1, maxLength: 3 },
    );
    fc.assert(
      fc.property(
        patterns,
        patterns,
        fc.array(fc.array(word, { maxLength: 10 }), { maxLength: 5 }),
        (was, is, texts) => {
          const [before, after] = [was, is].map((es) => compile(lexiconOf({ x: { es } }), { object: 'SSE' }));
          if (before === undefined || after === undefined) return;
          const passages = texts.map((words, ordinal) => found(words.join(' '), ordinal));
          const hits = (matcher: typeof before) =>
            passages
              .flatMap(({ passage }) => tag([passage], matcher))
              .filter(({ category, blocked }) => category === 'a/x' && blocked === null).length;
          const [change] = diffHits(passages, tagsBy(before), tagsBy(after), options);
          expect(hits(before) + (change?.gained ?? 0) - (change?.lost ?? 0)).toBe(hits(after));
          expect(diffHits(passages, tagsBy(before), tagsBy(before), options)).toEqual([]);
        },
      ),
    );
  });
});
