import type { Document, Line, Page } from '../../src/model/document.ts';
import { documentId, pageIndex, sha256 } from '../../src/model/units.ts';
import { plainLine } from '../support/parts.ts';

/** Where and how a line is printed; the width follows from the text, at half a font size a character. */
export type Print = { left?: number; top: number; size?: number; right?: number; height?: number };

/** A printed line. */
export function printed(text: string, { left = 72, top, size = 10, right, height }: Print): Line {
  const width = 0.5 * size * text.length;
  return {
    ...plainLine,
    text,
    box: { left, top, right: right ?? left + width, bottom: top + (height ?? size) },
    size,
  };
}

/** A line of which only the text is known, or its role too. */
export function bare(text: string, role: Line['role'] = null): Line {
  return { ...plainLine, text, role };
}

/** A document of printed or bare pages, 600 by 800 points. */
export function documentOf(pages: readonly (readonly Line[])[], labels: readonly string[] = []): Document {
  return {
    id: documentId(sha256('5e'.repeat(32))),
    format: 'pdf',
    reader: 'hand',
    title: null,
    pages: pages.map(
      (lines, i): Page => ({
        index: pageIndex(i),
        label: labels[i] ?? null,
        width: 600,
        height: 800,
        source: 'text',
        lines,
      }),
    ),
  };
}

/** How a column is set; `style` says how a paragraph is told from the one above. */
export type Setting = {
  style: 'gap' | 'indent';
  characters: number;
  left?: number;
  top?: number;
  bottom?: number;
  size?: number;
  hyphenate?: boolean;
};

/** Sets paragraphs in one column, justified but for last lines, on as many pages as it takes. */
export function typeset(paragraphs: readonly string[], setting: Setting): Line[][] {
  const { style, characters, left = 72, top = 100, bottom = 700, size = 10, hyphenate = false } = setting;
  const right = left + 0.5 * size * characters;
  const leading = 1.2 * size;
  const pages: Line[][] = [[]];
  let y = top;
  paragraphs.forEach((paragraph, p) => {
    if (p > 0 && style === 'gap') y += leading;
    const rows = wrap(paragraph, characters, style === 'indent' ? 4 : 0, hyphenate);
    rows.forEach((row, i) => {
      if (y + size > bottom) {
        pages.push([]);
        y = top;
      }
      const indent = style === 'indent' && i === 0 ? 2 * size : 0;
      const last = i === rows.length - 1;
      const place = { left: left + indent, top: y, size };
      pages.at(-1)?.push(printed(row, last ? place : { ...place, right }));
      y += leading;
    });
  });
  return pages;
}

/** Breaks a text into lines of at most so many characters; the first is shorter by an indent. */
export function wrap(text: string, characters: number, indent = 0, hyphenate = false): string[] {
  const rows: string[] = [];
  let row = '';
  const room = () => characters - (rows.length === 0 ? indent : 0);
  for (const word of text.split(' ')) {
    const free = room() - row.length - (row === '' ? 0 : 1);
    if (word.length <= free || row === '') {
      row = row === '' ? word : `${row} ${word}`;
      continue;
    }
    const cut = Math.min(free - 1, word.length - 3);
    if (hyphenate && cut >= 3 && /^\p{Ll}+$/u.test(word)) {
      rows.push(`${row} ${word.slice(0, cut)}-`);
      row = word.slice(cut);
    } else {
      rows.push(row);
      row = word;
    }
  }
  return [...rows, row];
}
