import { type CodingProblem, codingSentence, codingSeverities, isCodingProblem } from './coding-problem.ts';
import type { Relation, Resemblance } from './same.ts';

/** How much of a document is in the numbers: all, some, or nothing of it. */
export type Status = 'ok' | 'partial' | 'failed';

/**
 * Anything that went wrong with an input. Codes are never reused for another meaning; `describe` turns
 * one into a sentence. `file` is the path as the manifest gives it.
 */
export type Problem =
  | CodingProblem
  | { readonly code: 'file_missing'; readonly file: string; readonly row: number }
  /** `row` is null for a link in the documents folder. */
  | { readonly code: 'file_outside_root'; readonly file: string; readonly row: number | null }
  /** A file of an archive, by a name that would lead out of it. */
  | { readonly code: 'archive_path'; readonly file: string }
  /** `host` is where an address, or a redirection of it, leads. */
  | { readonly code: 'host_not_allowed'; readonly file: string; readonly host: string }
  | { readonly code: 'private_address'; readonly file: string; readonly host: string }
  | { readonly code: 'robots_refused'; readonly file: string; readonly host: string }
  | { readonly code: 'not_fetched'; readonly file: string; readonly detail: string }
  /** What kept it from coming may pass. */
  | { readonly code: 'fetch_later'; readonly file: string; readonly detail: string }
  | {
      readonly code: 'not_the_document';
      readonly file: string;
      readonly expected: string;
      readonly found: string;
    }
  /** A row of a list of sources; without its address there is no source, anything else is left empty. */
  | {
      readonly code: 'source_value';
      readonly file: string;
      readonly row: number;
      readonly column: string;
      readonly expected: string;
      readonly found: string;
    }
  | { readonly code: 'file_unreadable'; readonly file: string; readonly detail: string }
  | { readonly code: 'file_too_large'; readonly file: string; readonly bytes: number; readonly limit: number }
  | { readonly code: 'file_empty'; readonly file: string }
  | { readonly code: 'format_unknown'; readonly file: string }
  | {
      readonly code: 'format_unsupported';
      readonly file: string;
      readonly kind: string;
      readonly convert: string;
    }
  | {
      readonly code: 'format_mismatch';
      readonly file: string;
      readonly expected: string;
      readonly found: string;
    }
  | { readonly code: 'encrypted'; readonly file: string }
  | { readonly code: 'password_wrong'; readonly file: string }
  | { readonly code: 'too_many_pages'; readonly file: string; readonly pages: number; readonly limit: number }
  | {
      readonly code: 'unpacked_too_large';
      readonly file: string;
      /** `levels`: archives inside one another. */
      readonly unit: 'bytes' | 'files' | 'levels';
      readonly limit: number;
    }
  | { readonly code: 'damaged'; readonly file: string; readonly detail: string }
  | {
      readonly code: 'page_unreadable';
      readonly file: string;
      readonly page: number;
      readonly detail: string;
    }
  | {
      readonly code: 'page_unread';
      readonly file: string;
      readonly page: number;
      readonly why: 'picture' | 'noise';
    }
  | {
      readonly code: 'pages_recognised';
      readonly file: string;
      /** The pages, as in `3 to 7, 9`. */
      readonly pages: string;
      readonly engine: string;
      /** Mean over their words, from 0 to 100; null where no word was found. */
      readonly confidence: number | null;
    }
  | { readonly code: 'ocr_failed'; readonly file: string; readonly page: number; readonly detail: string }
  /** `limit` is the confidence below which they are. */
  | {
      readonly code: 'low_confidence';
      readonly file: string;
      readonly passages: number;
      readonly limit: number;
    }
  | {
      readonly code: 'low_confidence_excluded';
      readonly file: string;
      readonly passages: number;
      readonly limit: number;
    }
  /** The engine that the run was started with is not where the document was to be read. */
  | { readonly code: 'engine_missing'; readonly file: string; readonly detail: string }
  | { readonly code: 'no_text'; readonly file: string }
  | {
      readonly code: 'text_too_long';
      readonly file: string;
      readonly characters: number;
      readonly limit: number;
    }
  | {
      readonly code: 'second_reader';
      readonly file: string;
      readonly reader: string;
      readonly detail: string;
    }
  | { readonly code: 'encoding_guessed'; readonly file: string; readonly encoding: string }
  | { readonly code: 'time_limit'; readonly file: string; readonly seconds: number }
  | { readonly code: 'memory_limit'; readonly file: string; readonly megabytes: number }
  | { readonly code: 'crashed'; readonly file: string; readonly detail: string }
  | { readonly code: 'duplicate'; readonly file: string; readonly of: string }
  | {
      readonly code: 'same_act';
      readonly file: string;
      readonly of: string;
      readonly relation: Relation;
      readonly evidence: readonly Resemblance[];
    }
  /** `similarity` is null where only name or metadata say so. */
  | {
      readonly code: 'perhaps_same_act';
      readonly file: string;
      readonly of: string;
      readonly relation: Relation;
      readonly similarity: number | null;
    }
  | {
      readonly code: 'reference_unknown';
      readonly file: string;
      readonly column: string;
      readonly found: string;
      readonly fault: 'unknown' | 'ambiguous' | 'itself';
    }
  | {
      readonly code: 'reference_circle';
      readonly file: string;
      readonly column: string;
      readonly of: string;
    }
  | { readonly code: 'not_in_manifest'; readonly file: string }
  | { readonly code: 'voice_unknown'; readonly file: string }
  | {
      readonly code: 'metadata_contradiction';
      readonly file: string;
      readonly field: string;
      readonly kept: { readonly from: string; readonly value: string };
      readonly other: { readonly from: string; readonly value: string };
    }
  /** `date` is the one that the document's own text gives. */
  | { readonly code: 'date_suggested'; readonly file: string; readonly date: string }
  | { readonly code: 'row_repeated'; readonly file: string; readonly row: number; readonly first: number }
  | { readonly code: 'row_without_file'; readonly file: string; readonly row: number }
  | {
      readonly code: 'row_too_wide';
      readonly file: string;
      readonly row: number;
      readonly cells: number;
      readonly columns: number;
    }
  /** Here and where a manifest's encoding is guessed, `file` is the manifest. */
  | {
      readonly code: 'manifest_column';
      readonly file: string;
      readonly row: number;
      readonly column: string;
      readonly fault: 'unknown' | 'repeated';
    }
  | {
      readonly code: 'manifest_value';
      readonly file: string;
      readonly row: number;
      readonly column: string;
      readonly expected: string;
      readonly found: string;
    };

export type ProblemCode = Problem['code'];

/** A result together with all that went wrong on the way; a bad document is data, not an exception. */
export type Outcome<T> = { readonly value: T; readonly problems: readonly Problem[] };

const severities: Readonly<Record<ProblemCode, Status>> = {
  ...codingSeverities,
  file_missing: 'failed',
  file_outside_root: 'failed',
  archive_path: 'failed',
  host_not_allowed: 'failed',
  private_address: 'failed',
  robots_refused: 'failed',
  not_fetched: 'failed',
  fetch_later: 'failed',
  not_the_document: 'failed',
  source_value: 'ok',
  file_unreadable: 'failed',
  file_too_large: 'failed',
  file_empty: 'failed',
  format_unknown: 'failed',
  format_unsupported: 'failed',
  format_mismatch: 'ok',
  encrypted: 'failed',
  password_wrong: 'failed',
  too_many_pages: 'failed',
  unpacked_too_large: 'failed',
  damaged: 'failed',
  page_unreadable: 'partial',
  page_unread: 'partial',
  pages_recognised: 'ok',
  ocr_failed: 'partial',
  low_confidence: 'ok',
  low_confidence_excluded: 'partial',
  engine_missing: 'failed',
  no_text: 'failed',
  text_too_long: 'failed',
  second_reader: 'ok',
  encoding_guessed: 'ok',
  time_limit: 'failed',
  memory_limit: 'failed',
  crashed: 'failed',
  duplicate: 'failed',
  same_act: 'failed',
  perhaps_same_act: 'ok',
  reference_unknown: 'ok',
  reference_circle: 'ok',
  not_in_manifest: 'ok',
  voice_unknown: 'ok',
  metadata_contradiction: 'ok',
  date_suggested: 'ok',
  row_repeated: 'ok',
  row_without_file: 'failed',
  row_too_wide: 'ok',
  manifest_column: 'ok',
  manifest_value: 'ok',
};

/** What one problem does to its document's status. */
export function severity(problem: Pick<Problem, 'code'>): Status {
  return severities[problem.code];
}

/** The status of a document with these problems: the worst of them. */
export function statusOf(problems: readonly Problem[]): Status {
  const found = new Set(problems.map(severity));
  return found.has('failed') ? 'failed' : found.has('partial') ? 'partial' : 'ok';
}

/** One problem in words: where, what was found, and what to do about it. Lower-case start, no full stop. */
export function describe(problem: Problem): string {
  return `${problem.file}: ${isCodingProblem(problem) ? codingSentence(problem) : sentence(problem)}`;
}

function sentence(problem: Exclude<Problem, CodingProblem>): string {
  switch (problem.code) {
    case 'file_missing':
      return `row ${problem.row} of the manifest names this file, but it is not there: add the file or delete the row`;
    case 'file_outside_root':
      return `${problem.row === null ? 'is a link that leads' : `row ${problem.row} of the manifest points`} outside the study: copy the file into it, or allow its folder with --documents-root`;
    case 'archive_path':
      return 'is stored in its archive under a name that leads out of it, and was not unpacked: rename it in the archive, or save it beside it';
    case 'host_not_allowed':
      return `leads to \`${problem.host}\`, and nothing may be fetched from there unless you say so: allow it with --allow-host ${problem.host}`;
    case 'private_address':
      return `leads to \`${problem.host}\`, which is this machine or lies in a private network: correct the address, or allow such hosts with --allow-private`;
    case 'robots_refused':
      return `the robots.txt of \`${problem.host}\` asks programs to leave it alone: save it by hand into the corpus, or ask its institution`;
    case 'fetch_later':
      return `did not come (${problem.detail}): fetch again later; what came so far is kept`;
    case 'not_the_document':
      return `expected ${problem.expected}, got ${problem.found}, perhaps a page that leads to the document or says that it is gone: open the address and put the document's own into the list`;
    case 'source_value':
      return problem.column === 'address'
        ? `row ${problem.row}, column address: expected ${problem.expected}, got "${problem.found}": row left out; correct the cell`
        : `row ${problem.row}, column ${problem.column}: expected ${problem.expected}, got "${problem.found}": left empty; correct the cell`;
    case 'not_fetched':
      return `could not be fetched (${problem.detail}): check the address, or save the file into the corpus`;
    case 'file_unreadable':
      return `could not be read (${problem.detail}): check that it is a file and that you may read it`;
    case 'file_too_large':
      return `has ${problem.bytes} bytes, more than the limit of ${problem.limit}: split it or raise limits.bytes in study.yaml`;
    case 'file_empty':
      return 'has no bytes: fetch it again from its source';
    case 'format_unknown':
      return 'is no document of a kind that is read (PDF, DOCX, ODT, RTF, DOC, EPUB, HTML, Markdown, text): convert it to one of them';
    case 'format_unsupported':
      return `is ${problem.kind}, which is not read: ${problem.convert}`;
    case 'format_mismatch':
      return `is named like ${problem.expected} but its bytes are ${problem.found}: read as ${problem.found}; rename it or fetch the real file`;
    case 'encrypted':
      return 'is encrypted: for a PDF, give its password under passwords in study.yaml; or save a copy without password';
    case 'password_wrong':
      return 'does not open with the password that study.yaml gives: correct it under passwords, or save a copy without password';
    case 'too_many_pages':
      return `has ${problem.pages} pages, more than the limit of ${problem.limit}: split it or raise limits.pages in study.yaml`;
    case 'unpacked_too_large':
      return problem.unit === 'bytes'
        ? `unpacks to more than the limit of ${problem.limit} bytes: fetch it again, or raise limits.unpacked in study.yaml if you trust it`
        : `holds more than ${problem.limit} ${problem.unit === 'files' ? 'files' : 'archives inside one another'}: unpack it yourself and put its documents into the corpus`;
    case 'damaged':
      return `no reader could open it (${problem.detail}): fetch it again from its source`;
    case 'page_unreadable':
      return `page ${problem.page} could not be read (${problem.detail}), the other pages are in the numbers: fetch the file again or convert it`;
    case 'page_unread':
      return problem.why === 'picture'
        ? `page ${problem.page} is a picture and was not read: allow OCR by settings.ocr.engine in study.yaml`
        : `page ${problem.page} has a text layer that says nothing of what is printed, and was not read: allow OCR by settings.ocr.engine in study.yaml`;
    case 'pages_recognised':
      return `was read by OCR (${problem.engine}) on page ${problem.pages}, ${problem.confidence === null ? 'where it found no word' : `with a mean confidence of ${Math.round(problem.confidence)} of 100`}: compare quotations with the page`;
    case 'ocr_failed':
      return `page ${problem.page} could not be read by OCR (${problem.detail}), the other pages are in the numbers: fetch a better scan`;
    case 'low_confidence':
      return `${problem.passages === 1 ? '1 passage was' : `${problem.passages} passages were`} read by OCR with a confidence below ${problem.limit} and count like the others: check them, or leave them out by settings.ocr.low in study.yaml`;
    case 'low_confidence_excluded':
      return `${problem.passages === 1 ? '1 passage was' : `${problem.passages} passages were`} read by OCR with a confidence below ${problem.limit} and left out of the numbers: fetch a better scan, or count them by settings.ocr.low in study.yaml`;
    case 'engine_missing':
      return `could not be read where it was to be (${problem.detail}): add that engine to every host, or put tesseract.js into settings.ocr.engine in study.yaml`;
    case 'no_text':
      return 'no page has any text: if it is a scan, allow OCR by settings.ocr.engine in study.yaml';
    case 'text_too_long':
      return `holds ${problem.characters} characters of text, more than the limit of ${problem.limit}: split it or raise limits.characters in study.yaml`;
    case 'second_reader':
      return `was read by ${problem.reader} because the first reader failed (${problem.detail}): compare its text with the page`;
    case 'encoding_guessed':
      return `declares no encoding and was read as ${problem.encoding}: if letters look wrong, save it as UTF-8`;
    case 'time_limit':
      return `was stopped after ${problem.seconds} s: simplify the file or raise limits.seconds in study.yaml`;
    case 'memory_limit':
      return `was stopped at ${problem.megabytes} MB of memory: simplify the file or raise limits.megabytes in study.yaml`;
    case 'crashed':
      return `its reader crashed (${problem.detail}): fetch the file again or convert it`;
    case 'duplicate':
      return `has the same bytes as ${problem.of} and is counted once, there: delete one of the two, or put \`distinct\` in its column version_of`;
    case 'same_act':
      return `holds the same act as ${problem.of} (${relationWords(problem.relation)}; by ${problem.evidence.join(', ')}) and is counted once, there: put \`distinct\` in its column ${columnOf(problem.relation)} to count it by itself`;
    case 'perhaps_same_act':
      return `${problem.similarity === null ? 'may hold the same act as' : `shares ${Math.round(problem.similarity * 100)} % of its ${problem.relation === 'translation' ? 'numbers and names' : 'wording'} with`} ${problem.of} and is counted beside it: put that file into its column ${columnOf(problem.relation)} to count them once, or \`distinct\` to keep them apart`;
    case 'reference_unknown':
      return `${problem.column} of the manifest names "${problem.found}", ${referenceFaults[problem.fault]}: left empty; correct it to another file of the corpus, or put \`distinct\``;
    case 'reference_circle':
      return `${problem.column} of the manifest names ${problem.of}, which leads back here: one of them is counted for all; delete it in the row of the original`;
    case 'not_in_manifest':
      return 'lies in the documents folder but not in the manifest: analysed under what its path and name say; add a row to be sure';
    case 'voice_unknown':
      return 'has no voice: it is in the profiles but in no contrast; fill in the column voice of the manifest';
    case 'metadata_contradiction':
      return `${problem.field} is "${problem.kept.value}" in the ${problem.kept.from} but "${problem.other.value}" in the ${problem.other.from}: the ${problem.kept.from} was followed; correct one of them`;
    case 'date_suggested':
      return `has no date, but its text gives ${problem.date}: if that is its own, fill in the column date of the manifest`;
    case 'row_repeated':
      return `row ${problem.row} of the manifest names the same file as row ${problem.first}: row ${problem.first} was followed where both say something; delete one of the two`;
    case 'row_without_file':
      return `row ${problem.row} of the manifest names no file, so nothing stands for it in the numbers: fill in the column file or delete the row`;
    case 'row_too_wide':
      return `row ${problem.row} of the manifest has ${problem.cells} cells under ${problem.columns} columns, so all but the file was left out: put a cell that holds a separator between quotation marks`;
    case 'manifest_column':
      return problem.fault === 'unknown'
        ? `row ${problem.row}, column ${problem.column}: expected a known column name, got "${problem.column}": left out; correct its spelling or delete the column`
        : `row ${problem.row}, column ${problem.column}: expected each column once, got it again: the last was followed; delete one of them`;
    case 'manifest_value':
      return `row ${problem.row}, column ${problem.column} of the manifest: expected ${problem.expected}, got "${problem.found}": left empty; correct the cell`;
  }
}

function relationWords(relation: Relation): string {
  switch (relation) {
    case 'copy':
      return 'the same text';
    case 'translation':
      return 'another language';
    case 'version':
      return 'another version';
  }
}

function columnOf(relation: Relation): string {
  return relation === 'translation' ? 'translation_of' : 'version_of';
}

const referenceFaults = {
  unknown: 'which is no file of the corpus',
  ambiguous: 'which is the name of several files',
  itself: 'which is this file itself',
} as const;

/** How many items of all samples, by these problems, simulated coders coded: a passage that was drawn twice is two. */
export function simulatedItems(problems: readonly Problem[]): number {
  return problems.reduce((sum, one) => sum + (one.code === 'codings_simulated' ? one.items : 0), 0);
}
