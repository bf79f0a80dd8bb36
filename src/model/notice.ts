import { z } from 'zod';

/** How far the reading of documents has come, as it is passed on. */
export const RunProgress = z.strictObject({
  done: z.number(),
  total: z.number(),
  /** Documents among those done that an earlier run had read. */
  kept: z.number(),
  /** Pages that this run has read. */
  pages: z.number(),
  /** Documents that cannot be in the numbers. */
  failed: z.number(),
});

/** What a run tells of itself while it is under way, for whoever did not start it. */
export const RunNotice = z.strictObject({
  /** When it began; its record says the same once it has ended. */
  startedAt: z.string().max(40),
  /** The machine it runs on, and its process there. */
  host: z.string().max(256),
  process: z.int().positive(),
  /** Null until the first document has ended. */
  progress: RunProgress.nullable(),
  /** Another one every half second, however busy the run is: one that is heard no more is dead. */
  beat: z.int().nonnegative(),
});
export type RunNotice = z.infer<typeof RunNotice>;
