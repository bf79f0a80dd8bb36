import { describe, type Problem, type ProblemCode, type Status, severity } from './problem.ts';

const file = 'documents/donor/bridge/bridge_report_2009_en.pdf';
const address = 'https://bridge.example/report_2009_en.pdf';

/** One problem of every code, as it might be found. */
const examples: { readonly [Code in ProblemCode]: Extract<Problem, { readonly code: Code }> } = {
  file_missing: { code: 'file_missing', file, row: 7 },
  file_outside_root: { code: 'file_outside_root', file, row: 7 },
  archive_path: { code: 'archive_path', file: 'documents/acts.zip/../act.pdf' },
  host_not_allowed: { code: 'host_not_allowed', file: address, host: 'bridge.example' },
  private_address: { code: 'private_address', file: address, host: 'bridge.example' },
  robots_refused: { code: 'robots_refused', file: address, host: 'bridge.example' },
  fetch_later: { code: 'fetch_later', file: address, detail: 'status 503, 4 times' },
  not_the_document: { code: 'not_the_document', file: address, expected: 'pdf', found: 'html' },
  source_value: {
    code: 'source_value',
    file: 'sources.csv',
    row: 7,
    column: 'date',
    expected: 'a year, year-month or day, such as 2009-05-14',
    found: 'May 2009',
  },
  not_fetched: { code: 'not_fetched', file: address, detail: 'status 404' },
  file_unreadable: { code: 'file_unreadable', file, detail: 'EACCES: permission denied' },
  file_too_large: { code: 'file_too_large', file, bytes: 250_000_000, limit: 200_000_000 },
  file_empty: { code: 'file_empty', file },
  format_unknown: { code: 'format_unknown', file },
  format_unsupported: {
    code: 'format_unsupported',
    file,
    kind: 'a presentation',
    convert: 'convert it to PDF',
  },
  format_mismatch: { code: 'format_mismatch', file, expected: 'pdf', found: 'html' },
  encrypted: { code: 'encrypted', file },
  password_wrong: { code: 'password_wrong', file },
  too_many_pages: { code: 'too_many_pages', file, pages: 6_200, limit: 5_000 },
  unpacked_too_large: { code: 'unpacked_too_large', file, unit: 'bytes', limit: 500_000_000 },
  damaged: { code: 'damaged', file, detail: 'no page tree' },
  page_unreadable: { code: 'page_unreadable', file, page: 12, detail: 'damaged stream' },
  page_unread: { code: 'page_unread', file, page: 12, why: 'picture' },
  pages_recognised: {
    code: 'pages_recognised',
    file,
    pages: '3 to 7, 9',
    engine: 'tesseract.js',
    confidence: 91.4,
  },
  ocr_failed: { code: 'ocr_failed', file, page: 12, detail: 'the engine ended with code 1' },
  low_confidence: { code: 'low_confidence', file, passages: 4, limit: 60 },
  low_confidence_excluded: { code: 'low_confidence_excluded', file, passages: 4, limit: 60 },
  engine_missing: {
    code: 'engine_missing',
    file,
    detail: 'expected tesseract 5.3.0, found no tesseract',
  },
  no_text: { code: 'no_text', file },
  text_too_long: { code: 'text_too_long', file, characters: 60_000_000, limit: 50_000_000 },
  second_reader: { code: 'second_reader', file, reader: 'pdf-parse', detail: 'page 12' },
  encoding_guessed: { code: 'encoding_guessed', file, encoding: 'windows-1252' },
  time_limit: { code: 'time_limit', file, seconds: 60 },
  memory_limit: { code: 'memory_limit', file, megabytes: 1024 },
  crashed: { code: 'crashed', file, detail: 'exit code 134' },
  duplicate: { code: 'duplicate', file, of: 'documents/donor/bridge/annual-report.pdf' },
  same_act: {
    code: 'same_act',
    file,
    of: 'documents/donor/bridge/bridge_report_2009_es.pdf',
    relation: 'translation',
    evidence: ['name', 'numbers', 'names'],
  },
  perhaps_same_act: {
    code: 'perhaps_same_act',
    file,
    of: 'documents/donor/bridge/bridge_report-final_2009_en.pdf',
    relation: 'version',
    similarity: 0.83,
  },
  reference_unknown: {
    code: 'reference_unknown',
    file,
    column: 'version_of',
    found: 'bridge_report.pdf',
    fault: 'unknown',
  },
  reference_circle: {
    code: 'reference_circle',
    file,
    column: 'version_of',
    of: 'documents/donor/bridge/bridge_report-final_2009_en.pdf',
  },
  not_in_manifest: { code: 'not_in_manifest', file },
  voice_unknown: { code: 'voice_unknown', file },
  metadata_contradiction: {
    code: 'metadata_contradiction',
    file,
    field: 'date',
    kept: { from: 'manifest', value: '2010' },
    other: { from: 'file name', value: '2009' },
  },
  date_suggested: { code: 'date_suggested', file, date: '2009-05-14' },
  row_repeated: { code: 'row_repeated', file, row: 9, first: 7 },
  row_without_file: { code: 'row_without_file', file: '(row 7)', row: 7 },
  row_too_wide: { code: 'row_too_wide', file, row: 7, cells: 15, columns: 14 },
  manifest_column: {
    code: 'manifest_column',
    file: 'manifest.csv',
    row: 1,
    column: 'instituton',
    fault: 'unknown',
  },
  coded_passage_gone: { code: 'coded_passage_gone', file, sample: 'sample-1', item: 'KDWRTB' },
  codings_open: { code: 'codings_open', file: 'codings/sample-1', items: 14 },
  codings_undecidable: { code: 'codings_undecidable', file: 'codings/sample-1', items: 3 },
  codings_incomplete: { code: 'codings_incomplete', file: 'codings/sample-1', items: 60, of: 300 },
  stratum_uncoded: { code: 'stratum_uncoded', file: 'codings/sample-1', stratum: 'policy, neither, pt' },
  population_changed: { code: 'population_changed', file: 'codings/sample-1' },
  codings_simulated: { code: 'codings_simulated', file: 'codings/sample-1', items: 300 },
  manifest_value: {
    code: 'manifest_value',
    file,
    row: 7,
    column: 'language',
    expected: 'one of en, es, pt, other, und, or nothing',
    found: 'english',
  },
};

/** Every problem code with what it makes of its document and how it reads, for documentation. */
export const problemCodes: readonly {
  readonly code: ProblemCode;
  readonly status: Status;
  readonly example: string;
}[] = Object.values(examples).map((problem) => ({
  code: problem.code,
  status: severity(problem),
  example: describe(problem),
}));
