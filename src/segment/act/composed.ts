import { codePointCounter, codePointLength } from '../../text/codepoints.ts';

/** A text with its accents composed, and the code point of the text as it was for places in it. */
export type Composed = { readonly text: string; readonly toOffset: () => (index: number) => number };

/** Composes letters and their accents, which rules and names then meet as one letter each. */
export function composed(text: string): Composed {
  if (!/[\u0300-\uffff]/.test(text) || !/\p{M}/u.test(text))
    return { text, toOffset: () => codePointCounter(text) };
  let written = '';
  let count = 0;
  const offsets: number[] = [];
  for (const [cluster] of text.matchAll(/\P{M}\p{M}*|\p{M}+/gu)) {
    const whole = cluster.normalize('NFC');
    for (let i = 0; i < whole.length; i++) offsets.push(count);
    written += whole;
    count += codePointLength(cluster);
  }
  offsets.push(count);
  return { text: written, toOffset: () => (index) => offsets[index] ?? count };
}
