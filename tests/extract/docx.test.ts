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
import { type Part, zip } from '../support/zip.ts';
import { codes, lines, read, texts } from './make.ts';

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

describe('a hostile DOCX', () => {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const package_ = (document: string, more: readonly Part[] = []) =>
    zip([
      {
        name: '[Content_Types].xml',
        content: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
      },
      {
        name: '_rels/.rels',
        content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${type}/officeDocument" Target="word/document.xml"/></Relationships>`,
      },
      { name: 'word/document.xml', content: document },
      ...more,
    ]);
  const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const body = (text: string) =>
    `<w:document xmlns:w="${w}"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`;

  it('is read by itself', async () => {
    expect(texts(await read('a.docx', package_(body('uno'))))).toEqual(['uno']);
  });

  it('that is a bomb is stopped by its limit, and costs nothing where the bomb is in a part never read', async () => {
    const bomb = package_(body('x'.repeat(60_000_000)));
    expect(bomb.length).toBeLessThan(100_000);
    const { value, problems } = await read('a.docx', bomb, { unpacked: 10_000_000 });
    expect(value).toBeNull();
    expect(problems).toEqual([
      { code: 'unpacked_too_large', file: 'a.docx', unit: 'bytes', limit: 10_000_000 },
    ]);
    const picture = { name: 'word/media/image1.png', content: Buffer.alloc(60_000_000) };
    const aside = await read('a.docx', package_(body('uno'), [picture]), { unpacked: 10_000_000 });
    expect(texts(aside)).toEqual(['uno']);
  });

  it('gives nothing of entities that it declares, and does not blow up on them', async () => {
    const lol = Array.from({ length: 12 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`);
    const laughs = `<!DOCTYPE d [<!ENTITY l0 "lol">${lol.join('')}<!ENTITY x SYSTEM "file:///etc/passwd">]>`;
    for (const entity of ['&l12;', '&x;']) {
      const outcome = await read('a.docx', package_(laughs + body(`uno ${entity}`)));
      expect(texts(outcome).join().length).toBeLessThan(100);
      expect(texts(outcome).join()).not.toMatch(/root:|lollol/);
    }
  });
});
