import { extract } from '../extract/extract.ts';
import { noAct } from '../model/act.ts';
import type { ArtefactStore, Artefacts, DocumentJob, Receipt } from '../model/ports.ts';
import { documentId } from '../model/units.ts';
import { count } from '../profile/count.ts';
import { sketch as sketchOf } from '../relate/sketch.ts';
import { segment } from '../segment/segment.ts';
import { compile } from '../tag/compile.ts';
import { tag } from '../tag/tag.ts';
import { readingOf } from './reading.ts';
import { remembered } from './remembered.ts';

/** What a worker needs beside the job: the store, and a way to the bytes. */
export type PipelinePorts = {
  readonly artefacts: ArtefactStore;
  readonly readBytes: (path: string) => Promise<Uint8Array>;
};

/** The two steps of a document's way, each of which does what is missing before it. */
export type Pipeline = {
  /** Reads a document and cuts it into passages. */
  readonly ingest: (job: DocumentJob) => Promise<void>;
  /** Tags its passages and counts; ingests it first where that has not been done. */
  readonly tag: (job: DocumentJob) => Promise<Receipt>;
};

/**
 * Brings documents up to date, stage by stage: extract, segment, tag, count. A stage whose artefact is
 * there already is not run again, so a changed lexicon never opens a PDF. A document that cannot be read
 * ends with its problems and without passages; only a fault of the program throws.
 */
export function openPipeline({ artefacts, readBytes }: PipelinePorts): Pipeline {
  const lexiconOf = remembered(async (hash: DocumentJob['lexicon'], object: string) => {
    const lexicon = await artefacts.read('lexicon', hash);
    if (lexicon === null) throw new Error(`Expected lexicon \`${hash}\` in the artefact store, got none`);
    return { measured: lexicon.measured, matcher: compile(lexicon, { object }) };
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

  async function segmented(job: DocumentJob): Promise<Artefacts['passages']> {
    const kept = await artefacts.read('passages', job.keys.passages);
    if (kept !== null) return kept;
    const { document, problems } = await extracted(job);
    const cut = document === null ? null : segment(document, { language: job.language });
    const made = {
      passages: cut?.passages ?? [],
      removals: cut?.removals ?? [],
      act: cut?.act ?? noAct,
      reading: readingOf(document, problems),
      labels: document?.pages.map((page) => page.label) ?? [],
      sketch: sketchOf(cut?.passages ?? [], cut?.act ?? noAct),
    };
    await artefacts.write('passages', job.keys.passages, made);
    return made;
  }

  async function tagged(job: DocumentJob): Promise<Receipt> {
    const { passages, removals, act, reading, sketch } = await segmented(job);
    const { measured, matcher } = await lexiconOf(job.lexicon, job.object);
    const tags = tag(passages, matcher);
    const document = documentId(job.hash);
    const totals = count(document, passages, tags, measured, job.object);
    await artefacts.write('tags', job.keys.tags, { tags, totals });
    const receipt: Receipt = {
      ...reading,
      document,
      passages: passages.length,
      objectPassages: totals.reduce((sum, one) => sum + one.objectPassages, 0),
      removals: removals.length,
      act: { ...act, persons: act.persons.length },
      sketch,
    };
    await artefacts.write('receipt', job.keys.tags, receipt);
    return receipt;
  }

  return {
    async ingest(job) {
      if (!(await artefacts.has('passages', job.keys.passages))) await segmented(job);
    },
    async tag(job) {
      const done = await artefacts.read('receipt', job.keys.tags);
      return done !== null && (await artefacts.has('tags', job.keys.tags)) ? done : tagged(job);
    },
  };
}
