import { z } from 'zod';

/** What is kept beside the copy of a file that was fetched from an address. */
export const FetchRecord = z.strictObject({
  /** As the manifest names it, without its fragment. */
  address: z.string().min(1),
  /** Where its redirections led. */
  final_address: z.string().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256'),
  bytes: z.int().positive(),
  status: z.int().default(200),
  content_type: z.string().nullable(),
  fetched_at: z.iso.datetime(),
});
export type FetchRecord = z.infer<typeof FetchRecord>;
