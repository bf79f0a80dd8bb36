import type { FieldQuality, ProfileField } from './field.ts';
import type { Language } from './passage.ts';
import type { DocumentId } from './units.ts';

/** How well coders agreed on a category: Krippendorff's alpha with its 95 % interval. */
export type Reliability = { readonly alpha: number; readonly lower: number; readonly upper: number };

/** The one with the lowest bound; null where there is none, or where one is not known. */
export function worst(some: readonly (Reliability | null)[]): Reliability | null {
  return some.reduce(
    (least, one) => (least === null || one === null ? null : one.lower < least.lower ? one : least),
    some[0] ?? null,
  );
}

/**
 * What human codings make of the lexicon's counts: the one way in which a study's codings reach its findings
 * (docs/method.md 2.5). Without it every estimate is uncorrected.
 */
export type Corrections = {
  /**
   * Passages about the object with a category in one document and language, corrected; may be below 0 and need not be
   * whole. Null for a category that was not coded: its uncorrected count stands.
   */
  readonly presence: (document: DocumentId, language: Language, code: string) => number | null;
  /** All its passages about the object, corrected; null where nothing in it was coded. */
  readonly objectPassages: (document: DocumentId, language: Language) => number | null;
  /** Whether a category was coded. */
  readonly covers: (code: string) => boolean;
  /** Null for a category that fewer than two people coded. */
  readonly reliability: (code: string) => Reliability | null;
  /** How well a field of the profile is read; null where people were not asked about it. */
  readonly extraction: (field: ProfileField) => FieldQuality | null;
  /** Coded passages in documents of some voices, and how many of them the lexicon hit in no category. */
  readonly coded: (voices: readonly string[]) => {
    readonly passages: number;
    readonly nonHits: number;
    /** Whether a simulation stood for people, as it may in a made-up study. */
    readonly isSimulated: boolean;
  };
};
