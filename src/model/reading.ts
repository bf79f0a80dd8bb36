import { z } from 'zod';

const share = z
  .string()
  .refine((text) => text === '' || (/^\d*\.?\d+$/.test(text) && Number(text) <= 1), 'a share from 0 to 1')
  .transform((text) => (text === '' ? null : Number(text)));
const whole = z
  .string()
  .regex(/^\d+$/, 'a whole number')
  .transform((text) => Number(text));

/** How a term did in passages that people read: a row of `lexicons/measured.csv`. */
export const TermReading = z.object({
  term: z.string().min(1),
  /** Code of the frame that the readers judged. */
  frame: z.string().min(1),
  /** Passages in which the term counts, and those of them that carry the frame. */
  passages: whole,
  right: whole,
  /** `right` by `passages`; null where there are none. */
  precision: share,
  /** Share of the frame's passages in the term's language that it finds, and that only it finds; null without any. */
  recall: share,
  alone: share,
  /** Day of the measurement and what was read. */
  measured: z.string(),
  source: z.string(),
});
export type TermReading = z.infer<typeof TermReading>;
