import { hash } from 'node:crypto';
import type { PageSource } from '../model/document.ts';
import type { Lexicon } from '../model/lexicon.ts';
import type { ArtefactKeys, DocumentJob, JobKeys } from '../model/ports.ts';
import type { Source } from '../model/study.ts';
import type { Tag } from '../model/tag.ts';
import { type Sha256, sha256 } from '../model/units.ts';
import { proofOf } from './passwords.ts';

/** Fingerprints of the code and engines of the stages whose results are kept. */
export type Engines = {
  readonly extract: Sha256;
  readonly recognise: Sha256;
  readonly segment: Sha256;
  readonly tag: Sha256;
};

/** The names of what is read of a document, before a lexicon comes into it: `scanned` for one that OCR has a part in. */
export type ReadingKeys = {
  readonly document: Sha256;
  readonly passages: Sha256;
  readonly scanned: { readonly recognition: Sha256; readonly passages: Sha256 };
};

type ReadingSettings = Pick<DocumentJob, 'characters' | 'pages' | 'unpacked' | 'password' | 'ocr'>;

/**
 * The names of a document's artefacts. Each is made from the name before it and from all else that its
 * stage takes in, so that they are known without opening anything: a changed lexicon changes only the
 * last, a changed byte changes all.
 */
export function keysOf(
  source: Pick<Source, 'file' | 'language'> & { readonly hash: Sha256 },
  settings: ReadingSettings & Pick<DocumentJob, 'lexicon' | 'object'>,
  engines: Engines,
): JobKeys {
  const { document, passages, scanned } = readingKeys(source, settings, engines);
  const tags = digest(['tags', passages, settings.lexicon, settings.object, engines.tag]);
  const mentions = digest(['mentions', passages, engines.tag]);
  const { confidence, low } = settings.ocr;
  const scannedTags = digest([
    'tags',
    scanned.passages,
    settings.lexicon,
    settings.object,
    confidence,
    low,
    engines.tag,
  ]);
  const scannedMentions = digest(['mentions', scanned.passages, confidence, low, engines.tag]);
  return {
    document,
    passages,
    tags,
    mentions,
    scanned: { ...scanned, tags: scannedTags, mentions: scannedMentions },
  };
}

/** The first of these names: they change with a document's bytes, how it is read, and how it is cut into passages. */
export function readingKeys(
  source: Pick<Source, 'file' | 'language'> & { readonly hash: Sha256 },
  settings: ReadingSettings,
  engines: Omit<Engines, 'tag'>,
): ReadingKeys {
  // Only the ending tells Markdown from plain text, so it is part of what a document is read from.
  const ending = /\.[^./]*$/.exec(source.file)?.[0]?.toLowerCase() ?? '';
  const { characters, pages, unpacked } = settings;
  const limits = [characters, pages, unpacked];
  // A password given, or another one, is another try; its hash is salted by the hash of the file's bytes.
  const proof = settings.password === null ? null : proofOf(settings.password, source.hash);
  const document = digest(['document', source.hash, ending, limits, proof, engines.extract]);
  const passages = digest(['passages', document, source.language, engines.segment]);
  const { engine, version, dpi } = settings.ocr;
  const drawn = engine === 'off' ? null : dpi;
  const recognition = digest([
    'recognition',
    document,
    source.language,
    engine,
    version,
    drawn,
    engines.recognise,
  ]);
  const scannedPassages = digest(['passages', recognition, source.language, engines.segment]);
  return { document, passages, scanned: { recognition, passages: scannedPassages } };
}

/** What of a lexicon mentions may depend on: all but the terms of frames. */
export function beyondFrames({ actors, terms, overlap }: Lexicon): Sha256 {
  return digest([actors, overlap, terms.filter(({ layer }) => layer !== 'frame')]);
}

/** The name of a document's mentions: an edit of a frame, which touches none of the tags they are made with, leaves it. */
export function mentionsKey(keys: ArtefactKeys, lexicon: Sha256, tags: readonly Tag[]): Sha256 {
  const places = tags.map(({ passage, start, end, category, blocked }) => [
    passage,
    start,
    end,
    category,
    blocked,
  ]);
  return digest([keys.mentions, lexicon, places]);
}

/** The names that hold for a document whose pages are as they are. */
export function keysFor(keys: JobKeys, sources: Readonly<Record<PageSource, number>>): ArtefactKeys {
  const { scanned, ...plain } = keys;
  const needsOcr = sources.ocr + sources.unread > 0;
  return needsOcr
    ? { document: keys.document, passages: scanned.passages, tags: scanned.tags, mentions: scanned.mentions }
    : plain;
}

export function digest(parts: readonly unknown[]): Sha256 {
  return sha256(hash('sha256', JSON.stringify(parts)));
}
