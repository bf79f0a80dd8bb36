import { describe, expect, it } from 'vitest';
import { drawnFrames, elementary, framesOf, lookOf, poleFrames } from '../../src/report/frames.ts';
import { buildResults } from '../support/results.ts';

const codes = (list: readonly { readonly code: string }[]) => list.map(({ code }) => code);

describe('frames', () => {
  it('takes unions and the object for no frames of their own', () => {
    expect(codes(elementary(buildResults()))).toEqual(['NEP', 'ADD', 'PE', 'INT']);
  });

  it('finds the parts of the poles, and after them what else occurs', () => {
    const results = buildResults();
    expect(codes(poleFrames(results))).toEqual(['NEP', 'ADD', 'PE']);
    expect(codes(drawnFrames(results))).toEqual(['NEP', 'ADD', 'PE', 'INT']);
  });

  it('takes no actor, object or marker for a frame, nor what mixes them in', () => {
    const results = buildResults();
    const actor = { code: 'ACTOR', label: 'Actors', definition: '', categories: ['sse/terms'] };
    const mixed = { ...actor, code: 'MIXED', categories: ['sse/terms', 'integration/region'] };
    const made = { ...results, categories: [actor, mixed, ...results.categories.toReversed()] };
    expect(codes(framesOf(made))).toEqual(['NEP', 'PE', 'ADD', 'INT']);
  });

  it('tells the four frames apart by colour and by shape', () => {
    const looks = ['NEP', 'ADD', 'PE', 'INT', 'ECON'].map(lookOf);
    expect(new Set(looks.map(({ tone }) => tone)).size).toBe(5);
    expect(new Set(looks.map(({ symbol }) => symbol)).size).toBe(5);
  });
});
