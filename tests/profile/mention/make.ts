import type { Zone } from '../../../src/model/passage.ts';
import { type Sight, sightsOf } from '../../../src/profile/mention/sight.ts';
import { compile } from '../../../src/tag/compile.ts';
import { resolveLexicon } from '../../../src/tag/resolve.ts';
import { tag } from '../../../src/tag/tag.ts';
import { readLexicons } from '../../lexicons/read.ts';
import { noActors } from '../../support/actors.ts';
import { passageOf } from '../../support/mentions.ts';

/** The lexicons of the project, ready. */
export const matcher = compile(resolveLexicon(readLexicons()).lexicon, { object: 'SSE' });

/** A short text as the finders see it. */
export function sight(text: string, language: 'es' | 'pt' | 'en' = 'es', zone: Zone = 'body'): Sight {
  const passage = passageOf({ id: 'x', language, zone, text });
  const [first] = sightsOf(passage, tag([passage], matcher), noActors.near);
  if (first === undefined) throw new Error('Expected a text, got none');
  return first;
}

/** The words at some spans. */
export function wordsAt(text: string, spans: readonly { start: number; end: number }[]): readonly string[] {
  return spans.map(({ start, end }) => text.slice(start, end));
}
