import type { ActFacts } from '../model/act.ts';
import type {
  Artefacts,
  Carried,
  CorpusFile,
  DocumentJob,
  EarlierTags,
  JobKeys,
  Reading,
  Receipt,
  Retagged,
  Standing,
} from '../model/ports.ts';
import { type Problem, statusOf } from '../model/problem.ts';
import type { JobFailure } from '../model/queue.ts';
import type { OcrPlan } from '../model/recognition.ts';
import type { IngestRow } from '../model/results.ts';
import type { Sketch } from '../model/sketch.ts';
import type { Progress } from '../model/summary.ts';
import { documentId, type Sha256 } from '../model/units.ts';
import { type Touch, touchOf } from '../tag/touch.ts';
import { keysFor, keysOf } from './keys.ts';
import { passwordOf } from './passwords.ts';
import { remembered } from './remembered.ts';
import { markSame } from './same.ts';
import type { ProgressListener, RunPorts, StudyInput } from './study.ts';
import { tagsUnder } from './tags.ts';

const unread: Reading = {
  format: null,
  reader: null,
  pages: 0,
  sources: { text: 0, ocr: 0, blank: 0, unread: 0 },
  characters: 0,
  problems: [],
};

/** Documents whose new tags are indexed at a time: a transaction costs more than what one of them puts into it. */
const together = 20;

/** A worker said that it was done, but the store holds nothing of it. */
const vanished: JobFailure = { kind: 'crashed', detail: 'its artefacts are gone from the store' };

/**
 * Makes the index say what the corpus says: documents that are indexed under the same keys stay, those
 * whose artefacts are there are indexed again, and only the others are read or tagged. Then looks for files
 * that hold one act. Gives one row a file, in the order of the corpus.
 */
export async function refresh(
  study: StudyInput,
  corpus: readonly CorpusFile[],
  ports: RunPorts,
  onProgress: ProgressListener,
  signal?: AbortSignal,
): Promise<readonly IngestRow[]> {
  const { artefacts, database, queue } = ports;
  await artefacts.write('lexicon', study.lexicon.hash, study.lexicon);
  const rows = new Map<string, IngestRow>();
  const sketches = new Map<string, Sketch>();
  const entries = new Map<string, Entry>();
  const retagged: Retagged[] = [];
  const carried: (Carried & { readonly from: Sha256 })[] = [];
  const touchFrom = remembered(async (lexicon: Sha256) => {
    const before = await artefacts.read('lexicon', lexicon);
    return before === null ? null : touchOf(before, study.lexicon);
  });
  const total = corpus.filter(isReadable).length;
  let progress: Progress = { done: 0, total, kept: 0, pages: 0, failed: 0 };

  for (const entry of corpus) {
    const job = jobOf(entry, study);
    if (job === null) {
      rows.set(entry.source.file, rowOf(entry, null, []));
      continue;
    }
    const standing = database.standing(documentId(job.hash));
    const receipt = await kept(job, standing);
    if (receipt !== null) settle(entry, receipt, [], 'kept');
    else
      entries.set(job.file, { ...entry, standing, touch: standing && (await touchFrom(standing.lexicon)) });
  }
  await queue.run(
    jobs(),
    async (job, { result, failure }) => {
      const failed = failure ?? ((await isIndexed(job.keys, result)) ? null : vanished);
      const entry = entries.get(job.file);
      if (entry === undefined) return;
      entries.delete(job.file);
      if (failed === null) settle(entry, result, [], 'read');
      else settle(entry, null, [problemOf(failed, job.file)], 'read');
    },
    signal,
  );
  database.retag(retagged.splice(0));
  for (const { tags, from } of carried)
    await artefacts.write('carried', tags, (await artefacts.read('carried', from)) ?? from);
  database.carry(carried);
  const ordered = markSame(
    corpus.flatMap((entry) => rows.get(entry.source.file) ?? []),
    sketches,
  );
  database.setCorpus(ordered);
  return ordered;

  /** What an earlier run left of this document, if it still holds. */
  async function kept(job: DocumentJob, standing: Standing | null): Promise<Receipt | null> {
    const { tags, scanned } = job.keys;
    if (standing?.tags === tags || standing?.tags === scanned.tags)
      return database.receipt(documentId(job.hash));
    const found = await tagsUnder(artefacts, [tags, scanned.tags]);
    return found !== null && (await index(job.keys, found)) ? found.receipt : null;
  }

  /**
   * What is left to do, each job made when it is asked for: very many of them are never in memory together, and while one
   * document is tagged anew the next is looked at.
   */
  function* jobs(): Generator<DocumentJob> {
    for (const entry of entries.values()) {
      const job = jobOf(entry, study);
      if (job === null) continue;
      const known = knownTags(entry, job);
      if (known?.touched.length === 0) carry(entry, job, known);
      else yield { ...job, earlier: known && { tags: known.tags, touched: known.touched } };
    }
  }

  /** False where the artefacts that the receipt promises are gone. */
  async function isIndexed(all: JobKeys, receipt: Receipt): Promise<boolean> {
    const tags = await tagsUnder(artefacts, [keysFor(all, receipt.sources).tags]);
    return tags !== null && (await index(all, tags));
  }

  /**
   * The tags of another lexicon by which a document stands in the index, and the passages that may be tagged otherwise by this
   * one; null where that cannot be told.
   */
  function knownTags({ standing, touch, ...entry }: Entry, { hash, lexicon }: DocumentJob): Known | null {
    if (standing === null || touch === null || standing.lexicon === lexicon) return null;
    const document = documentId(hash);
    const receipt = database.receipt(document);
    // Under another name, or by another run, it may have been tagged meanwhile.
    if (receipt === null || database.standing(document)?.tags !== standing.tags) return null;
    const before = jobOf(entry, study, standing.lexicon);
    if (before === null || keysFor(before.keys, receipt.sources).tags !== standing.tags) return null;
    const touched: number[] = [];
    for (const { ordinal, text, language } of database.texts(document))
      if (touch(text, language)) touched.push(ordinal);
    return { tags: standing.tags, touched, receipt };
  }

  /** Lets a document stand by this lexicon with the tags that it has: nothing has to be opened. */
  function carry(entry: CorpusFile, job: DocumentJob, { tags: from, receipt }: Known): void {
    const { tags } = keysFor(job.keys, receipt.sources);
    carried.push({ document: receipt.document, tags, lexicon: job.lexicon, from });
    settle(entry, receipt, [], 'kept');
  }

  /** False where the passages that the tags are of, or their mentions, are gone. */
  async function index(all: JobKeys, { receipt, ...tags }: Artefacts['tags']): Promise<boolean> {
    const { passages: name, ...named } = keysFor(all, receipt.sources);
    const keys = { passages: name, tags: named.tags, mentions: tags.mentions, lexicon: study.lexicon.hash };
    const standing = database.standing(receipt.document);
    const isHeld = standing?.passages === name;
    const areSame = isHeld && standing.mentions === tags.mentions;
    const mentions = areSame ? null : await artefacts.read('mentions', tags.mentions);
    if (mentions === null && !areSame) return false;
    if (isHeld) {
      retagged.push({ keys, receipt, tags: { ...tags, mentions } });
      if (retagged.length === together) database.retag(retagged.splice(0));
      return true;
    }
    const passages = await artefacts.read('passages', name);
    if (passages === null) return false;
    database.index(keys, receipt, { passages, tags: { ...tags, mentions: mentions ?? [] } });
    return true;
  }

  function settle(
    entry: CorpusFile,
    receipt: Receipt | null,
    problems: readonly Problem[],
    effort: 'kept' | 'read',
  ): void {
    const row = rowOf(entry, receipt, problems);
    rows.set(entry.source.file, row);
    if (receipt !== null) sketches.set(entry.source.file, receipt.sketch);
    progress = {
      ...progress,
      done: progress.done + 1,
      kept: progress.kept + (effort === 'kept' ? 1 : 0),
      pages: progress.pages + (effort === 'read' ? row.pages : 0),
      failed: progress.failed + (row.status === 'failed' ? 1 : 0),
    };
    onProgress(progress);
  }
}

/** A file to be read or tagged, with what its document stands under, and what tells which passages are tagged otherwise now. */
type Entry = CorpusFile & { readonly standing: Standing | null; readonly touch: Touch | null };

/** Tags that hold but for the touched passages, and what their document came to. */
type Known = EarlierTags & { readonly receipt: Receipt };

function isReadable({ path, source }: CorpusFile): boolean {
  return path !== null && source.hash !== null;
}

/** Its job by the lexicon of the study, or by another one. */
function jobOf(
  entry: CorpusFile,
  study: StudyInput,
  lexicon: Sha256 = study.lexicon.hash,
): DocumentJob | null {
  const { file, hash, language } = entry.source;
  if (entry.path === null || hash === null) return null;
  const { characters, pages, unpacked } = study.file.settings.limits;
  const password = passwordOf(study.passwords, file);
  const object = study.file.object;
  const ocr = planOf(study);
  const keys = keysOf(
    { file, language, hash },
    { characters, pages, unpacked, password, lexicon, object, ocr },
    study.engines,
  );
  const { artefacts } = study;
  return {
    id: keys.scanned.tags,
    file,
    path: entry.path,
    artefacts,
    hash,
    language,
    characters,
    pages,
    unpacked,
    password,
    lexicon,
    object,
    ocr,
    keys,
    earlier: null,
  };
}

/** How this run reads pages without text. */
function planOf({ file, recogniser }: StudyInput): OcrPlan {
  const { ocr, limits } = file.settings;
  const { dpi, confidence, low } = ocr;
  return { ...recogniser, dpi, seconds: limits.ocr_seconds, confidence, low };
}

function rowOf(entry: CorpusFile, receipt: Receipt | null, failures: readonly Problem[]): IngestRow {
  const { format, reader, pages, sources, characters, problems: met } = receipt ?? unread;
  // The same bytes may have been read under another name.
  const found = met.map((problem) => ({ ...problem, file: entry.source.file }));
  const act = receipt?.act ?? null;
  const problems = [...entry.problems, ...found, ...failures, ...doubtsOf(entry.source, act)];
  return {
    ...entry.source,
    format,
    reader,
    pages,
    sources,
    characters,
    passages: receipt?.passages ?? 0,
    objectPassages: receipt?.objectPassages ?? 0,
    removals: receipt?.removals ?? 0,
    act,
    status: statusOf(problems),
    problems,
    same: [],
  };
}

/** A date that the text gives and the metadata lack, or contradict by more than a year. */
function doubtsOf({ file, date }: CorpusFile['source'], act: ActFacts | null): readonly Problem[] {
  if (act?.date == null) return [];
  if (date === null) return [{ code: 'date_suggested', file, date: act.date }];
  if (Math.abs(Number(date.slice(0, 4)) - Number(act.date.slice(0, 4))) <= 1) return [];
  const kept = { from: 'metadata', value: date };
  return [
    { code: 'metadata_contradiction', file, field: 'date', kept, other: { from: 'text', value: act.date } },
  ];
}

function problemOf(failure: JobFailure, file: string): Problem {
  switch (failure.kind) {
    case 'time_limit':
      return { code: 'time_limit', file, seconds: failure.seconds };
    case 'memory_limit':
      return { code: 'memory_limit', file, megabytes: failure.megabytes };
    case 'crashed':
      return { code: 'crashed', file, detail: failure.detail };
    case 'engine_missing':
      return { code: 'engine_missing', file, detail: failure.detail };
  }
}
