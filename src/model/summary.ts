import type { z } from 'zod';
import type { Finding } from './finding.ts';
import type { RunProgress } from './notice.ts';

/** How far the reading of documents has come. */
export type Progress = Readonly<z.infer<typeof RunProgress>>;

/** What a run on a fleet came to, small enough for a broker: the report itself lies on the shared root. */
export type RunSummary = {
  /** Folder of the report, relative to the shared root. */
  readonly report: string;
  readonly findings: readonly Finding[];
  /** The overview as it stands on a terminal. */
  readonly lines: readonly string[];
  readonly missing: string | null;
};
