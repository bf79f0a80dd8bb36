import type { Claim } from '../model/claim.ts';
import type { CodingAct, Sample } from '../model/coding.ts';
import type { Freezing } from '../model/freeze.ts';
import type { Lexicon } from '../model/lexicon.ts';
import type {
  Announce,
  ArtefactStore,
  DocumentJob,
  Receipt,
  ReportWriter,
  StudyDatabase,
} from '../model/ports.ts';
import type { Problem } from '../model/problem.ts';
import type { WorkQueue } from '../model/queue.ts';
import type { RecogniserChoice } from '../model/recognition.ts';
import type { StudyFile } from '../model/study.ts';
import type { Progress } from '../model/summary.ts';
import type { TruthRow } from '../model/truth.ts';
import type { CurveDrawer } from './curve-draws.ts';
import type { Engines } from './keys.ts';

/** A study with all that a run takes in, read and checked. */
export type StudyInput = {
  readonly name: string;
  /** Without its passwords, which stand apart so that no report can hold one. */
  readonly file: StudyFile;
  readonly passwords: StudyFile['passwords'];
  readonly lexicon: Lexicon;
  /** Precision of terms by their ids, where people read passages for them; none is known where left out. */
  readonly precision?: ReadonlyMap<string, number>;
  readonly claims: readonly Claim[];
  /** Hash of each claim by its id. */
  readonly claimHashes: Readonly<Record<string, string>>;
  /** How it stands to what was fixed before passages were coded. */
  readonly freezing: Freezing;
  /** What people coded and can be used, and the samples that they were given. */
  readonly codings: { readonly samples: readonly Sample[]; readonly log: readonly CodingAct[] };
  /** Lines of the log of codings, those that cannot be used among them: by these a freeze says how far it had come. */
  readonly codingLines: number;
  /** What is wrong with the study beside its documents. */
  readonly problems: readonly Problem[];
  /** Planted frames of a synthetic corpus; null for a real one. */
  readonly truth: readonly TruthRow[] | null;
  readonly engines: Engines;
  /** What reads pages without text, fixed for the whole run. */
  readonly recogniser: RecogniserChoice;
  /** The folder of the artefact store, for the processes that do the work. */
  readonly artefacts: string;
  /** Versions of the program, of Node and its Unicode tables, and of the reading packages. */
  readonly versions: Readonly<Record<string, string>>;
};

/** The world outside: all that a run reads from or writes to. */
export type RunPorts = {
  readonly artefacts: ArtefactStore;
  readonly database: StudyDatabase;
  readonly queue: WorkQueue<DocumentJob, Receipt>;
  readonly writeReport: ReportWriter;
  readonly announce: Announce;
  /** The key of the pseudonyms; made when it is first asked for. */
  readonly pseudonymKey: () => Uint8Array;
  /** Draws what of a run takes long: the joint test of its specification curves. */
  readonly drawCurve: CurveDrawer;
  readonly now: () => Date;
};

/** Is told how far the reading of documents has come. */
export type ProgressListener = (progress: Progress) => void;
