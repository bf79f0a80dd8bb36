import { z } from 'zod';
import { inLines } from './rows.ts';
import type { PrintedWord } from './words.ts';

/** What a careful reader reads, in reading order. */
const textKinds = ['body', 'heading', 'list', 'table', 'footnote'] as const;
/**
 * What stands on the page but is not read. A stamp is an annotation laid over the page, such as a signature: no part
 * of its text, so that a reader may give its words or not.
 */
const furnitureKinds = [
  'header',
  'footer',
  'page_number',
  'margin',
  'line_number',
  'watermark',
  'stamp',
] as const;

const point = z.tuple([z.number(), z.number()]);
const box = z.tuple([z.number(), z.number(), z.number(), z.number()]);

/**
 * What was marked by hand on a page of a document that is not ours: places in points from the upper left corner of
 * the page, no text. A word belongs to the rectangle (left, top, right, bottom) that its middle is in.
 */
const MarkedPage = z.strictObject({
  /** From 0. */
  page: z.int().min(0),
  /** True where its first paragraph began on the page before. */
  continues: z.boolean(),
  /** Number of words on the page; another number means that the engine reads it otherwise than when it was marked. */
  words: z.int(),
  /** Paragraphs, headings, list items, rows of tables and notes in reading order. */
  units: z.array(
    z.strictObject({
      kind: z.enum(textKinds),
      /** Where careful readers may differ on whether it begins here or goes on: `TÍTULO I` and its name below. */
      optional: z.boolean().optional(),
      boxes: z.array(box).min(1),
    }),
  ),
  furniture: z.array(z.strictObject({ kind: z.enum(furnitureKinds), boxes: z.array(box).min(1) })),
  /** Middles of words that end in a hyphen at a line end: made whole by a reader, or keeping the hyphen. */
  hyphens: z.strictObject({ joined: z.array(point), kept: z.array(point) }),
});
export type MarkedPage = z.infer<typeof MarkedPage>;

/** The marked pages of one document; `file` is a path below the folder of real documents. */
export const MarkedDocument = z.strictObject({
  file: z.string(),
  sha256: z.string().length(64),
  pages: z.array(MarkedPage).min(1),
});
export type MarkedDocument = z.infer<typeof MarkedDocument>;

/** A printed word, and what a careful reader makes of the hyphen it ends with at a line end. */
export type TruthWord = { readonly text: string; readonly hyphen: 'joined' | 'kept' | null };

/** A paragraph, heading, list item, row or note; readers may differ on whether an `optional` one begins a new one. */
export type TruthUnit = { readonly words: readonly TruthWord[]; readonly optional: boolean };

/** A page as a careful reader reads it. */
export type TruthPage = {
  /** From 0. */
  readonly page: number;
  readonly continues: boolean;
  /** In reading order. */
  readonly units: readonly TruthUnit[];
  /** Words that a reader leaves out. */
  readonly furniture: readonly TruthUnit[];
  /** Words of annotations, which count neither way. */
  readonly stamps: readonly TruthUnit[];
};

/** Reads the words of a page in the places that were marked on it; throws where they are not what was marked. */
export function readMarked(marked: MarkedPage, words: readonly PrintedWord[]): TruthPage {
  if (words.length !== marked.words)
    throw new Error(
      `page ${marked.page}: expected ${marked.words} words as when it was marked, got ${words.length}`,
    );
  const open = new Set(words);
  const take = ({ boxes }: { readonly boxes: readonly z.infer<typeof box>[] }) =>
    boxes.flatMap(([left, top, right, bottom]) => {
      const inside = [...open].filter((word) => {
        const [x, y] = middle(word);
        return x >= left && x <= right && y >= top && y <= bottom;
      });
      for (const word of inside) open.delete(word);
      return inLines(inside).flat();
    });
  const place = (points: readonly (readonly [number, number])[], word: PrintedWord) => {
    const [x, y] = middle(word);
    return points.some(([left, top]) => Math.abs(left - x) < 1 && Math.abs(top - y) < 1);
  };
  const read = (word: PrintedWord): TruthWord => {
    const { joined, kept } = marked.hyphens;
    const hyphen = place(joined, word) ? 'joined' : place(kept, word) ? 'kept' : null;
    return { text: word.text, hyphen };
  };
  const aside = marked.furniture.map((unit) => ({
    kind: unit.kind,
    words: take(unit).map(read),
    optional: false,
  }));
  const units = marked.units.map((unit) => ({
    words: take(unit).map(read),
    optional: unit.optional === true,
  }));
  if (open.size > 0)
    throw new Error(`page ${marked.page}: expected every word to be marked, got ${open.size} that are not`);
  const hyphens = units.flatMap((unit) => unit.words.filter((word) => word.hyphen !== null)).length;
  const expected = marked.hyphens.joined.length + marked.hyphens.kept.length;
  if (hyphens !== expected)
    throw new Error(
      `page ${marked.page}: expected ${expected} hyphens as when it was marked, got ${hyphens}`,
    );
  return {
    page: marked.page,
    continues: marked.continues,
    units,
    furniture: aside.filter(({ kind }) => kind !== 'stamp'),
    stamps: aside.filter(({ kind }) => kind === 'stamp'),
  };
}

/** The middle of a word, in points. */
export function middle(word: PrintedWord): readonly [number, number] {
  return [(word.left + word.right) / 2, (word.top + word.bottom) / 2];
}
