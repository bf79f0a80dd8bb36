import { describe, expect, it } from 'vitest';
import { COUNTS, placeOf, polesOf, primaryPlace } from '../../../src/assess/robust/choices.ts';
import { addPassage, noCounts } from '../../../src/assess/robust/count.ts';
import type { Mark } from '../../../src/model/framing.ts';
import { markOf, measuredPoles } from '../../support/framings.ts';

const { poles, primary } = polesOf('DIL', measuredPoles);
const sides = { claimed: new Set(['new/one']), poles };
function counted(
  marks: readonly Mark[],
  at: Partial<Parameters<typeof placeOf>[0]> = {},
  domains = [0, 1, 2],
) {
  const counts = noCounts(poles.length);
  addPassage(counts, marks, sides, domains);
  const place = 2 * placeOf({ ...primaryPlace(primary), ...at }, poles.length);
  return [counts[place], counts[place + 1]];
}

describe('ways of counting', () => {
  it('are 216 beside weighting, each with a place of its own', () => {
    expect(poles.map(({ name }) => name)).toEqual(['ADD', 'PE', 'DIL', 'DIL+SOC']);
    expect(COUNTS * poles.length).toBe(216);
    const places = [0, 1].flatMap((unit) =>
      [0, 1, 2].flatMap((voice) =>
        [0, 1, 2].flatMap((negation) =>
          [0, 1, 2].flatMap((domain) =>
            poles.map((_, pole) => placeOf({ unit, voice, negation, domain, pole }, poles.length)),
          ),
        ),
      ),
    );
    expect(new Set(places).size).toBe(216);
    expect(Math.max(...places)).toBe(215);
  });

  it('count presence by passage and by sentence', () => {
    const marks = [
      markOf('new/one'),
      markOf('new/one'),
      markOf('new/one', { sentence: 9 }),
      markOf('poor/one'),
    ];
    expect(counted(marks)).toEqual([1, 1]);
    expect(counted(marks, { unit: 0 })).toEqual([2, 1]);
    expect(counted(marks, { pole: 0 })).toEqual([1, 0]);
  });

  it('drop, ignore or turn what is denied', () => {
    const denied = [markOf('new/one', { polarity: 'negated' })];
    expect(counted(denied)).toEqual([0, 0]);
    expect(counted(denied, { negation: 1 })).toEqual([1, 0]);
    expect(counted(denied, { negation: 2 })).toEqual([0, 1]);
    expect(counted([markOf('add/one', { polarity: 'hedged' })])).toEqual([0, 1]);
  });

  it('hear the author, whom the author follows, and everybody', () => {
    for (const [voice, heard] of [
      ['own', [1, 1, 1]],
      ['endorsed', [0, 1, 1]],
      ['neutral', [0, 0, 1]],
      ['rejected', [0, 0, 1]],
    ] as const)
      expect([0, 1, 2].map((level) => counted([markOf('new/one', { voice })], { voice: level })[0])).toEqual(
        heard,
      );
  });

  it('leave out domains that a passage is not in', () => {
    expect(counted([markOf('new/one')], { domain: 0 }, [2])).toEqual([0, 0]);
    expect(counted([markOf('new/one')], { domain: 2 }, [2])).toEqual([1, 0]);
  });

  it('know no poles of a code that is not measured', () => {
    expect(polesOf('NOSUCH', measuredPoles).poles).toEqual([]);
    expect(polesOf('PE', measuredPoles).poles.map(({ name }) => name)).toEqual(['PE', 'PE+SOC']);
  });
});
