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

/** What people finally say of one document that they coded whole, and the chance of that. */
export type SaidOfDocument = {
  /** Whether it is of the kind, and whether it is about the object at all. */
  readonly truth: 0 | 1;
  readonly about: 0 | 1;
  readonly probability: number;
};

/** Where a passage or document stands, as far as a claim tells sides and institutions by it. */
export type Standpoint = { readonly voice: string | null; readonly institution: string | null };

/** What codes come to where whoever decided said of some items that nobody can tell: with these counted one way or the other. */
export type UndecidableCodes<T> = {
  /** Items that are undecidable for a code; for one of several codes none is counted twice. */
  readonly count: (codes: readonly string[]) => number;
  /** The same corrections with all such items in, each with a code or without it as is said. */
  readonly as: (has: (code: string, at: Standpoint) => boolean) => T;
};

/** What human codings of whole documents make of counts of documents (docs/method.md 2.5). */
export type DocumentCorrections = {
  /** Null of a document that nobody coded whole. */
  readonly said: (document: DocumentId, code: string) => SaidOfDocument | null;
  /** Whether it was asked of the documents drawn, and every document that it is counted in could be drawn. */
  readonly covers: (code: string) => boolean;
  readonly reliability: (code: string) => Reliability | null;
  /** Documents that two people or more coded whole for it. */
  readonly twice: (code: string) => number;
  /** Passages of documents on which coders differ for it, or could not tell, and nobody has decided. */
  readonly open: (code: string) => number;
  /** None where left out. */
  readonly undecidable?: UndecidableCodes<DocumentCorrections> | null;
  /**
   * Coded documents of some voices, or of the institutions that a code is about, as those of `Corrections`; `nonHits` are
   * those in which the program finds nothing.
   */
  readonly coded: (
    voices: readonly string[],
    code: string,
  ) => ReturnType<Corrections['coded']> & {
    /** Whether they are all that there are, and all without a hit. */
    readonly isAll: boolean;
    readonly areAllNonHits: boolean;
  };
};

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
  /** Coded passages of one document and language in which people saw a category: as many as there are, each as one. */
  readonly seen: (document: DocumentId, language: Language, code: string) => number;
  /** All its passages about the object, corrected; null where nothing in it was coded. */
  readonly objectPassages: (document: DocumentId, language: Language) => number | null;
  /** Whether a category was coded. */
  readonly covers: (code: string) => boolean;
  /** Null for a category that fewer than two people coded, or of which all passages coded twice have one code. */
  readonly reliability: (code: string) => Reliability | null;
  /** Passages that two people or more coded for a category; of one that joins several, of the least. */
  readonly twice: (code: string) => number;
  /** Coded passages on which coders differ for a category, or could not tell, and nobody has decided. */
  readonly open: (code: string) => number;
  /** None where left out. */
  readonly undecidable?: UndecidableCodes<Corrections> | null;
  /** How well a field of the profile is read; null where people were not asked about it. */
  readonly extraction: (field: ProfileField) => FieldQuality | null;
  /** Coded passages in documents of some voices, and how many of them the lexicon hit in no category. */
  readonly coded: (voices: readonly string[]) => {
    readonly passages: number;
    readonly nonHits: number;
    /** Whether a simulation stood for people, as it may in a made-up study. */
    readonly isSimulated: boolean;
  };
  /** Null where nothing of that kind was coded. */
  readonly documents: DocumentCorrections | null;
};
