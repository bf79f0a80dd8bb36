import type { Witness } from '../model/results.ts';
import type { Fired } from '../model/witness.ts';
import { type Marked, type Quote, quote } from './quote.ts';

/** Longest quotation of a witness in code points where many stand together, for the sake of reading. */
export const briefQuote = 320;

/** Words that fired, as what a quotation is made round. */
export type FiredMark = Marked & { readonly fired: Fired };

/** The words that fired as marks of a quotation. */
export function marksOf(fired: readonly Fired[]): readonly FiredMark[] {
  return fired.map((one) => ({ start: one.start, end: one.end, term: one.by, blocked: null, fired: one }));
}

/** A witness's words, no longer than the rights of its document and `longest` allow. */
export function quoteOf({ item, fired }: Witness, longest: number): Quote<FiredMark> {
  return quote(item.passage.text, marksOf(fired), Math.min(item.longest, longest));
}
