import type { ActFacts, Person } from './act.ts';
import type { Document, Format, Page, PageSource } from './document.ts';
import type { TaggedPassage } from './framing.ts';
import type { CellQuery, Glance, MentionQuery, ReadPassage } from './glance.ts';
import type { Lexicon } from './lexicon.ts';
import type { Mention } from './mention.ts';
import type { Language, Passage, Removed, Segmentation, Zone } from './passage.ts';
import type { Problem } from './problem.ts';
import type { Totals } from './profile.ts';
import type { QueuedJob } from './queue.ts';
import type { OcrPlan } from './recognition.ts';
import type { Evidence, IngestRow, MentionRow, ReportFile, RunRecord } from './results.ts';
import type { SearchCount, SearchPage, SearchQuery } from './search.ts';
import type { Sketch } from './sketch.ts';
import type { Described, Metadata, Source } from './study.ts';
import type { Progress } from './summary.ts';
import type { Block, Tag } from './tag.ts';
import type { DocumentId, PassageId, Sha256 } from './units.ts';

/** What reading a document came to, beside its text. */
export type Reading = {
  readonly format: Format | null;
  readonly reader: string | null;
  readonly pages: number;
  /** Pages by where their text comes from; nothing of an unread one is in the numbers. */
  readonly sources: Readonly<Record<PageSource, number>>;
  /** Code points of raw text. */
  readonly characters: number;
  readonly problems: readonly Problem[];
};

/** What one document came to, small enough for a queue: everything else lies in the artefact store. */
export type Receipt = Reading & {
  readonly document: DocumentId;
  readonly passages: number;
  readonly objectPassages: number;
  readonly removals: number;
  readonly act: ActFacts;
  /** What tells whether another file holds the same act. */
  readonly sketch: Sketch;
};

/** What the tags of one document are, and what they come to. */
export type Tagging = {
  readonly tags: readonly Tag[];
  readonly totals: readonly Totals[];
  readonly mentions: readonly Mention[];
};

/** What the index holds of a document: the names of the results that it was taken from, and the lexicon of its tags. */
export type Standing = {
  readonly passages: Sha256;
  readonly tags: Sha256;
  readonly mentions: Sha256;
  readonly lexicon: Sha256;
};

/** What the index takes of one document. */
export type Indexable = { readonly passages: Artefacts['passages']; readonly tags: Tagging };

/** What each stage leaves in the store, by kind. */
export type Artefacts = {
  readonly lexicon: Lexicon;
  /** What a file of a lexicon says, by its bytes. */
  readonly yaml: unknown;
  /** A lexicon by what its files say, which was found without fault. */
  readonly resolved: Lexicon;
  readonly document: { readonly document: Document | null; readonly problems: readonly Problem[] };
  /** Pages that OCR read, and what went wrong with those that it did not. */
  readonly recognition: { readonly pages: readonly Page[]; readonly problems: readonly Problem[] };
  readonly passages: Omit<Segmentation, 'removals'> & {
    readonly removals: readonly Removed[];
    readonly reading: Reading;
    readonly labels: readonly (string | null)[];
    readonly sketch: Sketch;
  };
  readonly mentions: readonly Mention[];
  /**
   * With the receipt in one file: a file of its own would cost nearly as much as tagging a short document. Of the
   * mentions the name, since most tags of another lexicon come with the same ones.
   */
  readonly tags: Omit<Tagging, 'mentions'> & { readonly mentions: Sha256; readonly receipt: Receipt };
  /** The name of tags that are the same under another lexicon. */
  readonly carried: Sha256;
};
export type ArtefactKind = keyof Artefacts;

/** Immutable results named by all that they depend on; what cannot be read whole counts as missing. */
export interface ArtefactStore {
  has(kind: ArtefactKind, key: Sha256): Promise<boolean>;
  read<Kind extends ArtefactKind>(kind: Kind, key: Sha256): Promise<Artefacts[Kind] | null>;
  write<Kind extends ArtefactKind>(kind: Kind, key: Sha256, value: Artefacts[Kind]): Promise<void>;
}

/** The names under which a document's results are kept, each covering all that the result depends on. */
export type ArtefactKeys = {
  readonly document: Sha256;
  readonly passages: Sha256;
  readonly tags: Sha256;
  /** What the name of its mentions is made from, once its tags are known. */
  readonly mentions: Sha256;
};

/**
 * The same for a document of which nothing is known yet. Without a page for OCR its results have names that OCR has
 * no part in; with one, those of `scanned`. So another engine costs only the documents that it reads.
 */
export type JobKeys = ArtefactKeys & {
  readonly scanned: Omit<ArtefactKeys, 'document'> & { readonly recognition: Sha256 };
};

/**
 * One document to bring up to date: references only, never its bytes. Paths are absolute; on their way
 * through a broker they are relative to a root that every host has at a place of its own.
 */
export type DocumentJob = QueuedJob & {
  readonly path: string;
  /** The folder of the artefact store. */
  readonly artefacts: string;
  readonly hash: Sha256;
  /** The language that the manifest gives. */
  readonly language: Language | null;
  /** Longest text taken, in code points. */
  readonly characters: number;
  /** Most pages. */
  readonly pages: number;
  /** Most bytes that an archive may unpack to. */
  readonly unpacked: number;
  /** Stays within this host: a job that goes through a broker carries the place where it is written down. */
  readonly password: string | null;
  readonly lexicon: Sha256;
  /** Code of the category whose terms mark the object. */
  readonly object: string;
  /** How pages without text are read: the engine is the one that the run was started with. */
  readonly ocr: OcrPlan;
  readonly keys: JobKeys;
  /** Where tags by another lexicon are known to hold in part; null where nothing is known. Stays within this host. */
  readonly earlier: EarlierTags | null;
};

/** Tags by another lexicon that hold for all passages of a document but those with these ordinals. */
export type EarlierTags = { readonly tags: Sha256; readonly touched: readonly number[] };

/** A file of the corpus with everything known about it before it is read. */
export type CorpusFile = {
  readonly source: Source;
  /** Absolute path; null where the file cannot be had. */
  readonly path: string | null;
  readonly problems: readonly Problem[];
};

/** Evidence as the index holds it, before anything is taken out of it. */
export type Found = Omit<Evidence, 'longest'> & {
  readonly rights: string | null;
  /** Persons named in its document; the same list for all passages of one document in a row. */
  readonly persons: readonly Person[];
};

/** How often a term was found in one language, institution and zone; `blocked` says why it does not count there. */
export type HitCount = {
  readonly term: string;
  readonly language: Language;
  readonly institution: string | null;
  readonly zone: Zone;
  readonly blocked: Block | null;
  readonly hits: number;
};

/** A mention as the index holds it, with what its passage says and who is named in its document. */
export type FoundMention = Omit<MentionRow, 'longest'> & {
  readonly rights: string | null;
  readonly text: string;
  readonly persons: readonly Person[];
};

/** A mention with the number that its passage has in the index. */
export type PlacedMention = { readonly file: string; readonly number: number; readonly mention: Mention };

/** What was taken out of one document, as the index holds it. */
export type FoundRemovals = {
  readonly file: string;
  readonly rights: string | null;
  readonly persons: readonly Person[];
  /** Printed numbers of its pages; null where there is none. */
  readonly labels: readonly (string | null)[];
  readonly removals: readonly Removed[];
};

/**
 * New tags of a document; null for mentions that are as they were. `touched` are the ordinals of all passages whose tags are
 * not those that the index holds; null where that is not known.
 */
export type Retagged = {
  readonly touched: readonly number[] | null;
  readonly keys: Standing;
  readonly receipt: Receipt;
  readonly tags: Omit<Tagging, 'mentions'> & { readonly mentions: Tagging['mentions'] | null };
};

/** A document whose tags are the same under another lexicon. */
export type Carried = { readonly document: DocumentId } & Pick<Standing, 'tags' | 'lexicon'>;

/** The study database: an index over artefacts and metadata that can be rebuilt at any time. */
export interface StudyDatabase {
  /** What a document stands under in the index, or null. */
  standing(document: DocumentId): Standing | null;
  /** Puts one document's results in place of what the index held of it, as one transaction. */
  index(keys: Standing, receipt: Receipt, results: Indexable): void;
  /** The same as `index` for documents whose passages it holds and of which only the tags are new: all in one transaction. */
  retag(documents: readonly Retagged[]): void;
  /** Lets documents stand under other tags that are the same: all in one transaction. */
  carry(documents: readonly Carried[]): void;
  /** What the passages of a document say, in their order. */
  texts(document: DocumentId): readonly Pick<Passage, 'ordinal' | 'text' | 'language'>[];
  /** Makes the corpus of the index the given one; documents that left it are dropped. */
  setCorpus(rows: readonly IngestRow[]): void;
  corpus(): readonly IngestRow[];
  /** The file that a document is read from: the one that counts, where several hold it. */
  file(document: DocumentId): IngestRow | null;
  receipt(document: DocumentId): Receipt | null;
  /**
   * Totals of the documents in the numbers with what statistics need of their sources, in the order of file and
   * language; one at a time, to be gone through again and again.
   */
  eachTotals(): Iterable<{ readonly totals: Totals; readonly source: Described }>;
  /** Passages with counted frame tags in the order of file and place, names and all. */
  evidence(): Iterable<Found>;
  /** All passages of the documents in the numbers, or those with these ids, in the same order, names and all. */
  passages(ids?: readonly PassageId[]): Iterable<Found>;
  /** Passages with a frame or the object, counted or not, in the order of file and place. */
  framings(): Iterable<TaggedPassage>;
  /** One passage by its id or an unambiguous beginning of it. */
  passage(id: string): Found | 'none' | 'several';
  /** Terms by how often they were found in the documents in the numbers. */
  hitCounts(): readonly HitCount[];
  /** Mentions of the documents in the numbers in the order of file and place, names and all. */
  mentions(): Iterable<FoundMention>;
  /** What was taken out of the documents that were read, in the order of files; one document at a time. */
  removals(): Iterable<FoundRemovals>;
  /** The persons that a document names; none where the index does not hold it. */
  persons(document: DocumentId): readonly Person[];
  /** Some passages of a document, from a place on. */
  documentPassages(document: DocumentId, from: number, count: number): readonly ReadPassage[];
  /** Those of its passages that stand at some places in it, in order. */
  passagesAt(document: DocumentId, ordinals: readonly number[]): readonly ReadPassage[];
  /** Passages of a document that stand on a page, whole or in part. */
  pagePassages(document: DocumentId, page: number): readonly ReadPassage[];
  /** Null where the index does not hold the document. */
  glance(document: DocumentId): Glance | null;
  /**
   * The passages that a cell of a profile counts, in the order of file and place: how many, and some of them. Long work makes
   * room for other, and ends with `signal`, by throwing its reason.
   */
  cell(
    query: CellQuery,
    from: number,
    count: number,
    signal?: AbortSignal,
  ): Promise<{ readonly total: number; readonly documents: number; readonly found: readonly Found[] }>;
  /** The mentions that a query asks for, in the order of file and place. Long work makes room for other, and ends with `signal`. */
  mentionsOf(query: MentionQuery, signal?: AbortSignal): Promise<readonly PlacedMention[]>;
  /** Passages by their numbers in the index, each as one of the files that it stands in, in the order asked for. */
  passagesOf(wanted: readonly Pick<PlacedMention, 'number' | 'file'>[]): Iterable<Found>;
  /**
   * A page of the hits of a search; private names are replaced where pseudonyms are given. Long work makes room for other, and
   * ends with `signal`, by throwing its reason.
   */
  search(query: SearchQuery, pseudonym?: (name: string) => string, signal?: AbortSignal): Promise<SearchPage>;
  /** Its pages one after another to the last, as the index stands now. */
  searchPages(
    query: SearchQuery,
    pseudonym?: (name: string) => string,
    signal?: AbortSignal,
  ): AsyncGenerator<SearchPage>;
  /** Counts all passages that a search finds, and their hits; takes longer than its first page. */
  countHits(query: SearchQuery, signal?: AbortSignal): Promise<SearchCount>;
  addRun(run: RunRecord, folder: string): void;
  runs(): readonly { readonly run: RunRecord; readonly folder: string }[];
  close(): void;
}

/** The study database for whoever only looks: reads what the last finished transaction left, while others write. */
export type StudyReader = Omit<StudyDatabase, 'index' | 'retag' | 'carry' | 'setCorpus' | 'addRun'>;

/** Writes a report as a whole or not at all; gives the folder it stands in. */
export type ReportWriter = (run: string, files: Iterable<ReportFile>) => Promise<string>;

/** Tells whoever looks that a run is under way, and how far it has come, until it has ended in whatever way. */
export type Announce = (startedAt: Date) => {
  readonly tell: (progress: Progress) => void;
  readonly end: () => Promise<void>;
};

/** A file inside an archive: its path there with forward slashes, and its bytes or why there are none. */
export type ArchiveMember = {
  readonly name: string;
  readonly content: Uint8Array | 'outside' | 'encrypted' | 'too_large';
};

/**
 * Unpacks a ZIP one file after the other, within a limit of bytes for all of them together. Null where the ZIP is
 * itself a document (DOCX, OpenDocument, EPUB). Throws where it is damaged.
 */
export type ArchiveReader = (
  bytes: Uint8Array,
  limit: number,
) => Promise<AsyncIterable<ArchiveMember> | null>;

/** Metadata of a file as one place tells it: manifest, path or file name. */
export type MetadataClaim = { readonly from: string; readonly values: Partial<Metadata> };
