import { describe, expect, it } from 'vitest';
import { StudyFile } from '../../src/model/study.ts';
import { held } from '../../src/profile/held.ts';

const study = (known: unknown) =>
  StudyFile.parse({ title: 't', known, institutions: [{ name: 'Consejo de Obras', aliases: ['COSI'] }] });
const sources = [
  { institution: 'Consejo de Obras', date: '2009-05' },
  { institution: 'Consejo de Obras', date: '2012' },
  { institution: 'Consejo de Obras', date: null },
  { institution: null, date: '2009' },
];

describe('documents held of those known', () => {
  it('are those of the years that are told, under any name of the body', () => {
    const { known, institutions } = study([{ institution: 'cosi', documents: 4, from: 2008, to: 2010 }]);
    expect(held({ known, institutions }, [], sources)).toEqual([
      { institution: 'Consejo de Obras', from: 2008, to: 2010, known: 4, held: 1, undated: 1, share: 0.25 },
    ]);
  });

  it('are all where no years are told, and never more than all that exist', () => {
    const { known, institutions } = study([{ institution: 'Consejo de Obras', documents: 2 }]);
    expect(held({ known, institutions }, [], sources)).toMatchObject([{ held: 3, undated: 0, share: 1 }]);
  });

  it('are told without a share of bodies of which nobody said how many exist', () => {
    const { known, institutions } = study([{ institution: 'COSI', documents: 5, to: 2010 }]);
    expect(held({ known, institutions }, ['Consejo de Obras', 'Otro'], sources)).toMatchObject([
      { institution: 'Consejo de Obras', held: 1, share: 0.2 },
      { institution: 'Otro', held: 0, known: null, share: null },
    ]);
  });

  it('are refused where years run backwards or nothing exists', () => {
    expect(() => study([{ institution: 'x', documents: 3, from: 2010, to: 2008 }])).toThrow(
      'from not after to',
    );
    expect(() => study([{ institution: 'x', documents: 0 }])).toThrow();
  });
});
