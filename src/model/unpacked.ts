import { z } from 'zod';

/** What is kept beside the files of an archive that was unpacked: their names there, in the order of their numbers. */
export const UnpackedIndex = z.strictObject({
  /** True where the archive is itself a document. */
  whole: z.boolean(),
  members: z.array(
    z.strictObject({ name: z.string(), obstacle: z.enum(['outside', 'encrypted', 'too_large']).nullable() }),
  ),
});
export type UnpackedIndex = z.infer<typeof UnpackedIndex>;
