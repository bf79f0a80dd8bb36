import { describe, type Problem, type ProblemCode, type Status, severity } from './problem.ts';

const file = 'documents/donor/bridge/bridge_report_2009_en.pdf';
const address = 'https://bridge.example/report_2009_en.pdf';

/** One problem of every code, as it might be found. */
const examples: { readonly [Code in ProblemCode]: Extract<Problem, { readonly code: Code }> } = {
  file_missing: { code: 'file_missing', file, row: 7 },
  file_outside_root: { code: 'file_outside_root', file, row: 7 },
  host_not_allowed: { code: 'host_not_allowed', file: address, host: 'bridge.example' },
  not_fetched: { code: 'not_fetched', file: address, detail: 'status 404' },
  file_unreadable: { code: 'file_unreadable', file, detail: 'EACCES: permission denied' },
  file_too_large: { code: 'file_too_large', file, bytes: 250_000_000, limit: 200_000_000 },
  file_empty: { code: 'file_empty', file },
  format_unknown: { code: 'format_unknown', file },
  format_mismatch: { code: 'format_mismatch', file, expected: 'pdf', found: 'html' },
  encrypted: { code: 'encrypted', file },
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
  not_in_manifest: { code: 'not_in_manifest', file },
  voice_unknown: { code: 'voice_unknown', file },
  metadata_contradiction: {
    code: 'metadata_contradiction',
    file,
    field: 'date',
    kept: { from: 'manifest', value: '2010' },
    other: { from: 'file name', value: '2009' },
  },
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
