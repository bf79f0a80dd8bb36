import type { Found } from '../../../src/model/ports.ts';
import { sha256 } from '../../../src/model/units.ts';
import { compile } from '../../../src/tag/compile.ts';
import { resolveLexicon } from '../../../src/tag/resolve.ts';
import { tag } from '../../../src/tag/tag.ts';
import { makePassage, makeSource } from '../../tag/make.ts';

const { lexicon } = resolveLexicon(
  makeSource({
    a: { layer: 'frame', categories: { x: { es: ['pobreza [extrema]', 'hambre'] }, y: { es: ['paz'] } } },
    object: { layer: 'object', categories: { o: { es: ['coop'] } } },
  }),
);
const matcher = compile(lexicon, { object: 'SSE' });

/** A passage of a document, tagged with a small lexicon (`a/x`: pobreza, hambre; `a/y`: paz; object: coop). */
export function foundIn(document: number, text: string, ordinal = 0): Found {
  const passage = {
    ...makePassage(text, 'es', ordinal),
    document: document.toString(16).padStart(16, '0') as never,
  };
  return {
    file: `${document}.txt`,
    title: null,
    institution: null,
    voice: null,
    date: null,
    page: '1',
    rights: null,
    persons: [],
    passage,
    tags: tag([passage], matcher),
    lexicon: sha256('0'.repeat(64)),
  };
}

export const isTarget = (category: string) => category === 'a/x';
