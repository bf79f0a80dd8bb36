import type { Composed } from './compose.ts';

/** How a plain text is encoded. */
export type Encoding = 'utf-8' | 'windows-1252' | 'utf-8 with BOM and CRLF';

const width = 78;

/** Writes a document as plain text in lines of at most 78 characters, paragraphs apart by a blank line. */
export function writeText(document: Composed, encoding: Encoding): Buffer {
  const parts = document.blocks.map((block, i) => {
    const close = block.kind === 'item' && document.blocks[i + 1]?.kind === 'item';
    return layOut(block.kind, block.text) + (close ? '\n' : '\n\n');
  });
  const text = `${parts.join('').trimEnd()}\n`;
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text, 'utf8');
    case 'windows-1252':
      // The dash is the one character in our texts that the encoding has and Latin-1 lacks.
      return Buffer.from(text.replaceAll('–', '\x96'), 'latin1');
    case 'utf-8 with BOM and CRLF':
      return Buffer.from(`\uFEFF${text.replaceAll('\n', '\r\n')}`, 'utf8');
  }
}

function layOut(kind: Composed['blocks'][number]['kind'], text: string): string {
  switch (kind) {
    case 'letterhead':
      return centred(text.toUpperCase());
    case 'title':
      return `${centred(text)}\n${centred('='.repeat(Math.min(width, text.length)))}`;
    case 'heading':
      return text.toUpperCase();
    case 'item':
      return wrapped(text, '   ');
    default:
      return wrapped(text, '');
  }
}

function centred(text: string): string {
  return ' '.repeat(Math.max(0, Math.floor((width - text.length) / 2))) + text;
}

function wrapped(text: string, indent: string): string {
  const rows: string[] = [];
  let row = indent;
  for (const word of text.split(' ')) {
    const next = row === indent ? row + word : `${row} ${word}`;
    if (next.length <= width) {
      row = next;
    } else {
      rows.push(row);
      row = indent + word;
    }
  }
  return [...rows, row].join('\n');
}
