declare const unit: unique symbol;
type Unit<Base, Name extends string> = Base & { readonly [unit]: Name };

/** Position in a text counted in Unicode code points from 0; never UTF-16 units. */
export type Offset = Unit<number, 'Offset'>;

/** Place of a page in its file, counted from 0; the printed number is the page's label. */
export type PageIndex = Unit<number, 'PageIndex'>;

/** Occurrences for every 1,000 words; descriptive only, never tested. */
export type PerThousandWords = Unit<number, 'PerThousandWords'>;

/** Natural logarithm of odds or of a ratio of odds. */
export type LogOdds = Unit<number, 'LogOdds'>;

/** SHA-256 as 64 lower-case hexadecimal digits. */
export type Sha256 = Unit<string, 'Sha256'>;

/** The first 16 digits of the hash of a file's bytes: the same bytes are the same document. */
export type DocumentId = Unit<string, 'DocumentId'>;

/** Identifies a passage by its document, its text and which occurrence of that text it is; stable across runs. */
export type PassageId = Unit<string, 'PassageId'>;

/** Makes an offset; throws a RangeError unless it is a whole number from 0. */
export function offset(value: number): Offset {
  return wholeNumber(value, 'offset') as Offset;
}

/** Makes a page index; throws a RangeError unless it is a whole number from 0. */
export function pageIndex(value: number): PageIndex {
  return wholeNumber(value, 'page index') as PageIndex;
}

/** Rate of `count` in `words` words, or null where there are no words to relate it to. */
export function perThousandWords(count: number, words: number): PerThousandWords | null {
  return words > 0 ? (((count / words) * 1000) as PerThousandWords) : null;
}

/** Makes log odds; throws a RangeError unless finite, because an undefined statistic is null, never NaN. */
export function logOdds(value: number): LogOdds {
  if (!Number.isFinite(value)) throw new RangeError(`Expected log odds to be finite, got ${value}`);
  return value as LogOdds;
}

/** Checks and brands a SHA-256 digest. */
export function sha256(hex: string): Sha256 {
  if (!/^[0-9a-f]{64}$/.test(hex)) throw new RangeError(`Expected 64 hexadecimal digits, got \`${hex}\``);
  return hex as Sha256;
}

/** The id of the document whose bytes have this hash. */
export function documentId(hash: Sha256): DocumentId {
  return hash.slice(0, 16) as DocumentId;
}

/** Checks and brands a passage id: `<document>-<12 hexadecimal digits>`. */
export function passageId(id: string): PassageId {
  if (!/^[0-9a-f]{16}-[0-9a-f]{12}$/.test(id)) throw new RangeError(`Expected a passage id, got \`${id}\``);
  return id as PassageId;
}

/** The id of a document that the id of a passage begins with. */
export function documentOf(passage: string): string {
  return passage.slice(0, passage.indexOf('-'));
}

function wholeNumber(value: number, name: string): number {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new RangeError(`Expected ${name} to be a whole number from 0, got ${value}`);
  }
  return value;
}
