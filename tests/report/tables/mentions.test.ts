import { describe, expect, it } from 'vitest';
import { mentions } from '../../../src/profile/mention/mentions.ts';
import { mentionsTable } from '../../../src/report/tables/mentions.ts';
import { noActors } from '../../support/actors.ts';
import { passageOf } from '../../support/mentions.ts';

describe('the table of mentions', () => {
  const text = 'El Instituto del Agua ejecutó $ 1.500,50 en 2009.';
  const rows = mentions([passageOf({ id: 'x', language: 'es', zone: 'body', text })], [], noActors).map(
    (mention) => ({
      file: 'a.pdf',
      institution: null,
      voice: null,
      date: '2010',
      cited: '7',
      mention,
      longest: 9,
    }),
  );
  const lines = [...mentionsTable(rows).content].join('').trim().split('\n');

  it('has one row a mention, with its place and values, and its words as far as rights allow', () => {
    const [header = '', ...written] = lines.map((line) => line.split(','));
    const cell = (row: number, name: string) => written[row]?.[header.indexOf(name)];
    expect(written).toHaveLength(rows.length);
    expect([cell(0, 'kind'), cell(0, 'id'), cell(0, 'quote'), cell(0, 'page')]).toEqual([
      'actor',
      'name:instituto del agua',
      'Instituto',
      '7',
    ]);
    expect([cell(1, 'kind'), cell(1, 'role'), cell(1, 'actor_start')]).toEqual(['role', 'implementing', '3']);
    expect([cell(2, 'value'), cell(2, 'currency'), cell(2, 'year'), cell(2, 'start')]).toEqual([
      '1500.5',
      '$',
      '2009',
      '30',
    ]);
  });

  it('describes every column', () => {
    for (const { meaning } of mentionsTable([]).columns) expect(meaning.length).toBeGreaterThan(5);
  });
});
