import {
  AlignmentType,
  Document,
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import type { Block, Composed } from './compose.ts';

/** Writes a document for a word processor, with header, page number and footnotes; always the same bytes. */
export async function writeDocx(document: Composed): Promise<Buffer> {
  const notes = document.blocks.flatMap((block) =>
    block.kind === 'passage' && block.note !== null ? [block.note] : [],
  );
  const [before = '', between = '', after = ''] = document.footer.split(/\{page\}|\{pages\}/);
  const file = new Document({
    title: document.title,
    creator: document.institution,
    footnotes: Object.fromEntries(
      notes.map((note) => [note.number, { children: [new Paragraph(note.text)] }]),
    ),
    sections: [
      {
        headers: { default: new Header({ children: [centred([new TextRun(document.header)])] }) },
        footers: {
          default: new Footer({
            children: [
              centred([
                new TextRun({
                  children: [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after],
                }),
              ]),
            ],
          }),
        },
        children: document.blocks.map(paragraph),
      },
    ],
  });
  const core = { path: 'docProps/core.xml', data: coreProperties(document) };
  return withFixedTimes(await Packer.toBuffer(file, undefined, [core]));
}

function paragraph(block: Block): Paragraph {
  const note = block.kind === 'passage' ? block.note : null;
  switch (block.kind) {
    case 'letterhead':
      return centred([new TextRun({ text: block.text, bold: true })]);
    case 'title':
      return new Paragraph({ text: block.text, heading: HeadingLevel.TITLE });
    case 'heading':
      return new Paragraph({ text: block.text, heading: HeadingLevel.HEADING_1 });
    case 'subheading':
      return new Paragraph({ text: block.text, heading: HeadingLevel.HEADING_2 });
    case 'item':
      return new Paragraph({ text: block.text, indent: { left: 360 } });
    default: {
      const children = [
        new TextRun(block.text),
        ...(note === null ? [] : [new FootnoteReferenceRun(note.number)]),
      ];
      return new Paragraph({ children, spacing: { before: 120, after: 120 } });
    }
  }
}

function centred(children: TextRun[]): Paragraph {
  return new Paragraph({ children, alignment: AlignmentType.CENTER });
}

/** The library would write the present time here. */
function coreProperties(document: Composed): string {
  const made = `${document.planned.date.slice(0, 4)}-06-15T00:00:00Z`;
  const text = (value: string) => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${text(document.title)}</dc:title><dc:creator>${text(document.institution)}</dc:creator>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${made}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${made}</dcterms:modified>`,
    '</cp:coreProperties>',
  ].join('');
}

/** Sets the time of every zip entry to 1 January 1980: the central directory is found from its end record. */
function withFixedTimes(zip: Buffer): Buffer {
  const copy = Buffer.from(zip);
  const end = copy.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  let entry = copy.readUInt32LE(end + 16);
  for (let left = copy.readUInt16LE(end + 10); left > 0; left -= 1) {
    const local = copy.readUInt32LE(entry + 42);
    copy.writeUInt32LE(0x00210000, entry + 12);
    copy.writeUInt32LE(0x00210000, local + 10);
    entry +=
      46 + copy.readUInt16LE(entry + 28) + copy.readUInt16LE(entry + 30) + copy.readUInt16LE(entry + 32);
  }
  return copy;
}
