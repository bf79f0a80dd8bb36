import type { ArtefactStore, Artefacts } from '../model/ports.ts';
import type { Sha256 } from '../model/units.ts';

/** The tags under the first of some names that leads to some, by itself or by another name that they are carried from. */
export async function tagsUnder(
  artefacts: ArtefactStore,
  names: readonly Sha256[],
): Promise<Artefacts['tags'] | null> {
  for (const name of names) {
    const own = await artefacts.read('tags', name);
    if (own !== null) return own;
    const other = await artefacts.read('carried', name);
    const carried = other === null ? null : await artefacts.read('tags', other);
    if (carried !== null) return carried;
  }
  return null;
}
