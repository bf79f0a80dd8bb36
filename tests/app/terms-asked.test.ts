import { describe, expect, it } from 'vitest';
import { type Asking, patternsOf, termsAsked } from '../../src/app/terms-asked.ts';

const term = (id: string, pattern: string, layer: 'frame' | 'mask' = 'frame') => ({
  id,
  theme: id.slice(0, id.indexOf('/')),
  pattern,
  layer,
});
const lexicon: Asking = {
  terms: [
    term('poverty/aid.es.000001', 'ayuda'),
    term('poverty/aid_more.es.000002', 'más ayuda'),
    term('add_on/help.es.000003', 'Ayuda'),
    term('masks/names.es.000004', 'Ayuda S.A.', 'mask'),
  ],
  categories: [{ code: 'PE', categories: ['poverty/aid', 'add_on/help'] }],
};
const asked = (frame: string | null, one: string | null = null) => termsAsked({ frame, term: one }, lexicon);

describe('the terms that a search asks for', () => {
  it('are those of a code, a theme or a category, by how their ids begin', () => {
    expect(asked(null)).toBeNull();
    expect(asked('PE')).toEqual(['poverty/aid.', 'add_on/help.']);
    expect(asked('poverty')).toEqual(['poverty/']);
    expect(asked('poverty/aid')).toEqual(['poverty/aid.']);
  });

  it('are found by pattern without regard to case, or by id, within the frame', () => {
    expect(asked(null, 'AYUDA')).toEqual(['poverty/aid.es.000001', 'add_on/help.es.000003']);
    expect(asked('poverty', 'ayuda')).toEqual(['poverty/aid.es.000001']);
    expect(asked(null, 'poverty/aid_more.es.000002')).toEqual(['poverty/aid_more.es.000002']);
    expect(asked('PE', 'ayuda')).toHaveLength(2);
  });

  it('have to be in the lexicon', () => {
    expect(() => asked('pover')).toThrow(/frame: expected one of PE, poverty, add_on, got "pover"/);
    expect(() => asked('add_on', 'más ayuda')).toThrow(/term: expected a term of `add_on`, got "más ayuda"/);
    expect(() => asked(null, 'x')).toThrow(/term: expected a term of the lexicon, got "x"/);
  });

  it('are listed once each, without masks', () => {
    expect(patternsOf(lexicon, null)).toEqual(['Ayuda', 'ayuda', 'más ayuda']);
    expect(patternsOf(lexicon, 'add_on')).toEqual(['Ayuda']);
  });
});
