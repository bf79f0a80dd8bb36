import type { GateId } from './claim.ts';
import type { ContrastFinding, Factor, Finding } from './finding.ts';
import type { Problem } from './problem.ts';

/** How a new document uses one frame, beside the earlier documents of its institution. */
export type FrameStanding = {
  readonly code: string;
  /** Its object passages with the frame. */
  readonly presence: number;
  /** `presence` as a share of its object passages, from 0 to 1; null where it has none. */
  readonly share: number | null;
  /** Share of the compared earlier documents below plus half of those equal; null without any. */
  readonly percentile: number | null;
  /** Outside the 5th to 95th percentile; never with fewer than five compared documents. */
  readonly unusual: 'low' | 'high' | null;
};

/** An earlier document with much the same mix of frames. */
export type Neighbour = {
  readonly file: string;
  readonly institution: string | null;
  readonly date: string | null;
  readonly objectPassages: number;
  /** Jensen-Shannon distance between the mixes of frames, from 0 (the same) to 1. */
  readonly distance: number;
};

/** How a new document stands against what its institution, and the corpus, said so far. */
export type Standing = {
  readonly file: string;
  readonly institution: string | null;
  readonly date: string | null;
  readonly objectPassages: number;
  /** Earlier documents of the institution in the numbers. */
  readonly earlier: number;
  /** Those of them that speak of the object, with which shares are compared. */
  readonly compared: number;
  readonly frames: readonly FrameStanding[];
  /** Nearest first; empty where the document has no frame. */
  readonly nearest: readonly Neighbour[];
};

/** What a finding said at one time. */
export type FindingState = Pick<Finding, 'verdict' | 'intervalVerdict'> & {
  readonly dilution: Factor | null;
};

/** A balance of two framings without and with the new documents, everything else being the same. */
export type FindingChange = Pick<
  ContrastFinding,
  'claim' | 'hypothesis' | 'role' | 'numerator' | 'denominator'
> & {
  readonly before: FindingState;
  readonly after: FindingState;
  /** Gates that came out otherwise. */
  readonly gates: readonly {
    readonly gate: GateId;
    readonly before: boolean | null;
    readonly after: boolean | null;
  }[];
};

/** What new documents came to. */
export type Addition = {
  readonly documents: readonly Standing[];
  /** New files that are not in the numbers, and why. */
  readonly missing: readonly { readonly file: string; readonly problems: readonly Problem[] }[];
  /** What there is to say of files that hold the same act as a new one. */
  readonly same: readonly Problem[];
  readonly findings: readonly FindingChange[];
};
