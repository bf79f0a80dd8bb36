import { describe, expect, it } from 'vitest';
import { createReader } from '../../src/tag/read.ts';
import { makeTerm } from './make.ts';

describe('reading a text', () => {
  const read = createReader([
    makeTerm('b', { layer: 'object', theme: 'z' }),
    makeTerm('a b'),
    makeTerm('b', { layer: 'actor', theme: 'a' }),
    makeTerm('c d', { layer: 'mask', theme: 'm' }),
    makeTerm('d'),
    makeTerm('d e'),
    makeTerm('b', { language: 'en' }),
  ]);

  it('gives mentions in order of place and layer, apart from those under masks', () => {
    const { open, blocked, masks } = read('A b, c d e', 'es');
    const show = (list: typeof open) =>
      list.map(({ start, end, term }) => `${start}-${end} ${term.layer} ${term.pattern}`);
    expect(show(open)).toEqual(['0-3 frame a b', '2-3 object b', '2-3 actor b']);
    expect(show(blocked)).toEqual(['7-10 frame d e']);
    expect(show(masks)).toEqual(['5-8 mask c d']);
  });

  it('knows nothing in a language without terms', () => {
    expect(read('b', 'en').open).toHaveLength(1);
    for (const language of ['pt', 'und', 'other'] as const) {
      expect(read('b', language)).toEqual({ open: [], blocked: [], masks: [], cues: [] });
    }
  });

  it('refuses terms that the resolver would have refused', () => {
    expect(() => createReader([makeTerm('(a')])('a', 'es')).toThrow('expected `theme/category.es.');
  });
});
