import type { Form } from '../model/passage.ts';
import {
  endsPause,
  endsSentence,
  isCapitals,
  isLeader,
  looksLikeHeading,
  namesPerson,
  numberDepth,
  partRank,
  startsBullet,
  startsDash,
  startsEnumerator,
  startsLower,
  startsProvision,
  startsUpper,
} from './cues.ts';
import { footnoteRows, startsNote } from './footnotes.ts';
import { hyphenAt } from './hyphens.ts';
import type { Block, PlacedLine } from './layout.ts';
import { type Column, columnsAround, leadingOn, type Measures, type Row, rowsOf } from './rows.ts';
import { joinCells } from './tables.ts';

/** How a row follows the one above it: in the same paragraph, in a new one, or on another column or page. */
type Step = 'same' | 'begins' | 'column';

/** The row above, the paragraph it belongs to, and what is usual around it. */
type Setting = {
  readonly above: Row;
  readonly paragraph: readonly Row[];
  /** Usual distance from line to line. */
  readonly leading: number;
  /** The column of the row above. */
  readonly column: Column;
};

/** Distances between lines, in usual distances, from which a paragraph begins whatever the text or unless a sentence goes on. */
const parting = 1.6;
const wide = 1.25;
/** Change of font size, as a share, from which a paragraph begins. */
const otherSize = 0.08;
/** Share by which the size of a line in small capitals may differ from the lines around it. */
const smallCapitals = 0.25;
/** Distance between lines, in usual distances, up to which nothing parts them. */
const flush = 1.1;
/** Indents in font sizes. */
const indented = 0.8;
const furthestBack = 5;
/** Font size of headings, in body sizes. */
const large = 1.12;

/** Paragraphs, headings, list items, table rows and then footnotes of the printed lines of one page in reading order. */
export function printedBlocks(lines: readonly PlacedLine[], measures: Measures): readonly Block[] {
  const rows = rowsOf(lines);
  const leading = leadingOn(rows, measures);
  const columns = columnsAround(rows);
  const notes = footnoteRows(rows, measures);
  const clusters: { rows: Row[]; afterBreak: boolean; table: boolean; note: boolean }[] = [];
  rows.forEach((row, i) => {
    const above = rows[i - 1];
    const open = clusters.at(-1);
    if (above === undefined || open === undefined) {
      clusters.push({ rows: [row], afterBreak: true, table: false, note: notes.has(row) });
      return;
    }
    const setting = {
      above,
      paragraph: open.rows,
      leading: leading(row),
      column: columns.get(above) ?? { left: above.box.left, right: above.box.right, justified: false },
    };
    const step = notes.has(row) && notes.has(above) ? noteStep(row, setting) : stepTo(row, setting);
    if (step === 'same' && notes.has(row) === notes.has(above)) open.rows.push(row);
    else clusters.push({ rows: [row], afterBreak: step === 'column', table: false, note: notes.has(row) });
  });
  const blocks = joinCells(clusters).map(({ rows: cluster, afterBreak, table, note }) => ({
    form: table ? 'table_row' : note ? 'paragraph' : formOf(cluster, measures),
    footnote: note,
    lines: cluster.flatMap((row) => row.lines),
    role: null,
    afterBreak: afterBreak && !table,
  }));
  return [...blocks.filter(({ footnote }) => !footnote), ...blocks.filter(({ footnote }) => footnote)];
}

function noteStep(row: Row, { above }: Setting): Step {
  if (row.box.top < above.box.top - 0.5 * row.size) return 'column';
  return startsNote(row) ? 'begins' : 'same';
}

function stepTo(row: Row, setting: Setting): Step {
  const { above, paragraph, leading } = setting;
  const [a, b, em] = [above.box, row.box, row.size];
  if (b.top < a.top - 0.5 * em) return 'column';
  if (b.left >= a.right || (b.right <= a.left && a.left - b.left > furthestBack * em)) return 'begins';
  const distance = (b.top - a.top) / leading;
  if (distance > parting || isLeader(above.text)) return 'begins';
  const indent = (b.left - a.left) / em;
  const endedEarly = fits(row, setting);
  if (startsEnumerator(row.text) && (endedEarly || indent > 0.5)) return 'begins';
  const pause = endsPause(above.text);
  const isFlush = !pause && !endedEarly && distance < flush && Math.abs(indent) < 0.5;
  const bullet = isFlush
    ? startsBullet(row.text) && !startsDash(row.text)
    : startsBullet(row.text) || isLetterBullet(row, above, pause || endedEarly);
  if (!bullet && goesOn(above, row)) return 'same';
  const isOtherSize = Math.abs(above.size - em) > (isFlush ? smallCapitals : otherSize) * above.size;
  if (distance > wide || isOtherSize || bullet) return 'begins';
  if (pause && startsEnumerator(row.text)) return 'begins';
  if (startsProvision(row.text) && (pause || endedEarly || /\d\s*$/u.test(above.text))) return 'begins';
  if (namesPerson(row.text) && (pause || namesPerson(above.text))) return 'begins';
  if (endsCapitals(row, paragraph) || changesWeight(row, setting)) return 'begins';
  if (isCentred(above, row, setting.column)) return endsSentence(above.text) ? 'begins' : 'same';
  if (indent < -furthestBack) return 'begins';
  if (hangs(row, paragraph)) return endedEarly && !pause ? 'begins' : 'same';
  if (isIndentedAlike(row, setting)) return 'begins';
  if (indent > indented || (indent < -indented && paragraph.length > 1)) return 'begins';
  return endedEarly && (startsUpper(row.text) || endsSentence(above.text)) ? 'begins' : 'same';
}

/** True where a sentence, or a word, goes on below in print of much the same size. */
function goesOn(above: Row, row: Row): boolean {
  if (endsPause(above.text) || row.size > 1.3 * above.size) return false;
  return startsLower(row.text) || (hyphenAt(above.text) >= 0 && !startsEnumerator(row.text));
}

/** True where a heading in capitals is followed by text that is none. */
function endsCapitals(row: Row, paragraph: readonly Row[]): boolean {
  const heading = paragraph.length <= 3 && paragraph.every(({ text }) => looksLikeHeading(text));
  return heading && !looksLikeHeading(row.text) && !isCapitals(row.text) && startsUpper(row.text);
}

/** True where a bold heading ends, or one begins after a sentence or a short line. */
function changesWeight(row: Row, setting: Setting): boolean {
  const { above, paragraph } = setting;
  if (row.bold === above.bold || !startsUpper(row.text)) return false;
  if (row.bold) return endsPause(above.text) || fits(row, setting);
  return paragraph.length <= 4 && paragraph.every(({ bold }) => bold) && fits(row, setting);
}

/**
 * True where the first word of this row would have fitted above, or where all other lines end at the edge: the line
 * there was ended on purpose.
 */
function fits(row: Row, { above, column }: Setting): boolean {
  if (column.justified) return above.box.right < column.right - 1.5 * above.size;
  const word = row.text.trimStart().split(/\s/u, 1)[0] ?? '';
  const width = (above.box.right - above.box.left) / Math.max(1, above.text.trim().length);
  return above.box.right + width * (word.length + 1) < column.right - 0.5 * above.size;
}

/** True for a row that stands under the text, not under the mark, of a list item. */
function hangs(row: Row, paragraph: readonly Row[]): boolean {
  const first = paragraph[0];
  if (first === undefined || !isListItem(first.text)) return false;
  return row.box.left > first.box.left + indented * row.size;
}

/** True where a paragraph of one indented row that ends a sentence is followed by another indented row. */
function isIndentedAlike(row: Row, { above, paragraph, column }: Setting): boolean {
  if (paragraph.length > 1 || !endsSentence(above.text) || !startsUpper(row.text)) return false;
  return Math.abs(row.box.left - above.box.left) < 2 && above.box.left > column.left + indented * row.size;
}

function isCentred({ box: a }: Row, { box: b, size }: Row, column: Column): boolean {
  if (b.left <= column.left + 2 && b.right >= column.right - 2) return false;
  const inset = b.left - a.left;
  return Math.abs(inset) > 0.5 * size && Math.abs(inset - (a.right - b.right)) < 4;
}

const letterBullet = /^\s*o\s+["“$]?[\p{Lu}\p{N}]/u;

/** A lone `o` that stands for a bullet: before a capital or a digit, and indented below a line that ended, or under another. */
function isLetterBullet(row: Row, above: Row, ended: boolean): boolean {
  if (!letterBullet.test(row.text)) return false;
  if (letterBullet.test(above.text)) return true;
  return ended && Math.abs(above.box.left - row.box.left) > 0.5 * row.size;
}

function isListItem(text: string): boolean {
  return startsBullet(text) || startsEnumerator(text) || letterBullet.test(text);
}

function formOf(rows: readonly Row[], { bodySize, bold }: Measures): Form {
  const text = rows.map((row) => row.text).join(' ');
  if (isLeader(text)) return 'table_row';
  if (rows.length <= 4 && looksLikeHeading(text)) return 'heading';
  const isLarge = rows.every(({ size }) => size >= large * bodySize);
  const isBold = !bold && rows.every((row) => row.bold);
  if (isBold || isLarge) {
    const longest = isBold && isCapitals(text) ? 400 : isLarge ? 250 : 160;
    const isOpen =
      isLarge || !/[.;,]\s*$/u.test(text) || numberDepth(text) !== null || partRank(text) !== null;
    const isShort = isLarge || isCapitals(text) || rows.length <= 3;
    if (text.length <= longest && isOpen && isShort && !startsBullet(text) && /\p{L}{2}/u.test(text))
      return 'heading';
  }
  return isListItem(text) ? 'list_item' : 'paragraph';
}
