import type { Finding } from './finding.ts';

/** How far the reading of documents has come. */
export type Progress = {
  readonly done: number;
  readonly total: number;
  /** Documents among those done that an earlier run had read. */
  readonly kept: number;
  /** Pages that this run has read. */
  readonly pages: number;
  /** Documents that cannot be in the numbers. */
  readonly failed: number;
};

/** What a run on a fleet came to, small enough for a broker: the report itself lies on the shared root. */
export type RunSummary = {
  /** Folder of the report, relative to the shared root. */
  readonly report: string;
  readonly findings: readonly Finding[];
  /** The overview as it stands on a terminal. */
  readonly lines: readonly string[];
  readonly missing: string | null;
};
