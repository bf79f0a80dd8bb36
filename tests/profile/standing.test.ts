import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MeasuredCategory } from '../../src/model/lexicon.ts';
import { standings } from '../../src/profile/standing.ts';
import { observation, type Said } from '../support/observation.ts';

const category = (code: string, ...categories: string[]): MeasuredCategory => ({
  code,
  label: code,
  definition: code,
  categories,
});
const categories = [
  category('NEP', 't/new'),
  category('PE', 't/poor'),
  category('ADD', 't/add'),
  category('DIL', 't/poor', 't/add'),
  category('SSE', 't/object'),
];

function stand(added: readonly Said[], earlier: readonly Said[]) {
  return standings(added.map(observation), earlier.map(observation), categories, 'SSE');
}

/** Documents of one institution with given shares of NEP in ten passages. */
function history(...counts: readonly number[]): readonly Said[] {
  return counts.map((NEP, index) => ({ file: `old-${index}`, objectPassages: 10, presence: { NEP } }));
}

const frameOf = (standing: ReturnType<typeof stand>[number] | undefined, code: string) =>
  standing?.frames.find((frame) => frame.code === code);

describe('how a new document stands', () => {
  it('is told frame by frame, without the object, as share and percentile', () => {
    const [standing] = stand(
      [{ file: 'new', objectPassages: 4, presence: { NEP: 2, DIL: 1, ADD: 1, SSE: 4 } }],
      history(1, 3, 5, 5, 9),
    );
    expect(standing?.frames.map(({ code }) => code)).toEqual(['NEP', 'PE', 'ADD', 'DIL']);
    expect(frameOf(standing, 'NEP')).toEqual({
      code: 'NEP',
      presence: 2,
      share: 0.5,
      percentile: 0.6,
      unusual: null,
    });
  });

  it('is unusual outside the 5th to 95th percentile of five or more documents, and never of fewer', () => {
    const high = { file: 'new', objectPassages: 10, presence: { NEP: 10 } };
    expect(frameOf(stand([high], history(1, 2, 3, 4, 5))[0], 'NEP')?.unusual).toBe('high');
    expect(frameOf(stand([high], history(1, 2, 3, 4))[0], 'NEP')).toMatchObject({
      percentile: 1,
      unusual: null,
    });
    const low = { file: 'new', objectPassages: 10, presence: { NEP: 0 } };
    expect(frameOf(stand([low], history(1, 2, 3, 4, 5))[0], 'NEP')?.unusual).toBe('low');
    // A frame that nobody ever used is no surprise when it is not used again.
    expect(frameOf(stand([low], history(1, 2, 3, 4, 5))[0], 'PE')).toMatchObject({
      percentile: 0.5,
      unusual: null,
    });
  });

  it('compares only with documents of its institution that speak of the object', () => {
    const [standing] = stand(
      [{ file: 'new', presence: { NEP: 1 } }],
      [
        ...history(1, 2),
        { file: 'silent', objectPassages: 0 },
        { file: 'other', institution: 'Consejo', presence: { NEP: 1 } },
      ],
    );
    expect(standing).toMatchObject({ earlier: 3, compared: 2 });
    const [nobody] = stand([{ file: 'new', institution: null, presence: { NEP: 1 } }], history(1, 2));
    expect(nobody).toMatchObject({ earlier: 0, compared: 0 });
    expect(frameOf(nobody, 'NEP')?.percentile).toBeNull();
  });

  it('has no shares without passages about the object, and no neighbours without frames', () => {
    const [silent, plain] = stand(
      [
        { file: 'a-silent', objectPassages: 0 },
        { file: 'b-plain', objectPassages: 3 },
      ],
      history(1, 2, 3, 4, 5),
    );
    expect(frameOf(silent, 'NEP')).toMatchObject({ share: null, percentile: null, unusual: null });
    expect(frameOf(plain, 'NEP')).toMatchObject({ share: 0, percentile: 0, unusual: 'low' });
    expect(silent?.nearest).toEqual([]);
    expect(plain?.nearest).toEqual([]);
  });

  it('finds the earlier documents with the most similar mix, in any institution, ties by file', () => {
    const [standing] = stand(
      [{ file: 'new', presence: { NEP: 2, PE: 2 } }],
      [
        { file: 'far', presence: { ADD: 9 } },
        { file: 'b', institution: 'Consejo', presence: { NEP: 5, PE: 5 } },
        { file: 'a', presence: { NEP: 1, PE: 1 } },
        { file: 'near', presence: { NEP: 3, PE: 2 } },
        { file: 'without', objectPassages: 4 },
      ],
    );
    expect(standing?.nearest.map(({ file }) => file)).toEqual(['a', 'b', 'near']);
    expect(standing?.nearest[0]).toMatchObject({ distance: 0, institution: 'Red', objectPassages: 2 });
  });

  it('counts no union beside its parts in the mix', () => {
    const [standing] = stand(
      [{ file: 'new', presence: { NEP: 1, PE: 1 } }],
      [{ file: 'old', presence: { NEP: 1, PE: 1, DIL: 100 } }],
    );
    expect(standing?.nearest[0]?.distance).toBe(0);
  });

  it('takes a document in two languages as one', () => {
    const [standing, ...more] = stand(
      [
        { file: 'new', language: 'es', objectPassages: 2, presence: { NEP: 2 } },
        { file: 'new', language: 'pt', objectPassages: 2, presence: { PE: 1 } },
      ],
      [],
    );
    expect(more).toEqual([]);
    expect(standing).toMatchObject({ objectPassages: 4 });
    expect(frameOf(standing, 'NEP')?.share).toBe(0.5);
    expect(frameOf(standing, 'PE')?.share).toBe(0.25);
  });

  it('gives, for a document drawn like its forerunners, percentiles whose mean is one half', () => {
    // Leaving each document of a set out in turn: mid-ranks of all of them average exactly 1/2.
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 10 }), { minLength: 2, maxLength: 12 }), (counts) => {
        const all = history(...counts);
        const ranks = all.map((one) => {
          const others = all.filter((other) => other !== one);
          return frameOf(stand([one], others)[0], 'NEP')?.percentile ?? Number.NaN;
        });
        expect(ranks.reduce((sum, rank) => sum + rank, 0) / ranks.length).toBeCloseTo(0.5, 12);
      }),
    );
  });

  it('does not depend on the order of documents', () => {
    const said = fc.array(fc.record({ NEP: fc.nat({ max: 5 }), PE: fc.nat({ max: 5 }) }), { maxLength: 8 });
    fc.assert(
      fc.property(said, (list) => {
        const earlier = list.map((presence, index) => ({
          file: `old-${index}`,
          objectPassages: 5,
          presence,
        }));
        const added = [
          { file: 'x', objectPassages: 5, presence: { NEP: 2, PE: 1 } },
          { file: 'y', objectPassages: 5, presence: { PE: 3 } },
        ];
        expect(stand(added.toReversed(), earlier.toReversed())).toEqual(stand(added, earlier));
      }),
    );
  });
});
