import { describe, expect, it } from 'vitest';
import { compile } from '../../src/tag/compile.ts';
import { resolveLexicon } from '../../src/tag/resolve.ts';
import { makeSource } from './make.ts';

const { lexicon } = resolveLexicon(
  makeSource(
    { object: { layer: 'object', categories: { a: { es: ['x'] }, b: { es: ['y'] } } } },
    { SSE: { from: ['object'] }, ONE: { from: ['object/a'] } },
  ),
);

describe('compiling a lexicon', () => {
  it('takes the categories of the object', () => {
    const { object } = compile(lexicon, { object: 'SSE' });
    expect([...object]).toEqual(['object/a', 'object/b']);
  });

  it('refuses an object that is not measured, and says what is', () => {
    expect(() => compile(lexicon, { object: 'ESS' })).toThrow(
      new RangeError('expected `object` to be a measured category (`ONE`, `SSE`), got `ESS`'),
    );
  });
});
