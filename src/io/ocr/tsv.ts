import type { SeenLine, SeenWord } from '../../model/recognition.ts';

/** Kinds of rows in Tesseract's TSV: a line, and a word of the line before it. */
const line = '4';
const word = '5';
const columns = 12;

/**
 * The lines of a page in Tesseract's TSV, in its reading order. Rows without text (it gives pictures a word that is
 * blank) and lines without words are left out.
 */
export function linesInTsv(tsv: string): readonly SeenLine[] {
  const lines: SeenWord[][] = [];
  for (const row of tsv.split('\n')) {
    const cells = row.split('\t');
    const kind = cells[0];
    if (kind === line) lines.push([]);
    if (kind !== word || cells.length < columns) continue;
    const seen = wordIn(cells);
    if (seen !== null) lines.at(-1)?.push(seen);
  }
  return lines.filter(({ length }) => length > 0);
}

function wordIn(cells: readonly string[]): SeenWord | null {
  const [left = 0, top = 0, width = 0, height = 0, confidence = 0] = cells.slice(6, 11).map(Number);
  const text = cells.slice(11).join('\t').trim();
  const isSound = [left, top, width, height, confidence].every(Number.isFinite);
  if (text === '' || !isSound || width <= 0 || height <= 0) return null;
  return {
    text,
    confidence: Math.min(100, Math.max(0, confidence)),
    box: { left, top, right: left + width, bottom: top + height },
  };
}
