import PDFDocument from 'pdfkit';
import type { LexiconLanguage } from '../../../src/model/passage.ts';
import { type Line, nextLine } from './lines.ts';
import { marks, type SetDocument } from './truth.ts';

/** How a block is set; lengths in points. */
export type Style = {
  readonly font: string;
  readonly size: number;
  readonly align: 'left' | 'justified' | 'centred';
  /** Of the first line; the others are further left. */
  readonly indent: number;
  /** Of all lines but the first. */
  readonly hang: number;
  readonly above: number;
  /** The language by whose rules words are divided, or null where they are not. */
  readonly divided: LexiconLanguage | null;
  /** Printed twice, a hair apart, in place of a bold font. */
  readonly doubled: boolean;
};

/** A paragraph, heading, list item, row or note; `optional` as in the truth. */
export type Block = {
  readonly kind: string;
  readonly text: string;
  readonly style: Style;
  readonly optional?: boolean;
};

/** A rectangle that text runs into. */
export type Frame = {
  readonly page: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly bottom: number;
};

/** Where the next line goes: in which of the frames, and how far down the page. */
export type Cursor = { readonly frame: number; readonly y: number };

type Unit = { readonly kind: string; readonly optional?: boolean; text: string };
type SetPage = {
  continues: boolean;
  readonly units: Unit[];
  readonly notes: Unit[];
  readonly furniture: Unit[];
};

/** Distance from line to line, in font sizes. */
const leading = 1.25;

/** A PDF in the making, and its truth: every word that is printed is written down as it is printed. */
export class Setting {
  readonly pdf: PDFKit.PDFDocument;
  readonly #pages: SetPage[];
  readonly #drawn: 'as read' | 'by height';
  readonly #lines: { readonly page: number; readonly y: number; readonly draw: () => void }[] = [];
  readonly #bytes: Promise<Buffer>;

  /**
   * An A4 document with so many pages; the same calls give the same bytes. Lines are drawn into the file as they are
   * read, or by their height on the page, so that what stands side by side comes mixed, as some programs write it.
   */
  constructor(title: string, pages: number, drawn: 'as read' | 'by height' = 'as read') {
    this.#drawn = drawn;
    const made = new Date(Date.UTC(2014, 5, 15));
    const info = { Title: title, Author: 'Titrate', CreationDate: made, ModDate: made };
    this.pdf = new PDFDocument({ size: 'A4', margin: 0, bufferPages: true, info });
    const chunks: Buffer[] = [];
    this.#bytes = new Promise((resolve, reject) => {
      this.pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
      this.pdf.on('end', () => resolve(Buffer.concat(chunks)));
      this.pdf.on('error', reject);
    });
    for (let page = 1; page < pages; page++) this.pdf.addPage();
    this.#pages = Array.from({ length: pages }, () => ({
      continues: false,
      units: [],
      notes: [],
      furniture: [],
    }));
  }

  /** Lets blocks run through frames one after the other; throws where they do not fit. */
  flow(
    blocks: readonly Block[],
    frames: readonly Frame[],
    from: Cursor = { frame: 0, y: frames[0]?.top ?? 0 },
  ): Cursor {
    let { frame: f, y } = from;
    for (const block of blocks) {
      const { style } = block;
      let rest: readonly string[] = block.text.split(' ');
      let unit: Unit | null = null;
      let page = -1;
      for (let first = true; rest.length > 0; first = false) {
        if (first && y > (frames[f]?.top ?? 0)) y += style.above;
        const keep = block.kind === 'heading' && frames[f + 1] !== undefined ? 4 : 1;
        if (y + keep * style.size * leading > (frames[f]?.bottom ?? 0)) {
          f++;
          y = frames[f]?.top ?? 0;
        }
        const frame = frames[f];
        if (frame === undefined)
          throw new Error(`expected room for \`${block.text.slice(0, 40)}\`, got none: add a frame`);
        const inset = first ? style.indent : style.hang;
        const { line, rest: left } = nextLine(
          rest,
          (text) => this.#width(text, style) <= frame.width - inset,
          style.divided,
        );
        rest = left;
        this.#print(
          frame.page,
          line,
          style,
          { left: frame.left + inset, y, width: frame.width - inset },
          rest.length === 0,
        );
        if (unit === null || page !== frame.page) {
          const next: Unit = {
            kind: block.kind,
            ...(block.optional === true ? { optional: true } : {}),
            text: '',
          };
          const on = this.#page(frame.page);
          if (unit !== null && block.kind !== 'footnote') on.continues = true;
          (block.kind === 'footnote' ? on.notes : on.units).push(next);
          unit = next;
          page = frame.page;
        }
        unit.text = `${unit.text} ${markedText(line)}`.trim();
        y += style.size * leading;
      }
    }
    return { frame: f, y };
  }

  /** A row of a table: its cells side by side, each read to its end before the next; answers the lower edge. */
  row(cells: readonly string[], style: Style, frame: Frame, widths: readonly number[], y: number): number {
    const unit: Unit = { kind: 'table', text: '' };
    this.#page(frame.page).units.push(unit);
    let left = frame.left;
    let bottom = y;
    cells.forEach((cell, c) => {
      const width = (widths[c] ?? 0) - 8;
      let rest: readonly string[] = cell.split(' ');
      let at = y + 3;
      while (rest.length > 0) {
        const next = nextLine(rest, (text) => this.#width(text, style) <= width, null);
        rest = next.rest;
        this.#print(frame.page, next.line, style, { left: left + 4, y: at, width }, true);
        unit.text = `${unit.text} ${markedText(next.line)}`.trim();
        at += style.size * leading;
      }
      bottom = Math.max(bottom, at + 3);
      left += widths[c] ?? 0;
    });
    this.pdf.switchToPage(frame.page);
    let edge = frame.left;
    for (const width of widths) {
      this.pdf
        .rect(edge, y, width, bottom - y)
        .lineWidth(0.5)
        .stroke();
      edge += width;
    }
    return bottom;
  }

  /** Furniture at a place of a page, turned counter-clockwise by some degrees; `grey` from 0 (black) to 255. */
  furnish(
    page: number,
    kind: string,
    text: string,
    at: { x: number; y: number; size: number; turn?: number; grey?: number },
  ): void {
    const { x, y, size, turn = 0, grey = 0 } = at;
    this.pdf.switchToPage(page);
    this.pdf.save().font('Helvetica').fontSize(size).fillColor([grey, grey, grey]);
    if (turn !== 0) this.pdf.rotate(-turn, { origin: [x, y] });
    this.pdf.text(text, x, y, { lineBreak: false }).restore().fillColor('black');
    this.#page(page).furniture.push({ kind, text });
  }

  /** Ends the document. */
  async finish(): Promise<{ readonly pdf: Buffer; readonly truth: SetDocument }> {
    if (this.#drawn === 'by height') this.#lines.sort((a, b) => a.page - b.page || a.y - b.y);
    for (const { page, draw } of this.#lines) {
      this.pdf.switchToPage(page);
      draw();
    }
    this.pdf.end();
    const pages = this.#pages.map(({ continues, units, notes, furniture }) => ({
      continues,
      units: [...units, ...notes],
      furniture,
    }));
    return { pdf: await this.#bytes, truth: { pages } };
  }

  #page(index: number): SetPage {
    const page = this.#pages[index];
    if (page === undefined) throw new RangeError(`expected a page below ${this.#pages.length}, got ${index}`);
    return page;
  }

  #width(text: string, { font, size }: Style): number {
    return this.pdf.font(font).fontSize(size).widthOfString(text);
  }

  #print(
    page: number,
    line: Line,
    style: Style,
    at: { left: number; y: number; width: number },
    last: boolean,
  ): void {
    const { text } = line;
    const natural = this.#width(text, style);
    const gaps = text.split(' ').length - 1;
    const stretch = style.align === 'justified' && !last && gaps > 0 ? (at.width - natural) / gaps : 0;
    const x = style.align === 'centred' ? at.left + (at.width - natural) / 2 : at.left;
    const options = {
      lineBreak: false,
      ...(stretch > 0 ? { wordSpacing: Math.round(stretch * 100) / 100 } : {}),
    };
    const shifts = style.doubled ? [0, 0.3] : [0];
    const draw = () => {
      for (const shift of shifts)
        this.pdf
          .font(style.font)
          .fontSize(style.size)
          .text(text, x + shift, at.y, options);
    };
    this.#lines.push({ page, y: at.y, draw });
  }
}

function markedText({ text, hyphen }: Line): string {
  return hyphen === null ? text : text + marks[hyphen];
}
