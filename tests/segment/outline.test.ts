import { describe, expect, it } from 'vitest';
import type { Document, Line } from '../../src/model/document.ts';
import { segment } from '../../src/segment/segment.ts';
import { read } from '../extract/make.ts';
import { bare, documentOf, printed } from './print.ts';

/** Headings as `level text`, other passages as the section path they stand in. */
const told = (document: Document) =>
  segment(document, { language: 'es' }).passages.map(({ form, level, section, text }) =>
    form === 'heading' ? `${level} ${text}` : `${form} in ${section.join(' > ')}`,
  );

/** Lines under each other, each with its size and whether it is bold. */
function page(rows: readonly (readonly [text: string, size?: number, bold?: boolean])[]): Line[] {
  let top = 80;
  return rows.map(([text, size = 10, bold = false]) => {
    top += 30;
    return { ...printed(text, { top, size }), bold };
  });
}

const sentence = 'La asamblea trató el fondo de las cooperativas y aprobó el balance del año.';

describe('outline', () => {
  it('tells levels by size, then by bold print, and a path for every passage', () => {
    const rows = page([
      ['Plan de economía social', 20],
      ['Diagnóstico', 14],
      [sentence],
      ['Datos del sector', 10, true],
      [sentence],
      ['Propuestas', 14],
      [sentence],
    ]);
    expect(told(documentOf([rows]))).toEqual([
      '1 Plan de economía social',
      '2 Diagnóstico',
      'paragraph in Plan de economía social > Diagnóstico',
      '3 Datos del sector',
      'paragraph in Plan de economía social > Diagnóstico > Datos del sector',
      '2 Propuestas',
      'paragraph in Plan de economía social > Propuestas',
    ]);
  });

  it('tells the order of titles, chapters and sections in one print, with the titles below their names', () => {
    const rows = page([
      ['TÍTULO I'],
      ['De los principios'],
      ['CAPÍTULO I'],
      ['SECCIÓN I'],
      [sentence],
      ['CAPÍTULO II'],
      [sentence],
      ['TÍTULO II'],
      [sentence],
    ]);
    expect(told(documentOf([rows]))).toEqual([
      '1 TÍTULO I',
      '1 De los principios',
      '2 CAPÍTULO I',
      '3 SECCIÓN I',
      'paragraph in TÍTULO I De los principios > CAPÍTULO I > SECCIÓN I',
      '2 CAPÍTULO II',
      'paragraph in TÍTULO I De los principios > CAPÍTULO II',
      '1 TÍTULO II',
      'paragraph in TÍTULO II',
    ]);
  });

  it('tells depths of numbers, with plain headings below them', () => {
    const rows = page([
      ['1. Economía', 10, true],
      ['1.1. Fondos', 10, true],
      [sentence],
      ['Créditos', 10, true],
      [sentence],
      ['1.2. Ferias', 10, true],
      [sentence],
    ]);
    expect(told(documentOf([rows])).filter((line) => /^\d/.test(line))).toEqual([
      '1 1. Economía',
      '2 1.1. Fondos',
      '3 Créditos',
      '2 1.2. Ferias',
    ]);
  });

  it('takes no names, no list in capitals and no sentence of an article for headings', () => {
    const rows = page([
      ['ASISTENTES'],
      ['D. Ana Ruiz Soler', 10, true],
      ['SRA. EVA MAR', 10, true],
      [sentence],
      ['§ 4º Son inelegibles los menores.'],
      ['FERIA NORTE'],
      ['FERIA SUR'],
      ['FERIA ESTE'],
      ['FERIA OESTE'],
      [sentence],
    ]);
    expect(told(documentOf([rows])).filter((line) => /^\d/.test(line))).toEqual([
      '1 ASISTENTES',
      '1 FERIA NORTE',
    ]);
  });

  it('takes lines that end in rising page numbers for contents, two lines of one entry for one row', () => {
    const rows = page([
      ['Título I – De los fines 3'],
      ['Título II – De las socias y de los socios de las'],
      ['cooperativas 5'],
      ['Título III – De los fondos 5'],
      ['Título IV – De las ferias 12'],
      [sentence],
    ]);
    const { passages } = segment(documentOf([rows]), { language: 'es' });
    expect(passages.map(({ form }) => form)).toEqual([
      'table_row',
      'table_row',
      'table_row',
      'table_row',
      'paragraph',
    ]);
    expect(passages[1]?.text).toBe('Título II – De las socias y de los socios de las cooperativas 5');
  });

  it('takes the level from HTML and Markdown, and caps long names', async () => {
    const long = 'palabra '.repeat(40).trim();
    for (const [name, content] of [
      ['a.html', `<h1>Plan</h1><p>Uno.</p><h3>${long}</h3><p>Dos.</p><h2>Otra</h2><ul><li>Tres.</li></ul>`],
      ['a.md', `# Plan\n\nUno.\n\n### ${long}\n\nDos.\n\n## Otra\n\n- Tres.\n`],
    ] as const) {
      const { value } = await read(name, content);
      const { passages } = segment(value ?? documentOf([]), { language: 'es' });
      expect(passages.map(({ level }) => level)).toEqual([1, null, 3, null, 2, null]);
      expect(passages[3]?.section[1]).toHaveLength(160);
      expect(passages[5]?.section).toEqual(['Plan', 'Otra']);
    }
  });

  it('gives headings of plain text a level too', () => {
    const lines = ['CAPÍTULO I', '', sentence, '', 'Artículo 2', '', sentence].map((text) => bare(text));
    expect(told(documentOf([lines]))).toEqual([
      '1 CAPÍTULO I',
      'paragraph in CAPÍTULO I',
      '2 Artículo 2',
      'paragraph in CAPÍTULO I > Artículo 2',
    ]);
  });
});
