import { noAct } from '../model/act.ts';
import type { Document } from '../model/document.ts';
import type { ActorNames, Mention } from '../model/mention.ts';
import type { Passage } from '../model/passage.ts';
import type { ArtefactStore, Artefacts, DocumentJob, Receipt } from '../model/ports.ts';
import type { OcrPlan, Recogniser } from '../model/recognition.ts';
import type { Tag } from '../model/tag.ts';
import { documentId, type Sha256 } from '../model/units.ts';
import { count } from '../profile/count.ts';
import { mentions } from '../profile/mention/mentions.ts';
import { portrait } from '../profile/portrait.ts';
import { bodiesAbove } from '../tag/above.ts';
import { actorFinder } from '../tag/actors.ts';
import { compile } from '../tag/compile.ts';
import { nearActors } from '../tag/near.ts';
import { retag } from '../tag/retag.ts';
import { tag } from '../tag/tag.ts';
import { unsure, unsureProblems } from '../tag/unsure.ts';
import { beyondFrames, keysFor, mentionsKey } from './keys.ts';
import { readingOf } from './reading.ts';
import { remembered } from './remembered.ts';
import { tagsUnder } from './tags.ts';

/** What a worker needs beside the job: the store, a way to the bytes, and what reads pictures. */
export type PipelinePorts = {
  readonly artefacts: ArtefactStore;
  readonly readBytes: (path: string) => Promise<Uint8Array>;
  /**
   * Opens what reads pages without text, for so many pages of one document. Throws a RecogniserMissing where it is
   * not the one that the run was started with.
   */
  readonly recogniser: (plan: OcrPlan, pages: number) => Promise<Recogniser>;
};

/** The two steps of a document's way, each of which does what is missing before it. */
export type Pipeline = {
  /** Reads a document and cuts it into passages. */
  readonly ingest: (job: DocumentJob) => Promise<void>;
  /** Tags its passages and counts; ingests it first where that has not been done. */
  readonly tag: (job: DocumentJob) => Promise<Receipt>;
};

/**
 * Brings documents up to date, stage by stage: extract, recognise, segment, tag, count. A stage whose artefact is
 * there already is not run again, so a changed lexicon never opens a PDF. A document that cannot be read
 * ends with its problems and without passages; only a fault of the program throws. What reads documents is loaded
 * when there is one to read: readers and tables of languages take more memory than all of tagging.
 */
export function openPipeline({ artefacts, readBytes, recogniser }: PipelinePorts): Pipeline {
  const lexiconOf = remembered(async (hash: DocumentJob['lexicon'], object: string) => {
    const lexicon = await artefacts.read('lexicon', hash);
    if (lexicon === null) throw new Error(`Expected lexicon \`${hash}\` in the artefact store, got none`);
    const matcher = compile(lexicon, { object });
    const actors = { named: actorFinder(lexicon.actors), near: nearActors(lexicon.actors, matcher.read) };
    const above = bodiesAbove(lexicon.actors, matcher.read);
    return { measured: lexicon.measured, matcher, actors, above, lexicon: beyondFrames(lexicon) };
  });

  async function extracted({
    file,
    path,
    hash,
    characters,
    pages,
    unpacked,
    password,
    keys,
  }: DocumentJob): Promise<Artefacts['document']> {
    const kept = await artefacts.read('document', keys.document);
    if (kept !== null) return kept;
    const { extract } = await import('../extract/extract.ts');
    const { value, problems } = await extract(await readBytes(path), {
      file,
      hash,
      characters,
      pages,
      unpacked,
      password,
    });
    const made = { document: value, problems };
    await artefacts.write('document', keys.document, made);
    return made;
  }

  /** The document with its pictures read, where it has any and they may be. */
  async function read(job: DocumentJob): Promise<Artefacts['document']> {
    const made = await extracted(job);
    const { document, problems } = made;
    if (document === null || job.ocr.engine === 'off') return made;
    const { pagesToRecognise, problemsAfter, withRecognised } = await import('../extract/recognise.ts');
    const unread = pagesToRecognise(document).length;
    if (unread === 0) return made;
    const recognition = await recognised(job, document, unread);
    const whole = withRecognised(document, recognition);
    return { document: whole, problems: problemsAfter(whole, problems, recognition, job.file) };
  }

  async function recognised(
    job: DocumentJob,
    document: Document,
    pages: number,
  ): Promise<Artefacts['recognition']> {
    const { file, ocr, keys } = job;
    const kept = await artefacts.read('recognition', keys.scanned.recognition);
    if (kept !== null) return kept;
    const reader = await recogniser(ocr, pages);
    try {
      const { languagesToRead } = await import('./languages.ts');
      const languages = languagesToRead(document, job.language);
      const settings = { file, password: job.password, engine: ocr.engine, languages, dpi: ocr.dpi };
      const { recognise } = await import('../extract/recognise.ts');
      const made = await recognise(await readBytes(job.path), document, reader, settings);
      await artefacts.write('recognition', keys.scanned.recognition, made);
      return made;
    } finally {
      await reader.close();
    }
  }

  async function segmented(job: DocumentJob): Promise<Artefacts['passages']> {
    const kept =
      (await artefacts.read('passages', job.keys.passages)) ??
      (await artefacts.read('passages', job.keys.scanned.passages));
    if (kept !== null) return kept;
    const { document, problems } = await read(job);
    const { segment } = await import('../segment/segment.ts');
    const { removed } = await import('../segment/removed.ts');
    const { sketch } = await import('../relate/sketch.ts');
    const cut = document === null ? null : segment(document, { language: job.language });
    const reading = readingOf(document, problems);
    const made = {
      passages: cut?.passages ?? [],
      removals: document === null || cut === null ? [] : removed(document, cut.removals),
      act: cut?.act ?? noAct,
      reading,
      labels: document?.pages.map((page) => page.label) ?? [],
      // What is unread may be all that two files differ in.
      sketch: sketch(reading.sources.unread > 0 ? [] : (cut?.passages ?? []), cut?.act ?? noAct),
    };
    await artefacts.write('passages', keysFor(job.keys, reading.sources).passages, made);
    return made;
  }

  async function tagged(job: DocumentJob): Promise<Receipt> {
    const { passages, removals, act, reading, sketch } = await segmented(job);
    const keys = keysFor(job.keys, reading.sources);
    const { measured, matcher, actors, above, lexicon } = await lexiconOf(job.lexicon, job.object);
    const doubtful = unsure(passages, job.ocr.confidence);
    const excluded = job.ocr.low === 'exclude' ? doubtful : new Set<never>();
    const known = job.earlier === null ? null : await tagsUnder(artefacts, [job.earlier.tags]);
    const tags =
      job.earlier === null || known === null
        ? tag(passages, matcher, excluded)
        : retag(passages, matcher, { known: known.tags, touched: new Set(job.earlier.touched) }, excluded);
    const document = documentId(job.hash);
    const counting = passages.filter(({ id }) => !excluded.has(id));
    const used = tags.filter(({ layer }) => layer !== 'frame');
    const name = mentionsKey(keys, lexicon, used);
    const found = await mentioned(name, passages, used, actors);
    const setting = { measured, object: job.object, above };
    const totals = count(document, counting, tags, measured, job.object, (own) =>
      portrait(own, tags, found, setting),
    );
    const receipt: Receipt = {
      ...reading,
      problems: [...reading.problems, ...unsureProblems(doubtful.size, job.ocr, job.file)],
      document,
      passages: passages.length,
      objectPassages: totals.reduce((sum, one) => sum + one.objectPassages, 0),
      removals: removals.length,
      act: { ...act, persons: act.persons.length },
      sketch,
    };
    await artefacts.write('tags', keys.tags, { tags, totals, mentions: name, receipt });
    return receipt;
  }

  /** Who does what in the passages. They cost more than tagging does, and hang on other terms than those of frames. */
  async function mentioned(
    name: Sha256,
    passages: readonly Passage[],
    used: readonly Tag[],
    actors: ActorNames,
  ): Promise<readonly Mention[]> {
    const kept = await artefacts.read('mentions', name);
    if (kept !== null) return kept;
    const made = mentions(passages, used, actors);
    await artefacts.write('mentions', name, made);
    return made;
  }

  /** The receipt of an earlier run under one of the names that it may have. */
  async function done({ keys }: DocumentJob): Promise<Receipt | null> {
    const kept = await tagsUnder(artefacts, [keys.tags, keys.scanned.tags]);
    // They cannot be indexed without their mentions.
    return kept === null || (await artefacts.read('mentions', kept.mentions)) === null ? null : kept.receipt;
  }

  return {
    async ingest(job) {
      const { passages, scanned } = job.keys;
      const isThere =
        (await artefacts.has('passages', passages)) || (await artefacts.has('passages', scanned.passages));
      if (!isThere) await segmented(job);
    },
    tag: async (job) => (await done(job)) ?? tagged(job),
  };
}
