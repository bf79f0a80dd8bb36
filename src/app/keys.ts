import { createHash } from 'node:crypto';
import type { ArtefactKeys, DocumentJob } from '../model/ports.ts';
import type { Source } from '../model/study.ts';
import { type Sha256, sha256 } from '../model/units.ts';
import { proofOf } from './passwords.ts';

/** Fingerprints of the code and engines of the stages whose results are kept. */
export type Engines = {
  readonly extract: Sha256;
  readonly segment: Sha256;
  readonly tag: Sha256;
};

/**
 * The names of a document's artefacts. Each is made from the name before it and from all else that its
 * stage takes in, so that they are known without opening anything: a changed lexicon changes only the
 * last, a changed byte changes all.
 */
export function keysOf(
  source: Pick<Source, 'file' | 'language'> & { readonly hash: Sha256 },
  settings: Pick<DocumentJob, 'characters' | 'pages' | 'unpacked' | 'password' | 'lexicon' | 'object'>,
  engines: Engines,
): ArtefactKeys {
  // Only the ending tells Markdown from plain text, so it is part of what a document is read from.
  const ending = /\.[^./]*$/.exec(source.file)?.[0]?.toLowerCase() ?? '';
  const { characters, pages, unpacked } = settings;
  const limits = [characters, pages, unpacked];
  // A password given, or another one, is another try; its hash is salted by the hash of the file's bytes.
  const proof = settings.password === null ? null : proofOf(settings.password, source.hash);
  const document = digest(['document', source.hash, ending, limits, proof, engines.extract]);
  const passages = digest(['passages', document, source.language, engines.segment]);
  const tags = digest(['tags', passages, settings.lexicon, settings.object, engines.tag]);
  return { document, passages, tags };
}

function digest(parts: readonly unknown[]): Sha256 {
  return sha256(createHash('sha256').update(JSON.stringify(parts)).digest('hex'));
}
