import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { observation } from '../support/observation.ts';
import { dilution, plainStudy } from '../support/study.ts';

const RUNS = 200;
/** Correlation of frames within a document, as in the simulations behind the protocol. */
const WITHIN = 0.15;

describe('95 % interval', () => {
  it('covers the true contrast in about 95 of 100 corpora', () => {
    const random = xoroshiro128plus(20140601);
    const uniform = () => uniformFloat64(random);
    // Passages of one document by Pólya's urn: beta-binomial without a gamma generator.
    const document = (share: number) => {
      const size = 1 + Math.floor(uniform() * 22);
      const urn = (1 - WITHIN) / WITHIN;
      let NEP = 0;
      for (let drawn = 0; drawn < size; drawn++) if (uniform() < (urn * share + NEP) / (urn + drawn)) NEP++;
      return { NEP, DIL: size - NEP };
    };
    const truth = Math.log(0.6 / 0.4) - Math.log(0.35 / 0.65);
    let covered = 0;
    let bias = 0;
    for (let run = 0; run < RUNS; run++) {
      const observations = ['a', 'b', 'c', 'd'].flatMap((institution, at) =>
        Array.from({ length: 12 }, (_, i) =>
          observation({
            file: `${institution}/${i}`,
            institution,
            voice: at < 2 ? 'civil_society' : 'regional_body',
            presence: document(at < 2 ? 0.6 : 0.35),
          }),
        ),
      );
      const estimate = assess(observations, dilution, plainStudy)[0]?.estimate;
      if (estimate === null || estimate === undefined) throw new Error('an estimate was expected');
      if (estimate.lower <= truth && truth <= estimate.upper) covered++;
      bias += (estimate.value - truth) / RUNS;
    }
    expect(covered / RUNS).toBeGreaterThan(0.91);
    expect(covered / RUNS).toBeLessThan(0.99);
    expect(Math.abs(bias)).toBeLessThan(0.06);
  });
});
