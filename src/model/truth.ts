import { z } from 'zod';
import { languages } from './passage.ts';

/** One passage of a synthetic corpus with the frames that its maker planted, from the study's truth file. */
export const TruthRow = z.object({
  file: z.string().min(1),
  language: z.enum(languages),
  /** Whether the passage is about the object. */
  object: z.enum(['0', '1']).transform((value) => value === '1'),
  /** Codes of the planted categories. */
  frames: z.string().transform((codes) => codes.split(/\s+/).filter((code) => code !== '')),
});
export type TruthRow = z.infer<typeof TruthRow>;
