import { describe, expect, it } from 'vitest';
import { resolveMeasured } from '../../src/tag/measured.ts';
import { makeSource } from './make.ts';

const themes = {
  one: { layer: 'frame', categories: { b: { es: ['b'] }, a: { es: ['a'] } } },
  two: { layer: 'frame', categories: { c: { es: ['c'] } } },
} as const;

function resolve(codes: Parameters<typeof makeSource>[1]) {
  const { measured, errors } = resolveMeasured(makeSource(themes, codes));
  return {
    categories: Object.fromEntries(measured.map(({ code, categories }) => [code, categories])),
    errors,
  };
}

describe('the measured categories', () => {
  it('consist of whole themes, single categories and other codes, each category once and sorted', () => {
    const { categories, errors } = resolve({
      Z: { from: ['one/b'] },
      ALL: { from: ['two', 'one/b'], union: ['Z', 'ONE'] },
      ONE: { from: ['one'] },
    });
    expect(errors).toEqual([]);
    expect(categories).toEqual({ ALL: ['one/a', 'one/b', 'two/c'], ONE: ['one/a', 'one/b'], Z: ['one/b'] });
    expect(Object.keys(categories)).toEqual(['ALL', 'ONE', 'Z']);
  });

  it('report unknown names, of themes, categories and codes', () => {
    const { categories, errors } = resolve({
      A: { from: ['three', 'one/c', 'two'], union: ['B', 'toString'] },
    });
    expect(errors).toEqual([
      { code: 'code_unknown_category', file: 'categories.yaml', of: 'A', found: 'three' },
      { code: 'code_unknown_category', file: 'categories.yaml', of: 'A', found: 'one/c' },
      { code: 'code_unknown_code', file: 'categories.yaml', of: 'A', found: 'B' },
      { code: 'code_unknown_code', file: 'categories.yaml', of: 'A', found: 'toString' },
    ]);
    expect(categories).toEqual({ A: ['two/c'] });
  });

  it('report circles with the way round, and end all the same', () => {
    const { errors } = resolve({
      A: { union: ['B'] },
      B: { union: ['C', 'A'] },
      C: { union: ['C'] },
      D: { union: ['A'] },
    });
    expect(errors).toEqual([
      { code: 'code_circular', file: 'categories.yaml', of: 'A', path: ['A', 'B', 'A'] },
      { code: 'code_circular', file: 'categories.yaml', of: 'B', path: ['B', 'A', 'B'] },
      { code: 'code_circular', file: 'categories.yaml', of: 'C', path: ['C', 'C'] },
    ]);
  });

  it('report a code that consists of nothing', () => {
    expect(resolve({ A: {} }).errors).toEqual([{ code: 'code_empty', file: 'categories.yaml', of: 'A' }]);
  });
});
