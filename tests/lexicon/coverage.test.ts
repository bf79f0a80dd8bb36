import { describe, expect, it } from 'vitest';
import { coverage } from '../../src/lexicon/coverage.ts';
import type { HitCount } from '../../src/model/ports.ts';
import { makeTerm } from '../tag/make.ts';

const term = (pattern: string, more = {}) => makeTerm(pattern, { theme: 'a', category: 'x', ...more });
const count = (id: string, hits: number, more: Partial<HitCount> = {}): HitCount => ({
  term: id,
  language: 'es',
  institution: 'Red',
  zone: 'body',
  blocked: null,
  hits,
  ...more,
});

const idOf = (pattern: unknown) => term(String(pattern)).id;

describe('coverage', () => {
  it('tells hits, blocks and silence of every term, and what the ten most frequent have', () => {
    const terms = Array.from({ length: 12 }, (_, number) => term(`p${number}`));
    const counts = terms.slice(0, 11).map(({ id }, number) => count(id, number === 0 ? 90 : 1));
    const { themes, terms: covered } = coverage(terms, [
      ...counts,
      count(terms[11]?.id ?? '', 4, { blocked: 'mask' }),
    ]);
    expect(themes).toMatchObject([{ theme: 'a', terms: 12, unseen: 1, hits: 100, topTen: 0.99 }]);
    expect(covered[0]).toMatchObject({ pattern: 'p0', hits: 90, blocked: 0 });
    expect(covered.at(-1)).toMatchObject({ pattern: 'p11', hits: 0, blocked: 4 });
  });

  it('tells what readers found of a term, and of which terms it is out of date', () => {
    const terms = [term('p'), term('q'), term('no', { layer: 'cue', theme: 'cues' })];
    const [first] = terms;
    const reading = (id: string) => ({
      ...{ term: id, frame: 'PE', passages: 4, right: 3, precision: 0.75, recall: 0.1, alone: 0 },
      ...{ measured: '2026-11-27', source: '9 passages' },
    });
    const readings = [reading(first?.id ?? ''), reading('a/x.es.000000')];
    const found = coverage(terms, [], readings);
    expect(found.terms.map((one) => [one.pattern, one.readings])).toEqual(
      [
        [
          'p',
          [
            {
              ...readings[0],
              interval: { lower: expect.closeTo(0.3006, 4), upper: expect.closeTo(0.9544, 4) },
            },
          ],
        ],
        ['q', []],
      ].toSorted((a, b) => (idOf(a[0]) < idOf(b[0]) ? -1 : 1)),
    );
    expect(found.stale).toEqual(['a/x.es.000000']);
    expect(found.themes.map(({ theme }) => theme)).toEqual(['a']);
  });

  it('parts hits by language, institution and zone, the most first, and leaves blocked and foreign ones out', () => {
    const one = term('p');
    const { themes } = coverage(
      [one, term('m', { layer: 'mask', theme: 'masks' })],
      [
        count(one.id, 2),
        count(one.id, 3, { institution: null, zone: 'decision', language: 'pt' }),
        count(one.id, 9, { blocked: 'zone' }),
        count('gone/x.es.000000', 7),
      ],
    );
    expect(themes).toEqual([
      {
        theme: 'a',
        terms: 1,
        unseen: 0,
        hits: 5,
        topTen: 1,
        languages: { pt: 3, es: 2 },
        institutions: { '': 3, Red: 2 },
        zones: { decision: 3, body: 2 },
      },
    ]);
    expect(Object.keys(themes[0]?.zones ?? {})).toEqual(['decision', 'body']);
    expect(coverage([one], []).themes[0]?.topTen).toBeNull();
  });
});
