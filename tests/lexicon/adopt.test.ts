import { describe, expect, it } from 'vitest';
import { adopt } from '../../src/lexicon/adopt.ts';
import { slugOf } from '../../src/lexicon/tree.ts';
import { Theme } from '../../src/model/lexicon.ts';
import { createReader } from '../../src/tag/read.ts';
import { resolveLexicon } from '../../src/tag/resolve.ts';
import { node } from './formats/make.ts';

const adoption = { file: 'a.cat', name: 'mine', language: 'es', layer: 'frame', overlap: 'layer' } as const;
const at = (text: string, line: number) => ({ text, line });

describe('adopt', () => {
  it('makes one theme of a flat dictionary, and one of each top category otherwise', () => {
    const flat = adopt([node('Uno', ['a1']), node('Dos', ['b1'])], adoption);
    expect(flat.themes.map(({ theme, categories }) => [theme, Object.keys(categories)])).toEqual([
      ['mine', ['uno', 'dos']],
    ]);
    const deep = adopt(
      [
        node(
          'Todo',
          [],
          [
            node('Economía', ['x1'], [node('A', ['a1']), node('B', [], [node('C', ['c1'])])]),
            node('Rural', ['r1']),
          ],
        ),
      ],
      adoption,
    );
    expect(
      deep.themes.map(({ theme, label, categories }) => [theme, label, Object.keys(categories)]),
    ).toEqual([
      ['economia', 'Economía', ['economia', 'a', 'b_c']],
      ['rural', 'Rural', ['rural']],
    ]);
    expect(deep.refused).toEqual([]);
  });

  it('gives themes that the lexicon takes as they are, with where each term comes from', () => {
    const { themes } = adopt(
      [{ ...node('A-1!'), line: 3, entries: [at('co-operativ*', 4), at('EE.UU.', 5)] }, node('...', ['z'])],
      adoption,
    );
    for (const theme of themes) expect(Theme.parse(theme)).toEqual(theme);
    expect(
      resolveLexicon({ themes: themes.map((theme) => ({ file: 'a', theme })), categories: {} }).errors,
    ).toEqual([]);
    expect(themes[0]?.categories['a_1']?.terms.es?.[0]).toMatchObject({
      pattern: 'co-operativ*',
      evidence: 'imported from a.cat, line 4; not yet seen',
      status: 'proposed',
    });
    expect(Object.keys(themes[0]?.categories ?? {})).toEqual(['a_1', 'category']);
  });

  it('refuses by line what would never match, say something else, or be claimed twice', () => {
    const { themes, refused } = adopt(
      [
        {
          ...node('A'),
          entries: [at('50%', 2), at(':)', 3), at('a(b|c)', 4), at('***', 5), at('bien', 6), at('más', 7)],
        },
        { ...node('B'), entries: [at('BIEN', 9), at('sólo', 10), at('solo', 11)] },
      ],
      adoption,
    );
    expect(refused.map(({ place }) => place)).toEqual([2, 3, 4, 5, 9]);
    const kept = Object.values(themes[0]?.categories ?? {}).flatMap(({ terms }) =>
      terms.es?.map(({ pattern }) => pattern),
    );
    expect(kept).toEqual(['bien', 'más', 'sólo']);
  });

  it('takes wording that two categories claim where the study lets both count', () => {
    const dictionary = [
      { ...node('A'), entries: [at('bien', 2)] },
      { ...node('B'), entries: [at('BIEN', 4), at('mal', 5)] },
    ];
    for (const overlap of ['nested', 'category', 'all'] as const) {
      const { themes, refused } = adopt(dictionary, { ...adoption, overlap });
      expect(refused).toEqual([]);
      const { lexicon, errors } = resolveLexicon({
        themes: themes.map((theme) => ({ file: 'a.yaml', theme })),
        categories: {},
        overlap,
      });
      expect(errors).toEqual([]);
      const { open } = createReader(lexicon.terms, { overlap })('Bien hecho', 'es');
      expect(open.map(({ term }) => term.category)).toEqual(['a', 'b']);
    }
  });

  it('refuses what says more to us than to others: stems, gaps and regular expressions', () => {
    const texts = ['pobre~', 'a ~3 b', '/co?ops?/', 'la /x/', 'y/o', 'a'];
    const entries = texts.map((text, index) => at(text, index + 1));
    const { themes, refused } = adopt([{ ...node('A'), entries }], adoption);
    expect(refused.map(({ place }) => place)).toEqual([1, 2, 3, 4]);
    expect(themes[0]?.categories['a']?.terms.es?.map(({ pattern }) => pattern)).toEqual(['y/o', 'a']);
  });

  it('makes no theme of the name of a file that is none', () => {
    const { themes } = adopt(
      [node('Speech', [], [node('A', ['q'])]), node('B', [], [node('C', ['r'])])],
      adoption,
    );
    expect(themes.map(({ theme }) => theme)).toEqual(['speech_2', 'b']);
  });

  it('keeps names apart that are written alike', () => {
    const { themes } = adopt(
      [
        node('X', [], [node('a b', ['q']), node('A-B', ['r']), node('a_b', ['s'])]),
        node('x', ['t'], [node('y', ['u'])]),
      ],
      adoption,
    );
    expect(themes.map(({ theme, categories }) => [theme, Object.keys(categories)])).toEqual([
      ['x', ['a_b', 'a_b_2', 'a_b_3']],
      ['x_2', ['x', 'y']],
    ]);
    expect([slugOf('__proto__'), slugOf('2 Años'), slugOf('日本')]).toEqual(['proto', 'c_2_anos', '']);
  });
});
