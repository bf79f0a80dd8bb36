import type { Form } from '../model/passage.ts';
import { endsPause, isCapitals, isLeader, isPartOnly, namesPerson, numberDepth, partRank } from './cues.ts';
import type { Block, PlacedLine } from './layout.ts';

/** A block with its depth as a heading, and the texts of the headings above it. */
export type OutlinedBlock = Block & { readonly level: number | null; readonly section: readonly string[] };

/** Longest text of a heading in a section path, in UTF-16 units. */
const longestName = 160;
/** Longest title below the name of a part, in UTF-16 units. */
const longestTitle = 200;
/** Most lines of a title, or of an entry of contents. */
const mostLines = 3;
/** Headings of one kind in a row, with nothing between them, from which they are a list. */
const manyAlike = 4;
/** Entries in a row from which lines that end in a page number are contents. */
const fewestEntries = 4;
/** Difference of font size, as a share, that tells one kind of heading from another. */
const otherSize = 0.06;

/** What tells one kind of heading from another. */
type Kind = {
  /** Where the format says it. */
  readonly level: number | null;
  readonly size: number;
  /** 2 for capitals, 1 for bold, together 3. */
  readonly weight: number;
  readonly part: number | null;
  readonly depth: number | null;
};

type Open = { readonly kind: Kind; readonly level: number; readonly name: string };

/**
 * Gives headings their level and every block its section path. A heading is below the last one that outranks it:
 * by the level that the format gives; by the order of parts (a title holds chapters, a chapter sections) or of
 * decimal numbers where both have such; else by font size, then by capitals and bold print, then by a number like `1.2`. Contents, and names in
 * a list, are no headings, and the title below a part's name is part of its heading.
 */
export function outline(blocks: readonly Block[]): readonly OutlinedBlock[] {
  const formed = withoutLists(withTitles(withoutPersons(withContents(blocks))));
  const open: Open[] = [];
  return formed.map((block, i) => {
    if (block.form !== 'heading') return { ...block, level: null, section: open.map(({ name }) => name) };
    const kind = kindOf(block);
    const name = nameOf(block);
    const above = formed[i - 1];
    const last = open.at(-1);
    if (last !== undefined && above?.form === 'heading' && isPartOnly(textOf(above)) && !isPart(block)) {
      open[open.length - 1] = { ...last, name: `${last.name} ${name}`.slice(0, longestName) };
      return { ...block, level: last.level, section: open.slice(0, -1).map((one) => one.name) };
    }
    while (open.length > 0 && !outranks(open.at(-1)?.kind, kind)) open.pop();
    const section = open.map((one) => one.name);
    const level = kind.level ?? open.length + 1;
    open.push({ kind, level, name });
    return { ...block, level, section };
  });
}

function outranks(one: Kind | undefined, other: Kind): boolean {
  if (one === undefined) return false;
  if (one.level !== null && other.level !== null) return one.level < other.level;
  if (one.part !== null && other.part !== null) return one.part < other.part;
  if (one.depth !== null && other.depth !== null) return one.depth < other.depth;
  const larger = Math.max(one.size, other.size);
  if (Math.abs(one.size - other.size) > otherSize * larger) return one.size > other.size;
  if (one.weight !== other.weight) return one.weight > other.weight;
  return one.depth !== null && one.depth > 1 && other.depth === null;
}

function kindOf({ lines }: Block): Kind {
  const text = lines
    .map((line) => line.text)
    .join(' ')
    .trim();
  const longest = lines.reduce<PlacedLine | undefined>(
    (best, line) => (best === undefined || line.text.length > best.text.length ? line : best),
    undefined,
  );
  const bold = lines.every((line) => line.bold);
  return {
    level: lines[0]?.level ?? null,
    size: longest?.size ?? 0,
    weight: (isCapitals(text) ? 2 : 0) + (bold ? 1 : 0),
    part: partRank(text),
    depth: numberDepth(text),
  };
}

/** The title that follows the bare name of a part is a heading too, in whatever print. */
function withTitles(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block, i) => {
    const above = blocks[i - 1];
    if (above?.lines.length !== 1 || block.lines.length > mostLines) return block;
    if (block.form !== 'paragraph' || block.role !== null || block.footnote) return block;
    if (!isPartOnly(textOf(above))) return block;
    const text = textOf(block);
    const isTitle = text.length <= longestTitle && !endsPause(text) && !isPart(block);
    return isTitle ? { ...block, form: 'heading' as const } : block;
  });
}

/** Headings of one kind that follow one another without text between them are a list, all but the first. */
function withoutLists(blocks: readonly Block[]): readonly Block[] {
  const listed = new Set<Block>();
  let run: Block[] = [];
  const close = () => {
    if (run.length >= manyAlike) for (const block of run.slice(1)) listed.add(block);
    run = [];
  };
  for (const block of blocks) {
    const last = run.at(-1);
    const isFree = block.form === 'heading' && block.role === null && !isPart(block);
    if (!isFree || (last !== undefined && !isAlike(kindOf(last), kindOf(block)))) close();
    if (isFree) run.push(block);
  }
  close();
  return blocks.map((block) => (listed.has(block) ? { ...block, form: 'paragraph' as const } : block));
}

/** Names of persons stand in capitals or in bold print like headings. */
function withoutPersons(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block) =>
    block.form === 'heading' && block.role === null && namesPerson(textOf(block))
      ? { ...block, form: 'paragraph' as const }
      : block,
  );
}

function isAlike(one: Kind, other: Kind): boolean {
  return Math.abs(one.size - other.size) <= otherSize * one.size && one.weight === other.weight;
}

/**
 * Lines that end in page numbers which never fall are the rows of a table of contents. The first line of an entry
 * of two is known by the part that it names and the second does not.
 */
function withContents(blocks: readonly Block[]): readonly Block[] {
  const found = new Set<Block>();
  let run: { readonly block: Block; readonly page: number }[] = [];
  let missed = 0;
  const close = () => {
    if (run.length >= fewestEntries) for (const { block } of run) found.add(block);
    run = [];
    missed = 0;
  };
  for (const block of blocks) {
    if (block.role !== null || block.footnote) continue;
    const page = block.lines.length <= mostLines ? entryPage(textOf(block)) : null;
    const last = run.at(-1)?.page ?? 0;
    if (page !== null && page >= last) {
      run.push({ block, page });
      missed = 0;
    } else if (++missed > 1) close();
  }
  close();
  const rows: Block[] = [];
  for (const block of blocks) {
    const above = rows.at(-1);
    if (!found.has(block)) rows.push(block);
    else if (above !== undefined && above.role === null && isBrokenEntry(above, block))
      rows[rows.length - 1] = { ...above, form: 'table_row', lines: [...above.lines, ...block.lines] };
    else rows.push({ ...block, form: 'table_row' });
  }
  return rows;
}

function isBrokenEntry(above: Block, block: Block): boolean {
  return above.lines.length === 1 && entryPage(textOf(above)) === null && isPart(above) && !isPart(block);
}

/** The page number with which an entry of contents ends, or null. */
function entryPage(text: string): number | null {
  if (text.length > 300) return null;
  const found = /[\s.…)](\d{1,4})$/u.exec(text.slice(-8))?.[1];
  if (found === undefined || !/\p{L}/u.test(text)) return null;
  return isLeader(text) || !/\b(?:de|of|n[ºo°]|art\.?|ley|lei|law)\s*\d+$/iu.test(text)
    ? Number(found)
    : null;
}

function isPart(block: Block): boolean {
  const text = textOf(block);
  return partRank(text) !== null || numberDepth(text) !== null;
}

function nameOf(block: Block): string {
  const text = textOf(block);
  return text.length <= longestName ? text : `${text.slice(0, longestName - 1).trimEnd()}…`;
}

function textOf({ lines }: { readonly lines: readonly PlacedLine[]; readonly form?: Form }): string {
  return lines
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/gu, ' ')
    .trim();
}
