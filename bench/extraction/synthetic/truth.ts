import { z } from 'zod';
import type { TruthPage, TruthWord } from '../truth.ts';

/**
 * The truth about a document that was set for this bench. A text is the words of a unit as they stand on the page;
 * `|` ends a line after a hyphen that a reader takes out, `‖` after one that stays.
 */
export const SetDocument = z.strictObject({
  pages: z.array(
    z.strictObject({
      continues: z.boolean(),
      units: z.array(
        z.strictObject({ kind: z.string(), optional: z.boolean().optional(), text: z.string() }),
      ),
      furniture: z.array(z.strictObject({ kind: z.string(), text: z.string() })),
    }),
  ),
});
export type SetDocument = z.infer<typeof SetDocument>;

/** Marks after a hyphen at a line end. */
export const marks = { joined: '|', kept: '‖' } as const;

/** The pages of a document that was set, as the scorer takes them. */
export function truthOfSet({ pages }: SetDocument): readonly TruthPage[] {
  return pages.map(({ continues, units, furniture }, page) => ({
    page,
    continues,
    units: units.map(({ text, optional }) => ({ words: wordsOf(text), optional: optional === true })),
    furniture: furniture.map(({ text }) => ({ words: wordsOf(text), optional: false })),
    stamps: [],
  }));
}

function wordsOf(text: string): readonly TruthWord[] {
  return text.split(' ').map((word) => {
    const hyphen = word.endsWith(marks.joined) ? 'joined' : word.endsWith(marks.kept) ? 'kept' : null;
    return { text: hyphen === null ? word : word.slice(0, -1), hyphen };
  });
}
