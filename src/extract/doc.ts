import WordExtractor from 'word-extractor';
import { clean } from './clean.ts';
import { type Reading, unmeasuredPage, unplacedLine } from './reading.ts';

/** A document as it is read; its published types leave out that signs can be kept as they stand. */
type Part = (options: { readonly filterUnicode: false }) => string;
type Word = { readonly getBody: Part; readonly getFootnotes: Part; readonly getEndnotes: Part };

const raw = { filterUnicode: false } as const;

/** Signs by which Word before 2007 marks the cells and rows of tables. */
const cell = '\u0007';

/**
 * Reads a document of Word 97 to 2003: its paragraphs, the rows of its tables, then its foot- and endnotes. Which
 * paragraph is a heading is not told. Throws where the file is no such document.
 */
export async function readDoc(bytes: Uint8Array): Promise<Reading> {
  const document = (await new WordExtractor().extract(Buffer.from(bytes))) as unknown as Word;
  const notes = [document.getFootnotes(raw), document.getEndnotes(raw)].flatMap((text) => paragraphs(text));
  const lines = [
    ...paragraphs(document.getBody(raw)).map((text) =>
      text.includes('\t') ? unplacedLine(text, 'table_row') : unplacedLine(text, 'paragraph'),
    ),
    ...notes.map((text) => unplacedLine(text, 'footnote')),
  ];
  return { reader: 'word-extractor', title: null, pages: [unmeasuredPage(0, lines)] };
}

function paragraphs(text: string): readonly string[] {
  return text
    .replaceAll(cell, '\t')
    .split(/[\n\r\f]+/)
    .map((line) => clean(line).replace(/^[ \t]+|[ \t]+$/g, ''))
    .filter((line) => line.trim() !== '');
}
