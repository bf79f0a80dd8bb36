import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  codesBySimulation,
  codesByTruth,
  simulatedAdjudicator,
  simulatedCoders,
  slips,
  type Told,
} from '../../sample/coders.ts';
import { dice } from '../../sample/dice.ts';
import { slug, unsure } from '../../src/model/coding.ts';

const columns = ['SSE', 'NEP', 'PE', 'ADD'].map((code) => ({ code }));
const truths: fc.Arbitrary<Told> = fc
  .record({ object: fc.boolean(), frames: fc.subarray(['NEP', 'PE', 'ADD', 'INT']) })
  .map(({ object, frames }) => ({ object, frames: object ? frames : [] }));

describe('simulated coders', () => {
  it('say in their names that they are none', () => {
    for (const name of [...simulatedCoders, simulatedAdjudicator]) {
      expect(name).toMatch(/^simulated-/);
      expect(slug.safeParse(name).success).toBe(true);
    }
  });

  it('write what a sheet takes: 1, 0 or ?, and no frame of a passage that they find without the object', () => {
    fc.assert(
      fc.property(truths, fc.integer(), (truth, seed) => {
        const codes = codesBySimulation(truth, columns, 'SSE', dice(seed, 'test'));
        for (const value of Object.values(codes)) expect(['1', '0', unsure]).toContain(value);
        expect(Object.keys(codes)).toEqual(codes['SSE'] === '0' ? ['SSE'] : ['SSE', 'NEP', 'PE', 'ADD']);
      }),
    );
  });

  it('answer what is asked of every passage, object or not, without a change to what they say of frames', () => {
    const asked = [...columns, ...['H3_A', 'H3_B', 'H5_B'].map((code) => ({ code, alone: true as const }))];
    fc.assert(
      fc.property(truths, fc.integer(), (truth, seed) => {
        const told = { ...truth, named: ['channel:social', 'money:own'] };
        const codes = codesBySimulation(told, asked, 'SSE', dice(seed, 'test'), dice(seed, 'apart'));
        for (const code of ['H3_A', 'H3_B', 'H5_B']) expect(['1', '0', unsure]).toContain(codes[code]);
        expect(codes).toMatchObject(codesBySimulation(truth, columns, 'SSE', dice(seed, 'test')));
        expect(codesByTruth(told, asked, 'SSE')).toMatchObject({ H3_A: '1', H3_B: '0', H5_B: '1' });
      }),
    );
  });

  it('see no definition anywhere, and a part in the matter where somebody acts or pays', () => {
    const asked = ['SSE', 'H2B_SUBSTANTIVE', 'DEF'].map((code) => ({ code }));
    const of = (named: readonly string[]) =>
      codesByTruth({ object: true, frames: ['NEP'], named }, asked, 'SSE');
    expect(of(['channel:social'])).toEqual({ SSE: '1', H2B_SUBSTANTIVE: '1', DEF: '0' });
    expect(of([])).toEqual({ SSE: '1', H2B_SUBSTANTIVE: '0', DEF: '0' });
  });

  it('slip as often as they should', () => {
    const draw = dice(1, 'slips');
    const runs = 40_000;
    const of = (truth: Told, code: string) =>
      Array.from({ length: runs }, () => codesBySimulation(truth, columns, 'SSE', draw)[code]).filter(
        (value) => value !== undefined,
      );
    const share = (values: readonly string[], value: string) =>
      values.filter((one) => one === value).length / values.length;
    const there = of({ object: true, frames: ['NEP'] }, 'NEP');
    expect(share(there, unsure)).toBeCloseTo(slips.unsure, 2);
    expect(share(there, '0')).toBeCloseTo((1 - slips.unsure) * slips.overlooked, 2);
    expect(share(of({ object: true, frames: [] }, 'NEP'), '1')).toBeCloseTo(
      (1 - slips.unsure) * slips.imagined,
      3,
    );
  });

  it('do the same with the same dice', () => {
    const all = (seed: number) => {
      const draw = dice(seed, 'again');
      return Array.from({ length: 200 }, () =>
        codesBySimulation({ object: true, frames: ['PE'] }, columns, 'SSE', draw),
      );
    };
    expect(all(3)).toEqual(all(3));
    expect(all(3)).not.toEqual(all(4));
  });

  it('are overruled by the truth', () => {
    fc.assert(
      fc.property(truths, (truth) => {
        const codes = codesByTruth(truth, columns, 'SSE');
        expect(codes['SSE']).toBe(truth.object ? '1' : '0');
        for (const { code } of columns.slice(1))
          expect(codes[code] ?? '0').toBe(truth.frames.includes(code) ? '1' : '0');
      }),
    );
  });
});
