import { beforeAll, describe, expect, it } from 'vitest';
import {
  alike,
  type Bundled,
  bundled,
  type Regenerated,
  regenerate,
  target,
} from '../../bench/support/tagged.ts';
import type { Estimate } from '../../src/model/finding.ts';
import { root } from '../sample/corpus.ts';

/** The small version of `bench/coverage.ts`: few samples and wide bounds, but the same way from draw to verdict. */
const runs = 40;
const perSide = 400;
let study: Bundled;
let planted: readonly Regenerated[];
let nothing: readonly Regenerated[];

beforeAll(async () => {
  study = await bundled(root);
  const all = (of: Bundled) => Array.from({ length: runs }, (_, at) => regenerate(of, 500 + at, perSide));
  planted = all(study);
  nothing = all({ ...study, publishers: alike(study.publishers, 0.5) });
}, 180_000);

const known = (estimates: readonly (Estimate | null)[]) => estimates.filter((one) => one !== null);
const biasOf = (estimates: readonly (Estimate | null)[], truth: number) =>
  known(estimates).reduce((sum, { value }) => sum + value - truth, 0) / runs;
const covering = (estimates: readonly (Estimate | null)[], truth: number) =>
  known(estimates).filter(({ lower, upper }) => lower <= truth && truth <= upper).length;

describe('the sample, regenerated as tagged passages', () => {
  it('is corrected, and always gives an estimate', () => {
    for (const { corrected, uncorrected, coded } of [...planted, ...nothing]) {
      expect(corrected).not.toBeNull();
      expect(uncorrected).not.toBeNull();
      expect(coded).toBe(2 * perSide);
    }
  });

  it('is visibly biased without correction and not with it', () => {
    const truth = target(study.publishers);
    for (const [samples, value] of [
      [planted, truth],
      [nothing, 0],
    ] as const) {
      const [raw, corrected] = [
        biasOf(
          samples.map((one) => one.uncorrected),
          value,
        ),
        biasOf(
          samples.map((one) => one.corrected),
          value,
        ),
      ];
      expect(raw).toBeGreaterThan(0.2);
      // Four standard errors of forty estimates with a spread of a quarter.
      expect(Math.abs(corrected)).toBeLessThan(0.16);
    }
  });

  it('is covered by intervals as often as they say, within what forty samples can tell', () => {
    const truth = target(study.publishers);
    // With 95 % coverage fewer than 34 of 40 come about once in 250 series.
    expect(
      covering(
        planted.map((one) => one.corrected),
        truth,
      ),
    ).toBeGreaterThanOrEqual(34);
    expect(
      covering(
        nothing.map((one) => one.corrected),
        0,
      ),
    ).toBeGreaterThanOrEqual(34);
    expect(
      covering(
        nothing.map((one) => one.uncorrected),
        0,
      ),
    ).toBeLessThan(32);
  });

  it('does not support the claim where there is nothing to find, and does where there is', () => {
    const supported = (samples: readonly Regenerated[]) =>
      samples.filter(({ verdict }) => verdict.startsWith('SUPPORTED')).length;
    expect(supported(nothing)).toBeLessThanOrEqual(3);
    expect(supported(planted)).toBeGreaterThan(runs / 2);
  });

  it('comes out the same with the same seed, whatever was made before', () => {
    expect(regenerate(study, 500 + runs - 1, perSide)).toEqual(planted.at(-1));
  });
});
