import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Overlap, overlaps } from '../../src/model/study.ts';
import { keepByPolicy } from '../../src/tag/overlap.ts';
import { makeTerm } from './make.ts';
import { naiveKept } from './naive.ts';

/** Hits written `start-end:pattern`: of the pattern, the tens are the layer and the units below 5 one category. */
function keep(policy: Overlap, ...hits: readonly string[]): readonly string[] {
  const parsed = hits.map((hit) => {
    const [start = 0, end = 0, pattern = 0] = hit.split(/[-:]/).map(Number);
    return { start, end, pattern };
  });
  return keepByPolicy(parsed, policy, groupOf).map(({ start, end, pattern }) => `${start}-${end}:${pattern}`);
}

function groupOf(pattern: number): { readonly layer: string; readonly category: string } {
  return { layer: `${Math.floor(pattern / 10)}`, category: pattern % 10 < 5 ? 'low' : 'high' };
}

describe('overlapping hits, longest in a layer', () => {
  it.each([
    ['the longest goes first', ['0-1:10', '0-3:11', '2-3:12'], ['0-3:11']],
    ['even where it begins later', ['0-2:10', '1-4:11'], ['1-4:11']],
    ['of equal length the left one', ['1-3:10', '0-2:11'], ['0-2:11']],
    ['of equal place the first pattern', ['0-2:12', '0-2:11'], ['0-2:11']],
    ['a dropped hit frees nothing it touched', ['0-2:10', '1-4:11', '3-5:12'], ['1-4:11']],
    ['hits side by side stand', ['0-2:10', '2-4:10'], ['0-2:10', '2-4:10']],
    ['layers do not disturb each other', ['0-3:10', '1-2:20'], ['0-3:10', '1-2:20']],
    ['categories do', ['0-3:10', '1-2:15'], ['0-3:10']],
    ['the same hit twice counts once', ['0-2:10', '0-2:10'], ['0-2:10']],
    ['hits in any order come out by their starts', ['4-5:10', '0-2:11'], ['0-2:11', '4-5:10']],
    ['none stay none', [], []],
  ])('%s', (_, hits, kept) => {
    expect(keep('layer', ...hits)).toEqual(kept);
  });
});

describe('overlapping hits, the policies beside each other', () => {
  const nested = ['0-3:10', '1-2:11', '1-2:15'];
  const crossing = ['0-2:10', '1-3:11', '1-3:15'];
  const equal = ['0-2:10', '0-2:11', '0-2:15'];
  it.each([
    ['layer', ['0-3:10'], ['0-2:10'], ['0-2:10']],
    ['nested', ['0-3:10'], ['0-2:10', '1-3:15'], ['0-2:10', '0-2:15']],
    ['category', ['0-3:10', '1-2:15'], ['0-2:10', '1-3:15'], ['0-2:10', '0-2:15']],
    ['all', nested, crossing, equal],
  ] as const)('%s', (policy, ...kept) => {
    expect([nested, crossing, equal].map((hits) => keep(policy, ...hits))).toEqual(kept);
  });

  it('drops with `nested` what lies in the words of several others', () => {
    expect(keep('nested', '0-2:10', '2-4:11', '1-3:15')).toEqual(['0-2:10', '1-3:15', '2-4:11']);
    expect(keep('nested', '0-3:10', '3-6:11', '2-4:15')).toEqual(['0-3:10', '3-6:11']);
  });

  it('counts with `all` each hit once', () => {
    expect(keep('all', '0-2:10', '0-2:10', '0-1:10')).toEqual(['0-2:10', '0-1:10']);
  });

  it('keeps what a matcher keeps that settles one hit after the other', () => {
    const hit = fc
      .tuple(fc.nat(12), fc.integer({ min: 1, max: 4 }), fc.constantFrom(10, 11, 15, 16, 20, 25))
      .map(([start, length, pattern]) => ({ start, end: start + length, pattern }));
    fc.assert(
      fc.property(fc.array(hit, { maxLength: 14 }), fc.constantFrom(...overlaps), (hits, policy) => {
        const spans = hits.map(({ pattern, ...span }) => {
          const { layer, category } = groupOf(pattern);
          const isFrame = layer === '1';
          return {
            ...span,
            term: makeTerm('a', { id: `${pattern}`, category, layer: isFrame ? 'frame' : 'object' }),
          };
        });
        const kept = keepByPolicy(hits, policy, groupOf);
        const show = (all: readonly (readonly unknown[])[]) => all.map((one) => one.join(' ')).toSorted();
        expect(show(kept.map(({ start, end, pattern }) => [start, end, pattern]))).toEqual(
          show(naiveKept(spans, policy).map(({ start, end, term }) => [start, end, term.id])),
        );
      }),
      { numRuns: 2000 },
    );
  });
});
