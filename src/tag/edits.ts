// By its part only: the root of natural reads `.env`, prints, and opens clients of databases.
import { DamerauLevenshteinDistance } from 'natural/lib/natural/distance/index.js';

/**
 * The least number of letters put in, left out, replaced, or swapped with their neighbour that makes one word of the
 * other, no letter touched twice (optimal string alignment; Damerau 1964, Wagner and Lowrance 1975). In UTF-16 units.
 */
export function edits(one: string, other: string): number {
  return DamerauLevenshteinDistance(one, other, { restricted: true });
}
