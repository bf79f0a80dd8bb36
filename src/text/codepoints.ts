/** Number of Unicode code points in a text; lone surrogates count as one each. */
export function codePointLength(text: string): number {
  if (!/[\ud800-\udbff]/.test(text)) return text.length;
  let length = text.length;
  for (let i = 0; i < text.length - 1; i++) {
    if (isPair(text, i)) {
      length--;
      i++;
    }
  }
  return length;
}

/** The part of a text between two offsets in code points. */
export function sliceCodePoints(text: string, start: number, end: number): string {
  const from = toUtf16(text, start);
  return text.slice(from, from + toUtf16(text.slice(from), end - start));
}

/** The UTF-16 index of a code-point offset; the text's length where the offset lies beyond its end. */
export function toUtf16(text: string, offset: number): number {
  let index = 0;
  for (let left = offset; left > 0 && index < text.length; left--) index += isPair(text, index) ? 2 : 1;
  return index;
}

/**
 * Converts ascending UTF-16 indexes of one text to code-point offsets in a single pass, so that a
 * matcher can work on native strings and pay for the conversion once.
 */
export function codePointCounter(text: string): (index: number) => number {
  if (!/[\ud800-\udbff]/.test(text)) return (index) => index;
  let at = 0;
  let count = 0;
  return (index) => {
    if (index < at) {
      at = 0;
      count = 0;
    }
    while (at < index) {
      at += isPair(text, at) ? 2 : 1;
      count++;
    }
    return count;
  };
}

/** Both ways between UTF-16 indexes and code-point offsets of one text, for places asked for in any order. */
export function codePointMap(text: string): {
  readonly toPoints: (index: number) => number;
  readonly toUnits: (offset: number) => number;
} {
  if (!/[\ud800-\udbff]/.test(text)) return { toPoints: (index) => index, toUnits: (offset) => offset };
  const points = new Uint32Array(text.length + 1);
  const units = new Uint32Array(text.length + 1);
  let count = 0;
  for (let index = 0; index < text.length; index++) {
    points[index] = count;
    units[count] = index;
    if (isPair(text, index)) points[++index] = count + 1;
    count++;
  }
  points[text.length] = count;
  units[count] = text.length;
  return {
    toPoints: (index) => points[Math.min(index, text.length)] ?? count,
    toUnits: (offset) => units[Math.min(offset, count)] ?? text.length,
  };
}

function isPair(text: string, index: number): boolean {
  const high = text.charCodeAt(index);
  if (high < 0xd800 || high > 0xdbff) return false;
  const low = text.charCodeAt(index + 1);
  return low >= 0xdc00 && low <= 0xdfff;
}
