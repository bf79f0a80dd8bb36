import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromFileName, patternFault, voiceNamed } from '../../src/io/filename.ts';
import { standardVoices } from '../../src/model/study.ts';

const voices = new Set<string>(standardVoices);
const usual = '{institution}_{kind}_{date}_{language}';
const values = (name: string, pattern = usual) => fromFileName(name, pattern, voices).values;

describe('a file name', () => {
  it('says what its pattern names', () => {
    expect(values('red-andina_minutes_2009-05-14_es.pdf')).toEqual({
      institution: 'red andina',
      kind: 'minutes',
      date: '2009-05-14',
      language: 'es',
    });
    expect(values('RED_Acta_2009_PT.docx')).toMatchObject({
      institution: 'RED',
      kind: 'Acta',
      language: 'pt',
    });
  });

  it.each([
    ['an institution with the separator in it', 'red_andina_minutes_2009_es.pdf'],
    ['a date that does not exist', 'red_minutes_2009-02-30_es.pdf'],
    ['a date of another form', 'red_minutes_14-05-2009_es.pdf'],
    ['another language', 'red_minutes_2009_fr.pdf'],
    ['a part too few', 'red_2009_es.pdf'],
    ['a part too many', 'red_minutes_2009_es_v2.pdf'],
    ['no name but an ending', '.pdf'],
  ])('says nothing with %s', (_, name) => {
    expect(values(name)).toEqual({});
  });

  it('is read by any pattern, letters of the pattern being plain letters', () => {
    expect(values('[2009] acta (red).pdf', '[{date}] {kind} ({institution})')).toEqual({
      date: '2009',
      kind: 'acta',
      institution: 'red',
    });
    expect(values('civil-society+x+Mi_título.txt', '{voice}+{ignore}+{title}')).toEqual({
      voice: 'civil_society',
      title: 'Mi título',
    });
    expect(values('nobody+x+y.txt', '{voice}+{ignore}+{title}')).toEqual({});
    expect(values('a^b.txt', '{kind}^{title}')).toEqual({ kind: 'a', title: 'b' });
    expect(values('a]b.txt', '{kind}]{title}')).toEqual({ kind: 'a', title: 'b' });
    expect(values('anything.txt', 'constant')).toEqual({});
  });

  it('gives back the parts that a name was made of', () => {
    const part = fc.stringMatching(/^[a-zñ0-9](-?[a-z0-9]){0,6}$/);
    const date = fc.constantFrom('2009', '1999-12', '2015-06-30');
    fc.assert(
      fc.property(
        part,
        part,
        date,
        fc.constantFrom('en', 'es', 'pt'),
        (institution, kind, when, language) => {
          expect(values(`${institution}_${kind}_${when}_${language}.pdf`)).toEqual({
            institution: institution.replaceAll('-', ' '),
            kind,
            date: when,
            language,
          });
        },
      ),
    );
  });

  it('never takes long, whatever its length', () => {
    expect(values(`${'_a'.repeat(100_000)}.pdf`)).toEqual({});
  });
});

describe('a pattern', () => {
  it.each([
    ['{institution}_{year}', 'each of its fields known', '`{year}`'],
    ['{date}_{date}', 'each field once', '`{date}` twice'],
    ['{kind}{title}', 'something between two fields', '`{kind}{title}`'],
  ])('is none: %s', (pattern, _, found) => {
    expect(patternFault(pattern)?.found).toBe(found);
  });

  it('may leave out several parts', () => {
    expect(patternFault('{ignore}_{ignore}_{date}')).toBeNull();
    expect(patternFault(usual)).toBeNull();
    expect(patternFault('')).toBeNull();
  });
});

describe('a voice in a path', () => {
  it('may be written as folders are', () => {
    expect(voiceNamed('Civil-Society', voices)).toBe('civil_society');
    expect(voiceNamed('movements', voices)).toBeNull();
  });
});
