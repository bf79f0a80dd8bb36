import { setImmediate } from 'node:timers/promises';
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
import { type DocumentId, documentId, type Sha256 } from '../model/units.ts';
import { touchOf } from '../tag/touch.ts';
import { keysFor, keysOf } from './keys.ts';
import { passwordOf } from './passwords.ts';
import { remembered } from './remembered.ts';
import { markSame } from './same.ts';
import type { ProgressListener, RunPorts, StudyInput } from './study.ts';
import { openTagger } from './tagging.ts';
import { tagsUnder } from './tags.ts';

const unread: Reading = {
  format: null,
  reader: null,
  pages: 0,
  sources: { text: 0, ocr: 0, blank: 0, unread: 0 },
  characters: 0,
  problems: [],
};

/**
 * Documents whose new tags are indexed at a time, and tags that they may have: a transaction costs more than what one of them
 * puts into it, and until then they are in memory.
 */
const together = { documents: 200, tags: 20_000 };

/**
 * A document of which no more than this share of passages has to be tagged anew is tagged by the run itself: a process that is
 * to do it takes longer to start and to be told than the work takes.
 */
const few = 0.25;

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
  const tagged = openTagger(artefacts);
  await artefacts.write('lexicon', study.lexicon.hash, study.lexicon);
  const rows = new Map<string, IngestRow>();
  const sketches = new Map<string, Sketch>();
  const entries = new Map<string, Entry>();
  const retagged: Retagged[] = [];
  let waiting = 0;
  const carried: Carried[] = [];
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
    const held = heldOf(documentId(job.hash));
    const receipt = (await kept(job, held)) ?? (held === null ? null : await carriedOver(entry, job, held));
    if (receipt !== null && !('touched' in receipt)) {
      settle(entry, receipt, [], 'kept');
      continue;
    }
    const isHere = receipt !== null && held !== null;
    const anew = isHere ? await taggedHere({ ...job, earlier: receipt }, held) : null;
    if (anew === null) entries.set(job.file, { ...entry, earlier: receipt });
    else settle(entry, anew, [], 'read');
  }
  database.carry(carried);
  await queue.run(
    jobsOf(entries.values(), study),
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
  const ordered = markSame(
    corpus.flatMap((entry) => rows.get(entry.source.file) ?? []),
    sketches,
  );
  database.setCorpus(ordered);
  return ordered;

  /** What the index holds of a document. */
  function heldOf(document: DocumentId): Held | null {
    const standing = database.standing(document);
    const receipt = standing === null ? null : database.receipt(document);
    return standing === null || receipt === null ? null : { standing, receipt };
  }

  /** What an earlier run left of this document, if it still holds. */
  async function kept(job: DocumentJob, held: Held | null): Promise<Receipt | null> {
    const { tags, scanned } = job.keys;
    const indexed = held?.standing.tags;
    if (held !== null && (indexed === tags || indexed === scanned.tags)) return held.receipt;
    const found = await tagsUnder(artefacts, [tags, scanned.tags]);
    return found !== null && (await index(job.keys, found)) ? found.receipt : null;
  }

  /** False where the artefacts that the receipt promises are gone. */
  async function isIndexed(all: JobKeys, receipt: Receipt): Promise<boolean> {
    const tags = await tagsUnder(artefacts, [keysFor(all, receipt.sources).tags]);
    return tags !== null && (await index(all, tags));
  }

  /**
   * Lets a document that stands in the index by another lexicon stand by this one, where none of its passages can be tagged
   * otherwise: nothing has to be opened. Gives which can where some can, and null where that cannot be told.
   */
  async function carriedOver(
    entry: CorpusFile,
    job: DocumentJob,
    { standing, receipt }: Held,
  ): Promise<Receipt | EarlierTags | null> {
    const document = documentId(job.hash);
    if (standing.lexicon === job.lexicon) return null;
    const touch = await touchFrom(standing.lexicon);
    if (touch === null) return null;
    const before = jobOf(entry, study, standing.lexicon);
    if (before === null || keysFor(before.keys, receipt.sources).tags !== standing.tags) return null;
    const touched: number[] = [];
    for (const { ordinal, text, language } of database.texts(document))
      if (touch(text, language)) touched.push(ordinal);
    if (touched.length > 0) return { tags: standing.tags, touched };
    const { tags } = keysFor(job.keys, receipt.sources);
    const from = (await artefacts.read('carried', standing.tags)) ?? standing.tags;
    await artefacts.write('carried', tags, from);
    carried.push({ document, tags, lexicon: job.lexicon });
    return receipt;
  }

  /** Tags a document anew of which few passages are touched; null where they are not few, or that is for a worker to meet. */
  async function taggedHere(
    job: DocumentJob & { readonly earlier: EarlierTags },
    { standing, receipt }: Held,
  ): Promise<Receipt | null> {
    if (job.earlier.touched.length > few * receipt.passages) return null;
    // Whoever wants to stop the run, or to see how far it is, gets a turn.
    await setImmediate();
    signal?.throwIfAborted();
    const made = await taggedOrNull(job, receipt);
    return made !== null && (await index(job.keys, made, standing, job.earlier.touched))
      ? made.receipt
      : null;
  }

  /** What fails here may be for a worker to meet; what the index cannot take is not. */
  async function taggedOrNull(job: DocumentJob, { sources }: Receipt): Promise<Artefacts['tags'] | null> {
    try {
      const segmented = await artefacts.read('passages', keysFor(job.keys, sources).passages);
      return segmented === null ? null : await tagged(job, segmented);
    } catch {
      return null;
    }
  }

  /** False where the passages that the tags are of, or their mentions, are gone. */
  async function index(
    all: JobKeys,
    { receipt, ...tags }: Artefacts['tags'],
    standing: Standing | null = database.standing(receipt.document),
    touched: readonly number[] | null = null,
  ): Promise<boolean> {
    const { passages: name, ...named } = keysFor(all, receipt.sources);
    const keys = { passages: name, tags: named.tags, mentions: tags.mentions, lexicon: study.lexicon.hash };
    const isHeld = standing?.passages === name;
    const areSame = isHeld && standing.mentions === tags.mentions;
    const mentions = areSame ? null : await artefacts.read('mentions', tags.mentions);
    if (mentions === null && !areSame) return false;
    if (isHeld) {
      retagged.push({ keys, receipt, tags: { ...tags, mentions }, touched });
      waiting += tags.tags.length;
      if (retagged.length === together.documents || waiting > together.tags) {
        waiting = 0;
        database.retag(retagged.splice(0));
      }
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

/** What the index holds of a document, and under which names. */
type Held = { readonly standing: Standing; readonly receipt: Receipt };

/** A file to be read or tagged, with what is known of its tags. */
type Entry = CorpusFile & Pick<DocumentJob, 'earlier'>;

/** The jobs of some files, each made when it is asked for: very many of them are never in memory together. */
function* jobsOf(entries: Iterable<Entry>, study: StudyInput): Generator<DocumentJob> {
  for (const { earlier, ...entry } of entries) {
    const job = jobOf(entry, study);
    if (job !== null) yield { ...job, earlier };
  }
}

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
