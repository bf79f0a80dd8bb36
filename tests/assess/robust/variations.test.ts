import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeOf, polesOf, primaryPlace } from '../../../src/assess/robust/choices.ts';
import { compared, contrastOf, sided } from '../../../src/assess/robust/compare.ts';
import { matrix } from '../../../src/assess/robust/matrix.ts';
import type { Framing } from '../../../src/model/framing.ts';
import { framingOf, markOf, measuredPoles, robustOf } from '../../support/framings.ts';

const categories = ['new/one', 'add/one', 'poor/one'];
const mark = fc
  .tuple(fc.constantFrom(...categories), fc.nat(1))
  .map(([category, term]) => markOf(category, { term: `${category}.es.${term}` }));
const study = fc
  .array(fc.array(mark, { minLength: 1, maxLength: 3 }), { minLength: 24, maxLength: 48 })
  .map((passages) =>
    ['Ma', 'Mb', 'Pa', 'Pb'].flatMap((institution, place) =>
      passages.flatMap((marks, at): Framing[] =>
        at % 4 !== place
          ? []
          : [
              framingOf({
                file: `${institution}/${Math.floor(at / 8)}.txt`,
                institution,
                voice: institution.startsWith('M') ? 'civil_society' : 'regional_body',
                kind: at % 8 < 4 ? 'minutes' : 'decision',
                ordinal: at,
                marks,
              }),
            ],
      ),
    ),
  );

describe('one change at a time', () => {
  it('gives what counting again without the term, category, kind or institution gives', () => {
    fc.assert(
      fc.property(study, (framings) => {
        const whole = robustOf(framings);
        for (const { kind, name, estimate } of whole.variations) {
          const left = leaving(framings, kind, name);
          if (left === null || estimate === null) continue;
          const again = contrastIn(left);
          // Only where the same institutions and strata are compared is it the same contrast.
          if (again.institutions !== whole.institutions && kind !== 'institution_out') continue;
          expect(again.estimate?.value).toBeCloseTo(estimate.value, 9);
          expect(again.estimate?.upper).toBeCloseTo(estimate.upper, 9);
        }
      }),
      { numRuns: 6 },
    );
  });

  it('names the term that decides the class', () => {
    const robust = robustOf(
      ['Ma', 'Mb', 'Pa', 'Pb'].flatMap((institution) => {
        const isSource = institution.startsWith('M');
        return Array.from({ length: 60 }, (_, at) => {
          const marks =
            at % 4 < 2
              ? isSource
                ? [markOf('new/one', { term: 'decisive' })]
                : []
              : [markOf(at % 4 === 2 ? 'new/one' : 'add/one')];
          return framingOf({
            file: `${institution}/${at % 7}.txt`,
            institution,
            voice: isSource ? 'civil_society' : 'regional_body',
            ordinal: at,
            marks,
          });
        }).toSorted((one, other) => (one.file < other.file ? -1 : 1));
      }),
    );
    expect(robust.estimate?.lower).toBeGreaterThan(0);
    const decisive = robust.variations.find(({ kind, name }) => kind === 'term_out' && name === 'decisive');
    expect(decisive?.changesClass).toBe(true);
    expect(Math.abs(robust.mostInfluential?.change ?? 0)).toBeGreaterThanOrEqual(
      Math.abs(decisive?.change ?? 0),
    );
    expect(robust.fragile).toContain('term');
  });
});

function leaving(framings: readonly Framing[], kind: string, name: string): readonly Framing[] | null {
  const without = (keep: (framing: Framing) => boolean) => framings.filter(keep);
  switch (kind) {
    case 'term_out':
      return framings.map((one) => ({ ...one, marks: one.marks.filter(({ term }) => term !== name) }));
    case 'family_out':
      return framings.map((one) => ({
        ...one,
        marks: one.marks.filter(({ category }) => category !== name),
      }));
    case 'kind_out':
      return without(({ kind: own }) => own !== name);
    case 'institution_out':
      return without(({ institution }) => institution !== name);
    case 'document_out':
      return without(({ file }) => file !== name);
    default:
      return null;
  }
}

/** The contrast alone, counted from the passages. */
function contrastIn(framings: readonly Framing[]) {
  const { poles, primary } = polesOf('DIL', measuredPoles);
  const documents =
    matrix(framings, {
      claimed: new Set(['new/one']),
      poles,
      primary,
      source: ['civil_society'],
      termSets: [],
      most: 1000,
    }) ?? [];
  const place = 2 * placeOf(primaryPlace(primary), poles.length);
  const { institutions } = compared(documents, ({ counts }) => ({
    a: counts[place] ?? 0,
    b: counts[place + 1] ?? 0,
  }));
  return { institutions: institutions.length, estimate: contrastOf(sided(institutions)) };
}
