import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { runInline } from '../support/inline.ts';
import { put, tables, temporaryFolder } from '../support/tiny.ts';

type Row = Readonly<Record<string, string>>;

const minutes = (date: string) =>
  [
    'MESA DE LA FERIA',
    'Acta N.º 7/2009',
    `En la ciudad de Villa Aromo, el ${date}, se reúnen las personas que abajo se indican.`,
    'ASISTENTES',
    'Clara Montiel (Cooperativa Economía Solidaria)',
    'ORDEN DEL DÍA',
    '1. Apertura',
    'DESARROLLO',
    'La Presidencia recordó que la economía solidaria es una alternativa al capitalismo en cada barrio.',
    'Se levantó la sesión.',
  ].join('\n\n');

describe('what documents say of themselves', () => {
  it('stands in a table, suggests a date that is missing, contradicts one that is far off, and changes none', async () => {
    const folder = temporaryFolder();
    put(folder, {
      'study.yaml': 'title: Acts\n',
      'corpus/documents/missing.txt': minutes('5 de mayo de 2009'),
      'corpus/documents/off.txt': minutes('6 de mayo de 2009'),
      'corpus/documents/near.txt': minutes('7 de mayo de 2009'),
      'corpus/manifest.csv': [
        'file,title,institution,voice,kind,date,language,version_of',
        'documents/missing.txt,A,Mesa,civil_society,minutes,,es,distinct',
        'documents/off.txt,B,Mesa,civil_society,minutes,2003,es,distinct',
        'documents/near.txt,C,Mesa,civil_society,minutes,2010-01,es,distinct',
      ].join('\n'),
    });
    await runInline(folder);
    const table = tables(folder);
    const rows = (name: string): Row[] => parse(table[name] ?? '', { columns: true });
    const acts = rows('acts.csv');
    expect(
      acts.map(({ file, act, number, place, agenda, persons }) => [
        file,
        act,
        number,
        place,
        agenda,
        persons,
      ]),
    ).toEqual(
      ['missing', 'near', 'off'].map((name) => [
        `documents/${name}.txt`,
        'minutes',
        '7/2009',
        'Villa Aromo',
        'Apertura',
        '1',
      ]),
    );
    expect(rows('problems.csv').map(({ file, code }) => [file, code])).toEqual([
      ['documents/missing.txt', 'date_suggested'],
      ['documents/off.txt', 'metadata_contradiction'],
    ]);
    expect(rows('documents.csv').map(({ date }) => date)).toEqual(['', '2010-01', '2003']);
    const tags = rows('tags.csv');
    expect(tags.length).toBeGreaterThan(0);
    expect(
      tags.filter(({ zone }) => zone === 'attendance').filter(({ blocked }) => blocked !== 'zone'),
    ).toEqual([]);
    const [said] = rows('evidence.csv');
    expect(said).toMatchObject({
      zone: 'intervention',
      speaker: 'Presidencia',
      speaker_role: 'chair',
      form: 'paragraph',
    });
  });
});
