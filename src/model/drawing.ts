import type { Sha256 } from './units.ts';

/** One page to draw: a reference to its file, whose bytes must still be those that were indexed. */
export type DrawingJob = {
  readonly path: string;
  readonly hash: Sha256;
  /** Its place, from 0. */
  readonly page: number;
  /** Pixels across. */
  readonly width: number;
  readonly password: string | null;
};

/** A drawn page as a PNG file, or why there is none. */
export type Drawn =
  | { readonly kind: 'png'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'changed' | 'encrypted' | 'unreadable' | 'no_page' };
