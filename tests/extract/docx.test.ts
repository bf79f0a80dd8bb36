import {
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  type ISectionOptions,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { describe, expect, it } from 'vitest';
import { codes, lines, read } from './make.ts';

async function docx(children: ISectionOptions['children'], footnote = ''): Promise<Uint8Array> {
  const footnotes = footnote === '' ? {} : { footnotes: { 1: { children: [new Paragraph(footnote)] } } };
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }], ...footnotes })));
}

const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });

describe('DOCX', () => {
  it('gives headings, paragraphs, lists and rows of tables with their roles', async () => {
    const bytes = await docx([
      new Paragraph({ text: 'Acta N° 3', heading: HeadingLevel.HEADING_1 }),
      new Paragraph({
        children: [new TextRun('La economía '), new TextRun({ text: 'solidaria', bold: true })],
      }),
      new Paragraph({ text: 'punto', bullet: { level: 0 } }),
      new Table({ rows: [new TableRow({ children: [cell('a'), cell('b')] })] }),
    ]);
    const outcome = await read('acta.docx', bytes);
    expect(lines(outcome).map((line) => `${line.role}: ${line.text}`)).toEqual([
      'heading: Acta N° 3',
      'paragraph: La economía solidaria',
      'list_item: punto',
      'table_row: a\tb',
    ]);
    expect(outcome).toMatchObject({ value: { format: 'docx', reader: 'mammoth' }, problems: [] });
  });

  it('keeps footnotes', async () => {
    const paragraph = new Paragraph({ children: [new TextRun('texto'), new FootnoteReferenceRun(1)] });
    const outcome = await read('acta.docx', await docx([paragraph], 'nota al pie'));
    expect(lines(outcome).some((line) => line.text.includes('nota al pie'))).toBe(true);
  });

  it('is read under any name', async () => {
    const outcome = await read('acta.pdf', await docx([new Paragraph('uno')]));
    expect(codes(outcome)).toEqual(['format_mismatch']);
    expect(outcome.value?.format).toBe('docx');
  });

  it('reports one that is cut off, and one without text', async () => {
    const bytes = await docx([new Paragraph('uno')]);
    expect(codes(await read('acta.docx', bytes.slice(0, bytes.length / 2)))).toEqual(['damaged']);
    expect(codes(await read('acta.docx', await docx([new Paragraph('')])))).toEqual(['no_text']);
  });
});
