import { createHash } from 'node:crypto';
import type { Language } from '../../src/model/passage.ts';
import { blankPortrait, type Observation, type Portrait } from '../../src/model/profile.ts';
import { documentId, sha256 } from '../../src/model/units.ts';

/** What a test says of one document in one language; the rest is made up the same way every time. */
export type Said = {
  readonly file: string;
  readonly voice?: string | null;
  readonly institution?: string | null;
  readonly kind?: string | null;
  readonly language?: Language;
  readonly period?: string;
  readonly objectPassages?: number;
  readonly presence?: Readonly<Record<string, number>>;
  readonly portrait?: Partial<Portrait>;
};

/** An observation with as many hits as presences and 100 words a passage; the same file is the same document. */
export function observation(said: Said): Observation {
  const presence = said.presence ?? {};
  const objectPassages = said.objectPassages ?? Object.values(presence).reduce((sum, n) => sum + n, 0);
  return {
    document: documentId(sha256(createHash('sha256').update(said.file).digest('hex'))),
    language: said.language ?? 'es',
    passages: objectPassages + 2,
    objectPassages,
    words: (objectPassages + 2) * 100,
    objectWords: objectPassages * 100,
    presence,
    hits: presence,
    portrait: { ...blankPortrait, ...said.portrait },
    file: said.file,
    institution: said.institution === undefined ? 'Red' : said.institution,
    voice: said.voice === undefined ? 'civil_society' : said.voice,
    kind: said.kind === undefined ? null : said.kind,
    date: null,
    period: said.period ?? '2005-2009',
  };
}
