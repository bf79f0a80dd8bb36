import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Speaker } from '../../src/assess/gather.ts';
import { clustersIn, isIn, support } from '../../src/assess/support.ts';

/** An institution whose documents have framed passages in these strata. */
function speaker(institution: string, ...documents: readonly (readonly string[])[]): Speaker {
  return {
    institution,
    documents: documents.length,
    passages: 0,
    clusters: documents.map((strata) => ({
      kind: null,
      cells: strata.map((stratum) => ({ stratum, a: 1, b: 1, framed: 2 })),
    })),
  };
}

describe('common support', () => {
  it('is what both sides have', () => {
    const source = [speaker('Red', ['es'], ['es'], ['pt'], ['pt'])];
    expect(support(source, [speaker('UNASUR', ['es'], ['es'], ['en'])])).toEqual(new Set(['es']));
    expect(support(source, [speaker('UNASUR', ['en'], ['en'])])).toEqual(new Set());
    expect(support([], [])).toEqual(new Set());
  });

  it('does not rest on an institution with a single document', () => {
    const source = [speaker('Red', ['es'], ['es'], ['pt'], ['pt'])];
    const policy = [speaker('UNASUR', ['es'], ['es']), speaker('RECM', ['pt'])];
    expect(support(source, policy)).toEqual(new Set(['es']));
  });

  it('follows the loss of a stratum to the institutions that lived on it', () => {
    // RECM has one document, so pt goes; Red then has one document left in es, so es goes as well.
    const source = [speaker('Red', ['es'], ['pt'])];
    const policy = [speaker('UNASUR', ['es'], ['es']), speaker('RECM', ['pt'])];
    expect(support(source, policy)).toEqual(new Set());
  });

  it('is the largest set of strata in which every comparison has both sides', () => {
    const names = ['p', 'q', 'r', 's'];
    const document = fc.subarray(names, { minLength: 1 });
    const side = fc.array(fc.array(document, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 });
    const holds = (strata: ReadonlySet<string>, one: readonly Speaker[], other: readonly Speaker[]) =>
      [...strata].every((stratum) =>
        [one, other].every((speakers) =>
          speakers.some(
            (each) => isIn(each, strata) && clustersIn(each.clusters, new Set([stratum])).length > 0,
          ),
        ),
      );
    fc.assert(
      fc.property(side, side, (one, other) => {
        const source = one.map((documents, at) => speaker(`s${at}`, ...documents));
        const policy = other.map((documents, at) => speaker(`p${at}`, ...documents));
        const subsets = Array.from(
          { length: 16 },
          (_, bits) => new Set(names.filter((_, at) => bits & (1 << at))),
        );
        const largest = subsets
          .filter((strata) => holds(strata, source, policy))
          .toSorted((x, y) => y.size - x.size)[0];
        expect(support(source, policy)).toEqual(largest);
      }),
    );
  });
});
