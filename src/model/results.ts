import type { ActFacts } from './act.ts';
import type { AppendixRow, InstitutionPlaceRow, PlaceRow } from './appendix.ts';
import type { ProfileMeasures } from './channels.ts';
import type { Claim } from './claim.ts';
import type { DistinctiveWords } from './distinctive.ts';
import type { PageSource } from './document.ts';
import type { FieldQuality } from './field.ts';
import type { Finding } from './finding.ts';
import type { Freezing } from './freeze.ts';
import type { MeasuredCategory, Term } from './lexicon.ts';
import type { Mention } from './mention.ts';
import type { Passage, Removal } from './passage.ts';
import type { Problem, Status } from './problem.ts';
import type { Profile } from './profile.ts';
import type { Robustness } from './robustness.ts';
import type { Membership } from './same.ts';
import type { Source, StudyFile } from './study.ts';
import type { Tag } from './tag.ts';
import type { Timeline, TimeResults } from './trend.ts';
import type { PassageId, Sha256 } from './units.ts';
import type { Fired, Telling } from './witness.ts';

/** `run.json`: everything that has to be the same for the tables to be the same. */
export type RunRecord = {
  readonly run: string;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly study: string;
  /** Versions of this program, Node, ICU and the reading engines. */
  readonly engines: Readonly<Record<string, string>>;
  /** Hashes of the sources of the stages, computed from the code that ran. */
  readonly stages: Readonly<Record<string, string>>;
  readonly lexicon: string;
  readonly claims: Readonly<Record<string, string>>;
  /** Whether claims, lexicons, settings and samples are as they were fixed before passages were coded. */
  readonly freezing: Freezing;
  /** What people had coded: lines of the log, and the hash of these and of the samples; runs kept from before have none. */
  readonly codings?: { readonly lines: number; readonly sha256: string };
  readonly settings: StudyFile['settings'];
  readonly seed: number;
  readonly inputs: readonly { readonly file: string; readonly sha256: string | null }[];
  /** False when a limit of time or memory stopped a document; then `limited` names it. */
  readonly reproducible: boolean;
  readonly limited: readonly string[];
};

/** One row of the ingest table: what became of a file. */
export type IngestRow = Source & {
  readonly status: Status;
  readonly format: string | null;
  readonly reader: string | null;
  readonly pages: number;
  readonly sources: Readonly<Record<PageSource, number>>;
  readonly characters: number;
  readonly passages: number;
  readonly objectPassages: number;
  readonly removals: number;
  /** What its text says of itself; null where it was not read. */
  readonly act: ActFacts | null;
  readonly problems: readonly Problem[];
  /** The groups of files with one act that it is in. */
  readonly same: readonly Membership[];
};

/** A passage with the tags that count in it, and the source it stands in, as it may leave the study. */
export type Evidence = {
  readonly file: string;
  readonly title: string | null;
  readonly institution: string | null;
  readonly voice: string | null;
  readonly date: string | null;
  /** The page of the passage's first tag as a reader cites it. */
  readonly page: string;
  readonly passage: Passage;
  readonly tags: readonly Tag[];
  /** Hash of the lexicon that the tags are by. */
  readonly lexicon: Sha256;
  /** Longest quotation of it in code points. */
  readonly longest: number;
};

/** A passage that speaks for or against one hypothesis, chosen by rule (docs/method.md 7). */
export type Witness = {
  readonly claim: string;
  readonly hypothesis: string;
  readonly tells: Telling;
  /** From 1, the strongest first, among those that tell the same. */
  readonly rank: number;
  /** In the order in which they stand; at least one. */
  readonly fired: readonly Fired[];
  /** The passage with its source, as it may leave the study; `page` is where the first of the words stands. */
  readonly item: Evidence;
};

/** A mention and the source it stands in, as it may leave the study. */
export type MentionRow = {
  readonly file: string;
  readonly institution: string | null;
  readonly voice: string | null;
  readonly date: string | null;
  /** The page where it begins as a reader cites it. */
  readonly cited: string;
  readonly mention: Mention;
  /** Longest quotation of it in code points. */
  readonly longest: number;
};

/** A stretch of a page that is in no passage, as it may leave the study. */
export type RemovalRow = {
  readonly file: string;
  /** The page as a reader cites it. */
  readonly cited: string;
  readonly removal: Removal;
  /** The beginning of what it says; null where it may not be shown. */
  readonly text: string | null;
};

/** The planted truth of a synthetic corpus beside what was recovered. */
export type Planted = {
  readonly numerator: string;
  readonly denominator: string;
  /** The same estimator, in log odds, applied to the planted frames; null where it cannot be computed. */
  readonly planted: number | null;
  readonly recovered: number | null;
  /** The lexicon's own, where codings corrected the recovered one; null elsewhere. */
  readonly uncorrected: number | null;
};

/** All that a report is made from. */
export type Results = {
  readonly run: RunRecord;
  readonly study: StudyFile;
  readonly claims: readonly Claim[];
  readonly categories: readonly MeasuredCategory[];
  readonly terms: readonly Term[];
  readonly ingest: readonly IngestRow[];
  /** Problems of the study's own files, beside those of its documents. */
  readonly problems: readonly Problem[];
  readonly profiles: readonly Profile[];
  readonly findings: readonly Finding[];
  readonly time: TimeResults;
  /** How voices and institutions framed the object when. */
  readonly timeline: Timeline;
  /** One entry a language, never pooled. */
  readonly distinctive: readonly DistinctiveWords[];
  readonly robustness: readonly Robustness[];
  /** Passages that speak most for and most against each hypothesis, in the order of claims, for before against. */
  readonly witnesses: readonly Witness[];
  /** Who does what for whom, by institution. */
  readonly appendix: readonly AppendixRow[];
  /** What is measured of it: mixes of channels, shares of money, and how much of what exists is held. */
  readonly measures: ProfileMeasures;
  /** How well the fields of that profile are read, as far as people coded them. */
  readonly fields: readonly FieldQuality[];
  /** How the object is framed in recitals, objectives, instruments and so on. */
  readonly places: readonly PlaceRow[];
  readonly institutionPlaces: readonly InstitutionPlaceRow[];
  /** Passages under the numbers in the order of file and place; can be gone through again and again. */
  readonly evidence: Iterable<Evidence>;
  /** Who does what with whose money for whom, in the order of file and place; can be gone through again and again. */
  readonly mentions: Iterable<MentionRow>;
  /** What was taken out, in the order of file, page and place; can be gone through again and again. */
  readonly removals: Iterable<RemovalRow>;
  readonly planted: readonly Planted[];
};

/** A witness by its passage alone: its words stand in the index, which keeps to what may be shown. */
export type KeptWitness = Pick<Witness, 'claim' | 'hypothesis' | 'tells'> & { readonly passage: PassageId };

/** What a run came to without the passages under it: those stand in the index. */
export type KeptResults = Omit<
  Results,
  'evidence' | 'mentions' | 'removals' | 'witnesses' | 'fields' | 'measures'
> & {
  /** Not there where a version made the report that did not tell. */
  readonly fields?: Results['fields'];
  readonly measures?: Results['measures'];
  /** The strongest first; not there until a report was made. */
  readonly witnessed?: readonly KeptWitness[];
};

/** A file of the report, path relative to the run's folder; large tables come in pieces, to be written as they come. */
export type ReportFile = { readonly path: string; readonly content: string | Iterable<string> };
