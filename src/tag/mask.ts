import type { Layer } from '../model/lexicon.ts';
import type { Hit } from './automaton.ts';

/** What the mask rule asks of a pattern's term. */
export type Maskable = { readonly layer: Layer; readonly blocks: readonly Layer[] };

/** Hits parted by the mask rule: those that stand, those a mask silences, and the masks themselves. */
export type Masked = {
  readonly open: readonly Hit[];
  readonly silenced: readonly Hit[];
  readonly masks: readonly Hit[];
};

/**
 * Applies the masks: a hit is silenced if any of its words lies under a mask that blocks its layer,
 * even where the hit is longer than the mask.
 */
export function applyMasks(
  hits: readonly Hit[],
  length: number,
  termOf: (pattern: number) => Maskable,
): Masked {
  const masks = hits.filter((hit) => termOf(hit.pattern).layer === 'mask');
  const covered = new Map<Layer, Uint8Array>();
  for (const mask of masks) {
    for (const layer of termOf(mask.pattern).blocks) {
      const words = covered.get(layer) ?? new Uint8Array(length);
      covered.set(layer, words.fill(1, mask.start, mask.end));
    }
  }
  const open: Hit[] = [];
  const silenced: Hit[] = [];
  for (const hit of hits) {
    const { layer } = termOf(hit.pattern);
    if (layer === 'mask') continue;
    const under = covered.get(layer)?.subarray(hit.start, hit.end).includes(1) ?? false;
    (under ? silenced : open).push(hit);
  }
  return { open, silenced, masks };
}

/** The first of the masks that silence a hit, or null. */
export function maskOver(hit: Hit, masks: readonly Hit[], termOf: (pattern: number) => Maskable): Hit | null {
  const { layer } = termOf(hit.pattern);
  const lies = (mask: Hit) => mask.start < hit.end && hit.start < mask.end;
  return masks.find((mask) => lies(mask) && termOf(mask.pattern).blocks.includes(layer)) ?? null;
}
