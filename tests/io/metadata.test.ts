import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromFolders, mergeMetadata, unknownMetadata } from '../../src/io/metadata.ts';
import type { MetadataClaim } from '../../src/model/ports.ts';
import { type Metadata, standardVoices } from '../../src/model/study.ts';

const voices = new Set<string>(standardVoices);
const study = {
  institutions: [
    { name: 'Red Andina de Economía Solidaria', voice: 'civil_society', aliases: ['RAES', 'Red Andina'] },
    { name: 'Consejo', aliases: [] },
  ],
};
const claim = (from: string, values: Partial<Metadata>): MetadataClaim => ({ from, values });
const merge = (...claims: readonly MetadataClaim[]) => mergeMetadata('a.pdf', claims, study);
const contradiction = (field: string, kept: readonly [string, string], other: readonly [string, string]) => ({
  code: 'metadata_contradiction',
  file: 'a.pdf',
  field,
  kept: { from: kept[0], value: kept[1] },
  other: { from: other[0], value: other[1] },
});

describe('metadata from several places', () => {
  it('fill each other in', () => {
    const { metadata, problems } = merge(
      claim('manifest', { ...unknownMetadata, title: 'Acta' }),
      claim('path', { voice: 'donor', institution: 'Puente' }),
      claim('file name', { date: '2009-05', language: 'es' }),
    );
    expect(problems).toEqual([]);
    expect(metadata).toEqual({
      ...unknownMetadata,
      title: 'Acta',
      voice: 'donor',
      institution: 'Puente',
      date: '2009-05',
      date_precision: 'month',
      language: 'es',
    });
  });

  it('follow the first and name both where they contradict', () => {
    const { metadata, problems } = merge(
      claim('manifest', { voice: 'party', kind: 'minutes', language: 'es' }),
      claim('path', { voice: 'donor', kind: 'Minutes' }),
      claim('file name', { language: 'pt', voice: 'party' }),
    );
    expect(metadata).toMatchObject({ voice: 'party', kind: 'minutes', language: 'es' });
    expect(problems).toEqual([
      contradiction('voice', ['manifest', 'party'], ['path', 'donor']),
      contradiction('language', ['manifest', 'es'], ['file name', 'pt']),
    ]);
  });

  it('compare institutions by alias, case, accents and punctuation', () => {
    const agreed = merge(
      claim('manifest', { institution: 'Red Andina de Economia Solidaria' }),
      claim('path', { institution: 'red_andina' }),
      claim('file name', { institution: 'raes' }),
    );
    expect(agreed.problems).toEqual([]);
    expect(agreed.metadata.institution).toBe('Red Andina de Economía Solidaria');
    expect(
      merge(claim('manifest', { institution: 'Consejo' }), claim('path', { institution: 'RAES' })).problems,
    ).toEqual([
      contradiction('institution', ['manifest', 'Consejo'], ['path', 'Red Andina de Economía Solidaria']),
    ]);
  });

  it('end with the voice that the study gives the institution', () => {
    expect(merge(claim('path', { institution: 'RAES' })).metadata.voice).toBe('civil_society');
    expect(merge(claim('path', { institution: 'consejo' })).metadata.voice).toBeNull();
    expect(merge(claim('path', { institution: 'RAES', voice: 'party' })).problems).toEqual([
      contradiction('voice', ['path', 'party'], ['study.yaml', 'civil_society']),
    ]);
  });

  it('follow the more precise of dates that agree', () => {
    const { metadata, problems } = merge(
      claim('manifest', { date: '2009' }),
      claim('path', { date: '2009-05' }),
      claim('file name', { date: '2009-06-01' }),
    );
    expect(metadata).toMatchObject({ date: '2009-05', date_precision: 'month' });
    expect(problems).toEqual([contradiction('date', ['path', '2009-05'], ['file name', '2009-06-01'])]);
  });

  it('take a date only as far as its precision says', () => {
    const { metadata, problems } = merge(
      claim('manifest', { date: '2009-01-01', date_precision: 'year' }),
      claim('file name', { date: '2009-07' }),
    );
    expect(problems).toEqual([]);
    expect(metadata).toMatchObject({ date: '2009-07', date_precision: 'month' });
    expect(merge(claim('manifest', { date: '2009', date_precision: 'day' }))).toMatchObject({
      metadata: { date: '2009', date_precision: 'year' },
      problems: [
        contradiction(
          'date_precision',
          ['date of the manifest', 'year'],
          ['date_precision of the manifest', 'day'],
        ),
      ],
    });
  });

  it('never lose a contradiction', () => {
    const said = {
      title: fc.constantFrom('Acta', 'ACTA', 'Ley'),
      institution: fc.constantFrom('RAES', 'red-andina', 'Consejo', 'Otra'),
      voice: fc.constantFrom('party', 'donor'),
      date: fc.constantFrom('2009', '2009-05', '2009-05-14', '2009-06', '2010'),
      language: fc.constantFrom('es' as const, 'pt' as const),
    };
    const claims = fc.array(fc.record(said, { requiredKeys: [] }), { maxLength: 5 });
    fc.assert(
      fc.property(claims, (values) => {
        const all = values.map((one, index) => claim(`place ${index}`, one));
        const { metadata, problems } = merge(...all);
        const named = problems.flatMap((problem) =>
          problem.code === 'metadata_contradiction' ? [problem] : [],
        );
        expect(named).toHaveLength(problems.length);
        for (const field of ['title', 'voice', 'language', 'date', 'institution'] as const) {
          for (const { from, values: one } of all) {
            const value = one[field];
            if (value == null) continue;
            const told = named.some((problem) => problem.field === field && problem.other.from === from);
            // Its own words for when two values are the same.
            expect(told, `${field} of ${from}`).toBe(!sameBy(field, value, String(metadata[field])));
          }
        }
      }),
    );
  });
});

/** Whether a value can stand beside the one that was followed, written out by hand for the values above. */
function sameBy(field: string, value: string, kept: string): boolean {
  if (field === 'date') return kept.startsWith(value);
  const raes = ['RAES', 'red-andina', 'Red Andina de Economía Solidaria'];
  if (field === 'institution' && raes.includes(value)) return raes.includes(kept);
  return value.toLowerCase() === kept.toLowerCase();
}

describe('folders', () => {
  const say = (folders: readonly string[], fields: Parameters<typeof fromFolders>[1]['folders']) =>
    fromFolders(folders, { folders: fields }, voices).values;

  it('say what the study says they stand for', () => {
    expect(say(['civil_society', 'red-andina'], ['voice', 'institution'])).toEqual({
      voice: 'civil_society',
      institution: 'red andina',
    });
    expect(say(['2009', 'ES', 'minutes', 'deep', 'er'], ['ignore', 'language', 'kind'])).toEqual({
      language: 'es',
      kind: 'minutes',
    });
    expect(say(['Civil-Society'], ['voice', 'institution'])).toEqual({ voice: 'civil_society' });
  });

  it('say nothing where they are no voice and no language', () => {
    expect(say(['drafts', 'fr'], ['voice', 'language'])).toEqual({});
    expect(say([], ['voice', 'institution'])).toEqual({});
  });
});
