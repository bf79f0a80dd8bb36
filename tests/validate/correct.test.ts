import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CodedPassage } from '../../src/model/coding.ts';
import { blankPortrait, type Observation } from '../../src/model/profile.ts';
import { correction } from '../../src/validate/correct.ts';
import { documentOf, passageOf } from '../support/codings.ts';
import { plainStudy } from '../support/study.ts';

/** A passage of a tiny population: its document, stratum, what the lexicon and what people say. */
type One = { readonly document: number; readonly stratum: number; readonly g: 0 | 1; readonly y: 0 | 1 };

const codes = ['SSE', 'NEP'];

function observationsOf(population: readonly One[], voice = 'civil_society'): readonly Observation[] {
  return [...Map.groupBy(population, ({ document }) => document)].map(([document, own]) => {
    const presence = { SSE: own.length, NEP: own.filter(({ g }) => g === 1).length, INT: 3 };
    return {
      document: documentOf(document),
      language: 'es' as const,
      passages: own.length,
      objectPassages: own.length,
      words: 0,
      objectWords: 0,
      presence,
      hits: presence,
      portrait: blankPortrait,
      file: `${document}.txt`,
      institution: `Institution ${document % 2}`,
      voice,
      kind: null,
      date: null,
      period: 'undated',
    };
  });
}

function codedOf(one: One, place: number, probability: number): CodedPassage {
  return {
    sample: 'sample-1',
    item: `I${place}`,
    document: documentOf(one.document),
    passage: passageOf(one.document, place),
    file: `${one.document}.txt`,
    side: 'source',
    pattern: one.g === 1 ? 'claimed' : 'anchor',
    language: 'es',
    probability,
    truth: { SSE: 1, NEP: one.y },
    predicted: { SSE: 1, NEP: one.g },
    origin: 'human',
  };
}

/** Every set of `count` of some places. */
function* sets(from: readonly number[], count: number): Generator<readonly number[]> {
  const [first, ...rest] = from;
  if (count === 0) yield [];
  else if (first !== undefined) {
    for (const others of sets(rest, count - 1)) yield [first, ...others];
    yield* sets(rest, count);
  }
}

const bit = fc.constantFrom<0 | 1>(0, 1);
const populations = fc.array(
  fc.record({ document: fc.integer({ min: 1, max: 3 }), stratum: fc.constantFrom(0, 1), g: bit, y: bit }),
  { minLength: 2, maxLength: 8 },
);

describe('correction', () => {
  it('is right on average over all samples that could have been drawn, whatever the lexicon does', () => {
    fc.assert(
      fc.property(populations, fc.integer({ min: 1, max: 3 }), (population, wanted) => {
        const places = population.map((_, at) => at);
        const strata = [0, 1].map((stratum) => places.filter((at) => population[at]?.stratum === stratum));
        const [first = [], second = []] = strata.map((own) => [...sets(own, Math.min(wanted, own.length))]);
        const observations = observationsOf(population);
        const sums = new Map<string, number>();
        let samples = 0;
        for (const one of first) {
          for (const other of second) {
            samples++;
            const passages = [...one, ...other].map((at) => {
              const own = population[at] as One;
              const size = strata[own.stratum]?.length ?? 1;
              return codedOf(own, at, Math.min(wanted, size) / size);
            });
            const { apply } = correction(observations, { passages, codes, problems: [] }, plainStudy);
            for (const observation of observations) {
              const { presence, document } = apply(observation);
              sums.set(document, (sums.get(document) ?? 0) + (presence['NEP'] ?? 0));
            }
          }
        }
        for (const [document, own] of Map.groupBy(population, (one) => documentOf(one.document))) {
          const truth = own.filter(({ y }) => y === 1).length;
          expect((sums.get(document) ?? 0) / samples).toBeCloseTo(truth, 9);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is exactly what people coded where they coded everything', () => {
    fc.assert(
      fc.property(populations, (population) => {
        const passages = population.map((one, at) => codedOf(one, at, 1));
        const observations = observationsOf(population);
        const { apply, totals, reason } = correction(
          observations,
          { passages, codes, problems: [] },
          plainStudy,
        );
        expect(reason).toBeNull();
        for (const observation of observations) {
          const own = population.filter(({ document }) => documentOf(document) === observation.document);
          expect(apply(observation).presence['NEP']).toBeCloseTo(own.filter(({ y }) => y === 1).length, 9);
          expect(apply(observation).objectPassages).toBeCloseTo(own.length, 9);
        }
        for (const { institution, code, corrected, reason: unstable } of totals.filter(
          (one) => one.code === 'NEP',
        )) {
          const own = population.filter(({ document }) => `Institution ${document % 2}` === institution);
          expect(code).toBe('NEP');
          expect(corrected).toBeCloseTo(own.filter(({ y }) => y === 1).length, 9);
          expect(unstable === null).toBe(corrected > 0);
        }
      }),
    );
  });

  it('sums over institutions to what it gives the documents', () => {
    fc.assert(
      fc.property(populations, (population) => {
        const passages = population.flatMap((one, at) => (at % 2 === 0 ? [codedOf(one, at, 0.5)] : []));
        const observations = observationsOf(population);
        const { apply, totals } = correction(observations, { passages, codes, problems: [] }, plainStudy);
        const documents = observations.map((one) => apply(one).presence['NEP'] ?? 0);
        const institutions = totals.filter(({ code }) => code === 'NEP').map(({ corrected }) => corrected);
        const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
        expect(total(institutions)).toBeCloseTo(total(documents), 8);
      }),
    );
  });

  it('leaves alone what is not coded, and voices that are not compared', () => {
    const population: One[] = [{ document: 1, stratum: 0, g: 1, y: 0 }];
    const passages = population.map((one, at) => codedOf(one, at, 1));
    const donor = observationsOf(population, 'donor');
    const { apply, covers, totals } = correction(donor, { passages, codes, problems: [] }, plainStudy);
    expect(donor.map(apply)).toEqual(donor);
    expect(totals).toEqual([]);
    expect(covers('INT')).toBe(false);
    expect(covers('NEP')).toBe(true);
    const [own] = observationsOf(population).map(
      correction(observationsOf(population), { passages, codes, problems: [] }, plainStudy).apply,
    );
    expect(own?.presence).toMatchObject({ NEP: 0, INT: 3 });
  });

  it('says why it cannot be used', () => {
    const population: One[] = [{ document: 1, stratum: 0, g: 1, y: 0 }];
    const observations = observationsOf(population);
    expect(correction(observations, { passages: [], codes, problems: [] }, plainStudy).reason).toBe(
      'no_codings',
    );
    const passages = population.map((one, at) => codedOf(one, at, 0.25));
    const gap = {
      code: 'stratum_uncoded',
      file: 'codings/sample-1',
      stratum: 'policy, neither, pt',
    } as const;
    expect(correction(observations, { passages, codes, problems: [gap] }, plainStudy).reason).toBe(
      'stratum_uncoded',
    );
    const changed = { code: 'population_changed', file: 'codings/sample-1' } as const;
    expect(correction(observations, { passages, codes, problems: [changed] }, plainStudy).reason).toBe(
      'population_changed',
    );
    // One wrong hit that stands for four: less than nothing is left.
    const { totals } = correction(observations, { passages, codes, problems: [] }, plainStudy);
    expect(totals.find(({ code }) => code === 'NEP')).toMatchObject({
      uncorrected: 1,
      corrected: -3,
      reason: 'correction_unstable',
    });
    expect(correction([], { passages: [], codes: [], problems: [] }, plainStudy)).toMatchObject({
      totals: [],
    });
  });

  it('counts coded passages a side, and those without a hit', () => {
    const population: One[] = [
      { document: 1, stratum: 0, g: 1, y: 0 },
      { document: 1, stratum: 0, g: 0, y: 0 },
    ];
    const passages = population.map((one, at) => codedOf(one, at, 1));
    const { coded } = correction(observationsOf(population), { passages, codes, problems: [] }, plainStudy);
    expect(coded).toEqual({ source: { passages: 2, withoutHit: 1 }, policy: { passages: 0, withoutHit: 0 } });
  });
});
