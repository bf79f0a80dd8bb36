import { describe, expect, it } from 'vitest';
import { gather } from '../../../src/assess/gather.ts';
import { contrastOf } from '../../../src/assess/robust/compare.ts';
import { sideOf } from '../../../src/assess/side.ts';
import { beforeAfter } from '../../../src/assess/time/before-after.ts';
import { groupContrast, grouping, groupSums } from '../../../src/stats/groupcontrast.ts';
import { observation } from '../../support/observation.ts';

describe('an institution with none of one kind', () => {
  const none = Array.from({ length: 5 }, () => ({ a: 0, b: 10 }));
  const some = Array.from({ length: 5 }, (_, at) => ({ a: 5 + (at % 2), b: 5 }));
  const least = 1 / 0.5 + 1 / 50.5;

  it('has the same variance in a finding, in other ways of counting and over time', () => {
    const own = none.map(({ a, b }, at) => observation({ file: `n/${at}`, presence: { NEP: a, DIL: b } }));
    const speakers = gather(own, ['civil_society'], { numerator: 'NEP', denominator: 'DIL' });
    const { side } = sideOf('source', ['civil_society'], speakers, new Set());
    expect(side.institutions[0]?.variance).toBeCloseTo(least, 12);
    const mean = (pairs: typeof none) =>
      contrastOf([
        { side: 'source', pairs },
        { side: 'policy', pairs: some },
      ])?.standardError ?? Number.NaN;
    const rest = contrastOf([
      { side: 'source', pairs: some },
      { side: 'policy', pairs: some },
    ]);
    expect(mean(none) ** 2).toBeCloseTo(least + (rest?.standardError ?? Number.NaN) ** 2 / 2, 10);
    const columns = { a: Float64Array.from(none, ({ a }) => a), b: Float64Array.from(none, ({ b }) => b) };
    const sums = groupSums(columns, grouping(new Int32Array(none.length), 1));
    expect(groupContrast(sums, [1])?.variance).toBeCloseTo(least, 12);
    const timed = [...some, ...none].map((pair, at) => ({ ...pair, kind: null, time: at }));
    const halves = beforeAfter(timed, 5).estimate;
    expect(halves?.standardError).toBeCloseTo(mean(none), 10);
  });
});
