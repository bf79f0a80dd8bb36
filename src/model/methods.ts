import type { Origin, Role, SideName } from './coding.ts';

/** A coefficient or rate with its 95 % interval; null where it cannot be computed. */
export type Rate = {
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
};

/** How passages were drawn for people to code. */
export type SampleRecord = {
  readonly sample: string;
  readonly extends: string | null;
  readonly unit: 'passages' | 'documents';
  readonly seed: number;
  readonly columns: readonly string[];
  readonly coders: readonly string[];
  readonly strata: readonly {
    readonly side: SideName;
    readonly pattern: string;
    readonly language: string;
    readonly size: number;
    readonly drawn: number;
  }[];
};

/** Who coded what, and whose judgement it is. */
export type CoderRecord = {
  readonly coder: string;
  readonly role: Role;
  readonly origin: Origin;
  readonly acts: number;
};

/** How far coders agree on one column. */
export type AgreementRecord = {
  readonly unit: 'passages' | 'documents';
  readonly code: string;
  readonly passages: number;
  readonly documents: number;
  readonly coders: number;
  readonly alpha: Rate;
  readonly alphaWeighted: Rate;
  readonly kappa: Rate;
  readonly ac1: Rate;
};

/** How well the lexicon tells a frame, over all coded passages or those of one voice or language. */
export type QualityRecord = {
  readonly code: string;
  readonly by: 'all' | 'voice' | 'language';
  readonly key: string;
  /** Coded passages with a hit, and without. */
  readonly hits: number;
  readonly others: number;
  readonly precision: Rate;
  readonly recall: Rate;
  /** A bound that stands for a recall that cannot be computed: the least or the most it may be. */
  readonly recallBound: { readonly is: 'at least' | 'at most'; readonly value: number } | null;
};

/** What a methods appendix tells beside the results: how passages were coded and what that says of the lexicon. */
export type MethodsRecord = {
  readonly samples: readonly SampleRecord[];
  readonly coders: readonly CoderRecord[];
  /** Passages with final codes, and those drawn. */
  readonly coded: number;
  readonly drawn: number;
  readonly agreements: readonly AgreementRecord[];
  readonly quality: readonly QualityRecord[];
  /** Terms whose precision people measured by reading passages, and those of them at 90 % or more. */
  readonly termsRead: { readonly all: number; readonly precise: number };
  /** Acts of coding that count as people's; others are kept and never used. */
  readonly trusted: readonly Origin[];
};
