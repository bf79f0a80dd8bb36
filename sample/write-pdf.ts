import PDFDocument from 'pdfkit';
import type { LexiconLanguage } from '../src/model/passage.ts';
import type { Block, Composed } from './compose.ts';
import { breaks } from './hyphenate.ts';

type Style = {
  readonly body: string;
  readonly bold: string;
  readonly size: number;
  readonly columns: number;
  readonly justified: boolean;
};
type Line = {
  readonly text: string;
  readonly font: string;
  readonly size: number;
  readonly above: number;
  readonly left: number;
  /** Points added to each space of a justified line. */
  readonly stretch: number;
  readonly centred: boolean;
  readonly mark: string | null;
};

const page = { width: 595.28, height: 841.89, side: 71, top: 92, bottom: 770, gutter: 24 };
const single: Style = { body: 'Times-Roman', bold: 'Times-Bold', size: 11, columns: 1, justified: false };
const double: Style = { body: 'Helvetica', bold: 'Helvetica-Bold', size: 9, columns: 2, justified: true };
const leading = 1.32;
const noteSize = 8;

/** Writes a document as PDF with running header, page numbers and footnotes; the same document gives the same bytes. */
export function writePdf(document: Composed): Promise<Buffer> {
  const style = document.planned.form === 'columns' ? double : single;
  const made = new Date(Date.UTC(Number(document.planned.date.slice(0, 4)), 5, 15));
  const pdf = new PDFDocument({
    size: 'A4',
    margin: 0,
    bufferPages: true,
    lang: document.planned.language,
    info: { Title: document.title, Author: document.institution, CreationDate: made, ModDate: made },
  });
  const chunks: Buffer[] = [];
  const done = new Promise<Buffer>((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
  flow(pdf, document, style);
  furnish(pdf, document, style);
  pdf.end();
  return done;
}

/** Lets the lines run through columns and pages; footnotes stand at the foot of the column that cites them. */
function flow(pdf: PDFKit.PDFDocument, document: Composed, style: Style): void {
  const width = (page.width - 2 * page.side - (style.columns - 1) * page.gutter) / style.columns;
  let column = 0;
  let top = page.top;
  let y = top;
  let notes: { readonly lines: readonly Line[]; readonly height: number }[] = [];
  const foot = () => notes.reduce((sum, note) => sum + note.height, 0);
  const left = () => page.side + column * (width + page.gutter);

  const settle = () => {
    let at = page.bottom - foot();
    if (notes.length > 0) {
      pdf
        .moveTo(left(), at - 4)
        .lineTo(left() + 90, at - 4)
        .lineWidth(0.5)
        .stroke();
    }
    for (const line of notes.flatMap((note) => note.lines)) {
      put(pdf, line, left(), at, width);
      at += line.size * leading;
    }
    notes = [];
  };
  const advance = () => {
    settle();
    column += 1;
    if (column === style.columns) {
      pdf.addPage();
      column = 0;
      top = page.top;
    }
    y = top;
  };

  for (const block of document.blocks) {
    const spans = block.kind === 'letterhead' || block.kind === 'title';
    const room = spans ? page.width - 2 * page.side : width;
    const note = block.kind === 'passage' ? block.note : null;
    const lines = linesOf(
      pdf,
      block,
      room,
      style,
      document.planned.language,
      note === null ? null : String(note.number),
    );
    const noteLines =
      note === null
        ? []
        : noteOf(pdf, `${note.number} ${note.text}`, width, style, document.planned.language);
    const noteHeight = noteLines.length * noteSize * leading + (noteLines.length > 0 ? 6 : 0);
    const keep = block.kind === 'heading' || block.kind === 'subheading' ? 3 : 1;
    lines.forEach((line, i) => {
      const needed = line.size * leading * (i === 0 ? keep : 1) + (line.mark === null ? 0 : noteHeight);
      if (y + line.above + needed > page.bottom - foot() - 6) advance();
      if (y > top) y += line.above;
      put(pdf, line, left(), y, room);
      y += line.size * leading;
      if (line.mark !== null) notes.push({ lines: noteLines, height: noteHeight });
    });
    if (block.kind === 'title') {
      y += 8;
      if (style.columns > 1) top = y;
    }
  }
  settle();
}

/** Header and page number, drawn last because only then the number of pages is known. */
function furnish(pdf: PDFKit.PDFDocument, document: Composed, style: Style): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let i = start; i < start + count; i += 1) {
    pdf.switchToPage(i);
    const footer = document.footer.replace('{page}', String(i + 1)).replace('{pages}', String(count));
    const small = { above: 0, left: 0, stretch: 0, centred: true, mark: null, font: style.body, size: 8.5 };
    const wide = page.width - 2 * page.side;
    put(pdf, { ...small, text: document.header }, page.side, 44, wide);
    pdf
      .moveTo(page.side, 60)
      .lineTo(page.width - page.side, 60)
      .lineWidth(0.5)
      .stroke();
    put(pdf, { ...small, text: footer }, page.side, 796, wide);
  }
}

function put(pdf: PDFKit.PDFDocument, line: Line, x: number, y: number, width: number): void {
  pdf.font(line.font).fontSize(line.size);
  const natural = pdf.widthOfString(line.text);
  const start = x + (line.centred ? Math.max(0, (width - natural) / 2) : line.left);
  const spacing = line.stretch > 0 ? { wordSpacing: line.stretch } : {};
  pdf.text(line.text, start, y, { lineBreak: false, ...spacing });
  if (line.mark !== null) {
    const after = start + natural + line.stretch * (line.text.split(' ').length - 1);
    pdf.fontSize(line.size * 0.65).text(line.mark, after + 0.5, y - 1, { lineBreak: false });
  }
}

function linesOf(
  pdf: PDFKit.PDFDocument,
  block: Block,
  width: number,
  style: Style,
  language: LexiconLanguage,
  mark: string | null,
): readonly Line[] {
  const base = { font: style.body, size: style.size, left: 0, stretch: 0, centred: false, mark: null };
  switch (block.kind) {
    case 'letterhead':
      return broken(pdf, block.text, width, { ...base, font: style.bold, above: 0, centred: true }, language);
    case 'title': {
      const line = { ...base, font: style.bold, size: style.size + 4, above: 14, centred: true };
      return broken(pdf, block.text, width, line, language);
    }
    case 'heading': {
      const line = { ...base, font: style.bold, size: style.size + 1, above: 12 };
      return broken(pdf, block.text, width, line, language);
    }
    case 'subheading':
      return broken(pdf, block.text, width, { ...base, font: style.bold, above: 9 }, language);
    case 'item':
      return broken(pdf, block.text, width, { ...base, above: 1, left: 14 }, language);
    case 'line':
      return broken(pdf, block.text, width, { ...base, above: 8 }, language);
    case 'passage': {
      const lines = broken(pdf, block.text, width, { ...base, above: 7 }, language, style.justified);
      return lines.map((line, i) => (i === lines.length - 1 ? { ...line, mark } : line));
    }
  }
}

function noteOf(
  pdf: PDFKit.PDFDocument,
  text: string,
  width: number,
  style: Style,
  language: LexiconLanguage,
): readonly Line[] {
  const line = {
    font: style.body,
    size: noteSize,
    above: 0,
    left: 0,
    stretch: 0,
    centred: false,
    mark: null,
  };
  return broken(pdf, text, width, line, language);
}

/** Breaks a text into lines, dividing a word with a hyphen where one of its syllables still fits. */
function broken(
  pdf: PDFKit.PDFDocument,
  text: string,
  width: number,
  line: Omit<Line, 'text'>,
  language: LexiconLanguage,
  justified = false,
): readonly Line[] {
  pdf.font(line.font).fontSize(line.size);
  const room = width - line.left;
  const fits = (candidate: string) => pdf.widthOfString(candidate) <= room;
  const rows: string[] = [];
  let row = '';
  for (const word of text.split(' ')) {
    const next = row === '' ? word : `${row} ${word}`;
    if (fits(next)) {
      row = next;
      continue;
    }
    const place = breaks(word, language).findLast((letters) => fits(`${row} ${word.slice(0, letters)}-`));
    rows.push(place === undefined ? row : `${row} ${word.slice(0, place)}-`);
    row = place === undefined ? word : word.slice(place);
  }
  rows.push(row);
  return rows.map((one, i) => {
    const spaces = one.split(' ').length - 1;
    const stretch =
      justified && i < rows.length - 1 && spaces > 0 ? (room - pdf.widthOfString(one)) / spaces : 0;
    return { ...line, above: i === 0 ? line.above : 0, text: one, stretch: Math.round(stretch * 100) / 100 };
  });
}
