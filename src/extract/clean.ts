/** Characters that every text has; nothing else can be unusable. */
const ordinary = /^[\x20-\x7e\u00a0-\ud7ff]*$/;
const unusable = /(?![\t\n\f])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu;

/**
 * Drops what is no character of a text: control characters other than tab, line feed and form feed, lone
 * surrogates and noncharacters. Everything else stays as it is; nothing is normalised.
 */
export function clean(text: string): string {
  return ordinary.test(text) ? text : text.replace(unusable, '');
}
