import { noAct } from '../model/act.ts';
import type { Document } from '../model/document.ts';
import type { ArtefactStore, Artefacts, DocumentJob, Receipt } from '../model/ports.ts';
import type { OcrPlan, Recogniser } from '../model/recognition.ts';
import { keysFor } from './keys.ts';
import { readingOf } from './reading.ts';
import { openTagger } from './tagging.ts';
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
  const tagged = openTagger(artefacts);

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

  /** The receipt of an earlier run under one of the names that it may have. */
  async function done({ keys, earlier }: DocumentJob): Promise<Receipt | null> {
    // Whoever knows earlier tags has just looked for these.
    if (earlier !== null) return null;
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
    tag: async (job) => (await done(job)) ?? (await tagged(job, await segmented(job))).receipt,
  };
}
