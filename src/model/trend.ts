import type { Estimate } from './finding.ts';

/** Why a statistic over time is not given. */
export const timeReasons = [
  'no_dates',
  'no_framed_passages',
  'few_bins',
  'few_documents_in_bins',
  'one_frame_alone',
  'no_variance',
  'outside_of_series',
  'few_bins_on_a_side',
  'few_documents_on_a_side',
  'no_shared_cells',
  'too_many_documents',
  'beyond_limit',
  'no_draws',
] as const;
export type TimeReason = (typeof timeReasons)[number];

/** Width of a bin in years. */
export type Step = 1 | 0.5;

/** One bin of time with the documents that have a framed passage; empty ones have no share. */
export type TimeBin = {
  /** Its beginning in years: 2009, or 2009.5 for the second half. */
  readonly from: number;
  readonly documents: number;
  /** Passages with the numerator's frame, and with either; one with both is in both counts of the latter. */
  readonly numerator: number;
  readonly framed: number;
  /** `numerator / framed` with Wilson's interval of effective counts (counts over the dispersion). */
  readonly share: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
};

/** A permutation test: among how many relabellings, and whether these were all there are. */
export type TimeTest = { readonly p: number; readonly relabellings: number; readonly exact: boolean };

/** Document-level logistic slope in log odds a year, and the test of it. */
export type Trend = {
  readonly slope: Estimate | null;
  readonly test: TimeTest | null;
  /** Mann and Kendall's test of the bins' balances with Theil and Sen's slope in log odds a year. */
  readonly monotone: {
    readonly tau: number | null;
    readonly slope: number;
    readonly p: number;
    readonly exact: boolean;
  } | null;
  readonly reason: TimeReason | null;
};

/** One change of level. Bins are named by where they begin. */
export type ChangePoint = {
  /**
   * The first bin with documents of the new level, and the interval of its place: where 90 % of bootstrap replicates put
   * it, and the bins without documents before, in which it may have come as well.
   */
  readonly at: number;
  readonly earliest: number;
  readonly latest: number;
  readonly likelihoodRatio: number;
  readonly test: TimeTest;
  /** Shares of the segments on either side. */
  readonly shareBefore: number;
  readonly shareAfter: number;
  /** Events that fall into the interval of its place. They coincide; nothing says that they are its cause. */
  readonly coincides: readonly string[];
};

/** The scan for changes: the largest likelihood ratio, its test, and the changes that stand. */
export type Changes = {
  readonly likelihoodRatio: number | null;
  readonly test: TimeTest | null;
  /** Documents' variation within bins over what chance makes, at least 1. */
  readonly dispersion: number;
  readonly found: readonly ChangePoint[];
  readonly reason: TimeReason | null;
};

/** What is said from a time on against what was said before it: difference of balances in log odds. */
export type BeforeAfter = {
  /** The first bin that counts as after. */
  readonly at: number;
  readonly documentsBefore: number;
  readonly documentsAfter: number;
  readonly estimate: Estimate | null;
  readonly reason: TimeReason | null;
};

/** Interrupted time series round an event: jump and change of slope in log odds, and the jump's rank among placebo dates. */
export type Interrupted = {
  readonly jump: Estimate | null;
  readonly bend: Estimate | null;
  /** Dates at which a jump as large could be asked for, the event's own among them, and its rank as a p. */
  readonly dates: number;
  readonly p: number | null;
  readonly reason: TimeReason | null;
};

/** A dated event that was fixed before any series was read. */
export type TimeEvent = { readonly id: string; readonly date: string; readonly name: string };

export type EventEffect = {
  readonly event: string;
  readonly comparison: BeforeAfter;
  readonly series: Interrupted;
};

/** The course of one institution's balance between two frames. Exploratory: it has no verdict. */
export type Course = {
  readonly institution: string;
  readonly voice: string;
  readonly role: 'source' | 'policy' | 'other';
  readonly pole: 'primary' | 'companion';
  readonly numerator: string;
  readonly denominator: string;
  /** Documents with a framed passage: with a date, and without one, which have no part. */
  readonly documents: number;
  readonly undated: number;
  readonly passages: number;
  readonly step: Step;
  readonly bins: readonly TimeBin[];
  /** Why trend and changes are not asked for; null where they are. */
  readonly reason: TimeReason | null;
  readonly trend: Trend;
  readonly changes: Changes;
  readonly events: readonly EventEffect[];
  /** The later half of the documents against the earlier. */
  readonly halves: BeforeAfter;
};

/** Two neighbouring periods of one side with the composition by institution and language held fixed. */
export type PeriodChange = {
  readonly role: 'source' | 'policy';
  readonly pole: 'primary' | 'companion';
  readonly numerator: string;
  readonly denominator: string;
  readonly from: string;
  readonly to: string;
  /** Cells of institution and language with two documents in both periods, and those that are not. */
  readonly cells: number;
  readonly cellsLeftOut: number;
  readonly documents: number;
  /** Framed passages of both periods that are in shared cells: these are the weights. */
  readonly passages: number;
  /** Difference of shares as they come, over all documents. */
  readonly crude: number | null;
  /** Directly standardised shares of the two periods, and their difference with its 95 % interval. */
  readonly shareFrom: number | null;
  readonly shareTo: number | null;
  readonly difference: {
    readonly value: number;
    readonly lower: number;
    readonly upper: number;
  } | null;
  readonly reason: TimeReason | null;
};

/** All that a study says over time. */
export type TimeResults = {
  readonly events: readonly TimeEvent[];
  readonly courses: readonly Course[];
  readonly periods: readonly PeriodChange[];
};

/** One bin of time with all passages about the object, and how many of them carry each frame. */
export type FramesBin = {
  readonly from: number;
  readonly label: string;
  readonly documents: number;
  readonly passages: number;
  /** Passages by frame; without frames that are in none. */
  readonly presence: Readonly<Record<string, number>>;
  /** Wilson's 95 % interval of effective counts of each frame's share, for every frame of the series; empty of nothing. */
  readonly bounds: Readonly<Record<string, readonly [lower: number, upper: number]>>;
};

/** The bins of one voice or institution over the scale of all. */
export type FrameSeries = {
  readonly by: 'voice' | 'institution';
  readonly key: string;
  readonly documents: number;
  readonly bins: readonly FramesBin[];
};

/** How every voice and institution framed the object when; `step` is the width of a bin in years. */
export type Timeline = { readonly step: number; readonly series: readonly FrameSeries[] };
