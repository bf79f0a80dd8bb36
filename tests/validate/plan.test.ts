import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { patterns, sides } from '../../src/model/coding.ts';
import { InputError } from '../../src/model/input.ts';
import { type Counted, columnsOf, plan, planFacts } from '../../src/validate/plan.ts';
import { measured } from '../support/codings.ts';
import { plainStudy } from '../support/study.ts';

const strata = fc.uniqueArray(
  fc.record({
    side: fc.constantFrom(...sides),
    pattern: fc.constantFrom(...patterns),
    language: fc.constantFrom('en' as const, 'es' as const, 'pt' as const),
    size: fc.integer({ min: 1, max: 800 }),
    before: fc.constant(0),
  }),
  { selector: ({ side, pattern, language }) => `${side} ${pattern} ${language}`, maxLength: 30 },
);

const drawn = (all: readonly Counted[], side: string, of: 'size' | 'drawn') =>
  all.reduce((sum, one) => sum + (one.side === side ? Number({ drawn: 0, ...one }[of]) : 0), 0);

describe('plan', () => {
  it('gives each side its half, and the rest of a small side to the other', () => {
    fc.assert(
      fc.property(strata, fc.integer({ min: 200, max: 900 }), (all, total) => {
        const made = plan(all, { total });
        const everything = all.reduce((sum, { size }) => sum + size, 0);
        const own = made.strata.reduce((sum, one) => sum + one.drawn, 0);
        expect(own).toBe(Math.min(everything, total));
        for (const side of sides) {
          expect(drawn(made.strata, side, 'drawn')).toBeLessThanOrEqual(drawn(all, side, 'size'));
        }
      }),
    );
  });

  it('draws the same number a side where that is asked', () => {
    fc.assert(
      fc.property(strata, fc.integer({ min: 100, max: 400 }), (all, perSide) => {
        const made = plan(all, { perSide });
        for (const side of sides) {
          expect(drawn(made.strata, side, 'drawn')).toBe(Math.min(perSide, drawn(all, side, 'size')));
        }
      }),
    );
  });

  it('says what a side comes to', () => {
    const all: Counted[] = [
      { side: 'source', pattern: 'claimed', language: 'es', size: 40, before: 0 },
      { side: 'source', pattern: 'neither', language: 'es', size: 900, before: 0 },
    ];
    expect(planFacts(plan(all, { perSide: 60 }), 'source')).toMatchObject({
      passages: 940,
      drawn: 60,
      floor: 30,
      wanted: 60,
    });
    expect(planFacts(plan(all, { perSide: 20 }), 'source').floor).toBeLessThan(30);
    expect(planFacts(plan(all, null), 'policy')).toMatchObject({ passages: 0, drawn: 0 });
  });
});

describe('columnsOf', () => {
  const codes = (asked: readonly string[]) => columnsOf(measured, plainStudy, asked).map(({ code }) => code);

  it('asks for the object and the parts of the poles, unless told otherwise', () => {
    expect(codes([])).toEqual(['SSE', 'NEP', 'ADD', 'PE']);
    expect(codes(['PE'])).toEqual(['SSE', 'PE']);
    expect(codes(['all'])).toEqual(['SSE', 'NEP', 'ADD', 'PE']);
    expect(codes(['VOICE', 'POLARITY'])).toEqual(['SSE', 'NEP', 'ADD', 'PE', 'VOICE', 'POLARITY']);
  });

  it('asks what hypotheses about mentions need, by their names or all of them', () => {
    const mentions = ['H4_A', 'H4_B', 'H6_A'].map((code) => ({
      code,
      hypothesis: code.slice(0, 2),
      title: '',
      definition: '',
      field: null,
    }));
    const of = (asked: readonly string[]) => columnsOf(measured, plainStudy, asked, mentions);
    expect(of([]).some(({ alone }) => alone)).toBe(false);
    expect(of(['H4']).map(({ code }) => code)).toEqual(['SSE', 'NEP', 'ADD', 'PE', 'H4_A', 'H4_B']);
    expect(of(['PE', 'mentions']).map(({ code }) => code)).toEqual(['SSE', 'PE', 'H4_A', 'H4_B', 'H6_A']);
    expect(of(['H6']).at(-1)).toEqual({ code: 'H6_A', values: ['1', '0'], alone: true });
    expect(() => of(['H7'])).toThrow(/some of NEP, ADD, PE, VOICE, POLARITY, mentions, H4, H6, got H7/);
  });

  it.each([['DIL'], ['nep'], ['']])('refuses %j, which is no category or a union of some', (asked) => {
    expect(() => codes([asked])).toThrow(InputError);
    expect(() => codes([asked])).toThrow(
      /--codes: expected all, or some of NEP, ADD, PE, VOICE, POLARITY, got/,
    );
  });
});
