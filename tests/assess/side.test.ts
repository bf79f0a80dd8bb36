import { describe, expect, it } from 'vitest';
import { gather } from '../../src/assess/gather.ts';
import { sideOf } from '../../src/assess/side.ts';
import { observation } from '../support/observation.ts';

const rows = [
  observation({ file: 'r/1', institution: 'Red', presence: { NEP: 4, DIL: 1 } }),
  observation({ file: 'r/2', institution: 'Red', presence: { NEP: 2, DIL: 3 }, objectPassages: 9 }),
  observation({ file: 'r/3', institution: 'Red', presence: { NEP: 9 }, language: 'pt' }),
  observation({ file: 'r/4', institution: 'Red', objectPassages: 3 }),
  observation({ file: 'o/1', institution: 'Otra', presence: { DIL: 2 } }),
  observation({ file: 'o/2', institution: 'Otra', presence: { NEP: 7 }, language: 'pt' }),
];
const speakers = gather(rows, ['civil_society'], { numerator: 'NEP', denominator: 'DIL' });

describe('side', () => {
  it('counts all its documents, but rests on the compared ones', () => {
    const { side, speakers: within } = sideOf(
      'source',
      ['civil_society'],
      speakers,
      new Set(['es 2005-2009']),
    );
    expect(side).toMatchObject({
      documents: 6,
      passages: 35,
      framedDocuments: 2,
      framedPassages: 10,
      effectiveDocuments: 2,
      theta: expect.closeTo(Math.log(6.5 / 4.5), 12),
    });
    expect(side.institutions).toMatchObject([
      {
        institution: 'Otra',
        documents: 2,
        framedDocuments: 1,
        numerator: 0,
        denominator: 2,
        leftOut: 'one_document',
      },
      { institution: 'Red', documents: 4, framedDocuments: 2, numerator: 6, denominator: 4, leftOut: null },
    ]);
    expect(within.map(({ clusters }) => clusters.length)).toEqual([2]);
  });

  it('describes its institutions over all strata where nothing is compared', () => {
    const { side, speakers: within } = sideOf('source', ['civil_society'], speakers, new Set());
    expect(side).toMatchObject({ framedDocuments: 5, framedPassages: 28, theta: null });
    expect(side.institutions).toMatchObject([
      { institution: 'Otra', numerator: 7, denominator: 2, leftOut: 'no_common_support' },
      { institution: 'Red', numerator: 15, denominator: 4, leftOut: 'no_common_support' },
    ]);
    expect(side.institutions.every(({ theta, variance }) => theta !== null && variance !== null)).toBe(true);
    expect(within).toEqual([]);
  });
});
