import type { ActKind } from './act.ts';
import type { Language } from './passage.ts';

/**
 * What of a document is enough to tell whether another holds the same act, in the same words or in another
 * language; at most 2 KB as JSON. Hashes are 32-bit numbers in base64, in the byte order of the machine.
 */
export type Sketch = {
  /** The language of most words. */
  readonly language: Language;
  readonly words: number;
  /** Distinct runs of three words. */
  readonly shingles: number;
  /** Hash of all words in their order, without case, accents and punctuation. */
  readonly text: string;
  /** MinHash signature of the shingles. */
  readonly wording: string;
  /** Samples of the numbers (each as often as it stands there), dates and names. */
  readonly numbers: string;
  readonly dates: string;
  readonly names: string;
  /** Words of each article, of the first 64. */
  readonly articles: readonly number[];
  /** Kind and number of the act, as far as the text says both. */
  readonly act: { readonly kind: ActKind; readonly number: string } | null;
};
