import { type Block, isBlank, type PlacedLine, type PlacedPage } from './layout.ts';
import { flowOf, plainBlocks } from './plain.ts';
import { printedBlocks } from './printed.ts';
import { measure, rowsOf } from './rows.ts';

/**
 * Paragraphs, headings, list items, table rows and footnotes of a document in reading order: as the format
 * marks them, else from the places of lines, else from blank lines and line lengths.
 */
export function blocksOf(pages: readonly PlacedPage[]): readonly Block[] {
  const lines = pages.flatMap((page) => page.lines);
  const flow = flowOf(lines.filter((line) => kindOf(line, true) === 'plain'));
  const measures = measure(rowsOf(lines.filter((line) => kindOf(line, false) === 'printed')));
  return pages.flatMap((page) => {
    const parted = afterBreaks(page.lines);
    return stretches(page.lines, flow.gap > 0)
      .flatMap(({ kind, lines: stretch }) => {
        if (kind === 'plain') return plainBlocks(stretch, flow);
        return kind === 'printed' ? printedBlocks(stretch, measures) : stretch.map(markedBlock);
      })
      .map((block) => (startsIn(block, parted) ? { ...block, afterBreak: true } : block));
  });
}

type Kind = 'plain' | 'printed' | 'marked';

/** In a text where every printed line is marked as a block, list items are lines like the others. */
function kindOf({ role, box }: PlacedLine, wrapped: boolean): Kind {
  if (role !== null && role !== 'paragraph' && !(wrapped && role === 'list_item')) return 'marked';
  return role === null && box !== null ? 'printed' : 'plain';
}

/** Runs of lines that are read in the same way; blank lines go with what is around them. */
function stretches(
  lines: readonly PlacedLine[],
  wrapped: boolean,
): readonly { readonly kind: Kind; readonly lines: PlacedLine[] }[] {
  const found: { kind: Kind; lines: PlacedLine[] }[] = [];
  for (const line of lines) {
    const open = found.at(-1);
    const kind = kindOf(line, wrapped);
    if (open !== undefined && (open.kind === kind || isBlank(line))) open.lines.push(line);
    else found.push({ kind, lines: [line] });
  }
  return found;
}

function markedBlock(line: PlacedLine): Block {
  const { role } = line;
  const form = role === 'heading' || role === 'list_item' || role === 'table_row' ? role : 'paragraph';
  return { form, footnote: role === 'footnote', lines: [line], role, afterBreak: false };
}

/** The first lines after a page break or after furniture that was taken out between them. */
function afterBreaks(lines: readonly PlacedLine[]): ReadonlySet<PlacedLine> {
  const found = new Set<PlacedLine>();
  let parted = true;
  let end = -1;
  for (const line of lines) {
    parted ||= line.start !== end + 1;
    end = line.end;
    if (isBlank(line)) continue;
    if (parted) found.add(line);
    parted = false;
  }
  return found;
}

function startsIn({ lines }: Block, parted: ReadonlySet<PlacedLine>): boolean {
  return lines[0] !== undefined && parted.has(lines[0]);
}
