import type { Form } from '../model/passage.ts';
import {
  endsPause,
  endsSentence,
  isTableRow,
  looksLikeHeading,
  startsBullet,
  startsEnumerator,
  startsLower,
  startsProvision,
  startsUpper,
} from './cues.ts';
import { hyphenAt } from './hyphens.ts';
import { type Block, isBlank, type PlacedLine } from './layout.ts';

/** Two lines that follow each other, with the number of blank lines (or block marks) between them. */
type Pair = { readonly above: PlacedLine; readonly below: PlacedLine; readonly gap: number };

/** How a text without places breaks its lines. */
export type Flow = {
  /** Length in characters at which lines are wrapped; null where every line is a paragraph. */
  readonly width: number | null;
  /** Blank lines between two lines of the same paragraph: 0, or 1 in text with every line set apart. */
  readonly gap: number;
};

/** Share of line breaks in mid-sentence that tells wrapped text from a paragraph a line. */
const wrappedShare = 0.2;
/** Fewest pairs set apart that can show that the blank lines between them mean nothing. */
const fewestPairs = 8;

/**
 * Decides for a whole document whether lines are wrapped, by how often one line ends without any
 * punctuation and the next goes on in lower case. Blocks marked as paragraphs are judged likewise, since
 * some converters mark every printed line as one.
 */
export function flowOf(lines: Iterable<PlacedLine>): Flow {
  const apart = breaksOf(lines, 1);
  if (apart.pairs >= fewestPairs && apart.share >= wrappedShare && apart.width <= 100)
    return { width: apart.width, gap: 1 };
  const close = breaksOf(lines, 0);
  const wrapped = close.share >= wrappedShare && (close.width <= 140 || close.share >= 0.5);
  return { width: wrapped ? close.width : null, gap: 0 };
}

/** Paragraphs, headings, list items and table rows of lines without places. */
export function plainBlocks(lines: readonly PlacedLine[], flow: Flow): readonly Block[] {
  const blocks: PlacedLine[][] = [];
  for (const { above, below, gap } of pairsOf(lines)) {
    const open = blocks.at(-1);
    if (open === undefined || above === null || begins({ above, below, gap }, flow)) blocks.push([below]);
    else open.push(below);
  }
  return blocks.map((block) => ({
    form: formOf(block),
    footnote: false,
    lines: block,
    role: block[0]?.role ?? null,
    afterBreak: false,
  }));
}

/** Whether the lower line of a pair begins a paragraph. */
function begins({ above, below, gap }: Pair, flow: Flow): boolean {
  if (flow.width === null || gap > flow.gap) return true;
  const finished = endsSentence(above.text);
  if (isTableRow(above.text) || isTableRow(below.text)) return true;
  if (startsBullet(below.text))
    return finished || endsPause(above.text) || startsBullet(above.text) || gap > 0;
  if (endsPause(above.text) && (startsEnumerator(below.text) || startsProvision(below.text))) return true;
  if (startsLower(below.text) || hyphenAt(above.text) >= 0)
    return finished && above.text.length < 0.5 * flow.width;
  const firstWord = below.text.trimStart().split(/\s/u, 1)[0] ?? '';
  const fits = above.text.trimEnd().length + 1 + firstWord.length <= 0.95 * flow.width;
  if (finished) return fits || above.text.length > 1.1 * flow.width;
  if (looksLikeHeading(above.text) !== looksLikeHeading(below.text)) return startsUpper(below.text) && fits;
  return (
    startsUpper(below.text) && above.text.trimEnd().length < 0.5 * flow.width && !/,\s*$/u.test(above.text)
  );
}

function formOf(lines: readonly PlacedLine[]): Form {
  const first = lines[0]?.text ?? '';
  if (lines[0]?.role === 'list_item') return 'list_item';
  if (isTableRow(first)) return 'table_row';
  if (lines.length <= 3 && looksLikeHeading(lines.map((line) => line.text).join(' '))) return 'heading';
  return startsBullet(first) || startsEnumerator(first) ? 'list_item' : 'paragraph';
}

function breaksOf(lines: Iterable<PlacedLine>, gap: number) {
  const lengths: number[] = [];
  let pairs = 0;
  for (const pair of pairsOf(lines)) {
    if (pair.above === null || pair.gap !== gap) continue;
    pairs++;
    if (/[\p{L}\p{N}]\s*$/u.test(pair.above.text.slice(-20)) && startsLower(pair.below.text))
      lengths.push(pair.above.text.trimEnd().length);
  }
  lengths.sort((a, b) => a - b);
  return {
    pairs,
    share: pairs === 0 ? 0 : lengths.length / pairs,
    width: lengths[Math.floor(0.9 * lengths.length)] ?? 0,
  };
}

/** Every line that is not blank, with the one above it; lines that are marked as paragraphs stand one apart. */
function* pairsOf(lines: Iterable<PlacedLine>): Generator<Pair | { above: null; below: PlacedLine; gap: 0 }> {
  let above: PlacedLine | null = null;
  let gap = 0;
  for (const line of lines) {
    if (isBlank(line)) {
      gap++;
      continue;
    }
    const marked = line.role !== null || (above !== null && above.role !== null);
    yield above === null ? { above, below: line, gap: 0 } : { above, below: line, gap: marked ? 1 : gap };
    above = line;
    gap = 0;
  }
}
