import type { Layer, Rule } from './lexicon.ts';
import type { Zone } from './passage.ts';
import type { DocumentId, Offset, PageIndex, PassageId } from './units.ts';

/**
 * Why a term that matched does not count: no object in its passage, a mask over it, a zone that frames nothing, a scan
 * that is too hard to read, the rule that fails, a denial, or that somebody else says it; null on a tag that counts.
 */
export type Block = 'no_object' | 'mask' | 'zone' | 'unsure' | Rule['code'] | 'negated' | 'attributed';

/** What is done with a frame: it is said to hold, denied, or neither (possible, aimed at, promised, asked). */
export const polarities = ['affirmed', 'negated', 'hedged'] as const;
export type Polarity = (typeof polarities)[number];

/** Who answers for a frame: the author, or somebody else whom the author follows, leaves alone or contradicts. */
export type Voice = 'own' | 'endorsed' | 'neutral' | 'rejected';

/** A stretch of words of a passage, with its place on the printed pages. */
export type Located = {
  readonly document: DocumentId;
  readonly passage: PassageId;
  /** Span in the passage's text. */
  readonly start: Offset;
  readonly end: Offset;
  /** The page where the span begins and the span in that page's raw text. */
  readonly page: PageIndex;
  readonly pageStart: Offset;
  /** The page where the span ends (a passage may cross a page break), and the end in its raw text. */
  readonly endPage: PageIndex;
  readonly pageEnd: Offset;
  readonly zone: Zone;
  /** Exactly the passage's text from `start` to `end`. */
  readonly surface: string;
};

/** One occurrence of one term: the evidence under every count. */
export type Tag = Located & {
  readonly term: string;
  /** `<theme>/<category>`, for example `poverty_eradication/social_protection`. */
  readonly category: string;
  /** The theme: for the frame layer, the frame. */
  readonly theme: string;
  readonly layer: Layer;
  readonly blocked: Block | null;
  /** Null on what is no frame, or does not count for another reason. */
  readonly polarity: Polarity | null;
  readonly voice: Voice | null;
  /**
   * The rules that told polarity and voice, each with its span in the passage: `es/not 12-14`; of a blocked tag the
   * mask over it, or the rule that a word beside it breaks, with the place of that.
   */
  readonly because: readonly string[];
};
