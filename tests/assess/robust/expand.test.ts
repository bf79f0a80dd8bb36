import { describe, expect, it } from 'vitest';
import type { Framing } from '../../../src/model/framing.ts';
import { framingOf, markOf, robustOf } from '../../support/framings.ts';

/** Passages of one document: a frame or none, and words. */
type Said = readonly (readonly [frame: string | null, ...words: string[]])[];

function said(institution: string, document: number, passages: Said): readonly Framing[] {
  return passages.map(([frame, ...words], ordinal) =>
    framingOf({
      file: `${institution}/${document}.txt`,
      institution,
      voice: institution.startsWith('M') ? 'civil_society' : 'regional_body',
      ordinal,
      marks: frame === null ? [] : [markOf(frame)],
      words,
    }),
  );
}

/** `alba` keeps company with the new paradigm, `zanja` with the add-on; in policy `alba` stands thrice without a term. */
const study = (loose: string) =>
  ['Ma', 'Mb', 'Pa', 'Pb'].flatMap((institution) =>
    Array.from({ length: 6 }, (_, document) =>
      said(institution, document, [
        ['new/one', 'alba', 'casa'],
        ['new/one', 'alba', 'rio'],
        ['add/one', 'zanja', 'casa'],
        ['add/one', 'zanja', 'rio'],
        ...(document % 2 === 0 ? ([['add/one', 'zanja', 'mesa']] as const) : []),
        ...(institution.startsWith('P')
          ? ([
              [null, loose, 'casa'],
              [null, loose, 'mesa'],
            ] as const)
          : []),
        [null, 'casa', 'mesa'],
        [null, 'rio', 'mesa'],
        [null, 'casa', 'rio'],
      ]),
    ).flat(),
  );

const expanded = (framings: readonly Framing[]) =>
  robustOf(framings).variations.find(({ kind }) => kind === 'expanded_terms');

describe('a lexicon with the words that keep company with its terms', () => {
  it('adds the passages in which they stand alone to the pole that they keep company with', () => {
    const found = expanded(study('alba'));
    // 24 passages of policy gain the new paradigm: 12 + 12 of each body.
    expect(found?.passages).toBe(24);
    const theta = (a: number, b: number) => Math.log((a + 0.5) / (b + 0.5));
    expect(found?.estimate?.value).toBeCloseTo(theta(12, 15) - theta(24, 15), 10);
    expect(found?.change).toBeLessThan(0);
    expect(expanded(study('zanja'))?.change).toBeGreaterThan(0);
  });

  it('takes no word of the lexicon, none that stands everywhere, and none of one institution alone', () => {
    expect(expanded(study('pasillo'))).toMatchObject({ estimate: null, reason: 'no_such_term' });
    const own = ['Ma', 'Mb', 'Pa', 'Pb'].flatMap((institution) =>
      Array.from({ length: 6 }, (_, document) =>
        said(institution, document, [
          ['new/one', `habit${institution}`],
          ['add/one', 'casa'],
          ...(document % 2 === 0 ? ([['add/one', 'casa']] as const) : []),
          [null, `habit${institution}`],
          [null, 'casa'],
          [null, 'casa'],
        ]),
      ).flat(),
    );
    expect(expanded(own)).toMatchObject({ estimate: null, reason: 'no_such_term' });
  });
});
