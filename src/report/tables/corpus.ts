import type { PageSource } from '../../model/document.ts';
import { describe, type Problem, severity } from '../../model/problem.ts';
import type { Profile } from '../../model/profile.ts';
import type { IngestRow } from '../../model/results.ts';
import { periodOf } from '../../model/study.ts';
import { type Column, listed, type Table, table } from './table.ts';

const pageMeanings: Readonly<Record<PageSource, string>> = {
  text: 'Pages read from text of their own',
  ocr: 'Pages read by OCR',
  blank: 'Pages on which nothing is printed',
  unread: 'Pages on which something is printed that was not read: their text is in no number',
};

const pageColumns: readonly Column<IngestRow>[] = (['text', 'ocr', 'blank', 'unread'] as const).map(
  (source) => ({
    name: `pages_${source}`,
    type: 'whole number',
    unit: 'pages',
    meaning: pageMeanings[source],
    value: (row) => row.sources[source],
  }),
);

/** One row a file of the corpus: what is known of it and what became of it. */
export function documentsTable(rows: readonly IngestRow[], periodYears: number): Table {
  const columns: readonly Column<IngestRow>[] = [
    { name: 'file', type: 'text', meaning: 'Path as the manifest gives it', value: (row) => row.file },
    {
      name: 'status',
      type: 'text',
      unit: 'ok, partial, failed',
      meaning: 'How much of the file is in the numbers',
      value: (row) => row.status,
    },
    {
      name: 'problems',
      type: 'codes',
      meaning: 'Codes of what went wrong; sentences in `problems`',
      value: (row) => listed(row.problems.map((problem) => problem.code)),
    },
    {
      name: 'document',
      type: 'text',
      meaning: 'First 16 digits of the hash of its bytes',
      value: (row) => row.document,
    },
    { name: 'sha256', type: 'text', meaning: 'Hash of its bytes; empty if unread', value: (row) => row.hash },
    {
      name: 'bytes',
      type: 'whole number',
      unit: 'bytes',
      meaning: 'Size of the file',
      value: (row) => row.bytes,
    },
    { name: 'format', type: 'text', meaning: 'Format told from its bytes', value: (row) => row.format },
    { name: 'reader', type: 'text', meaning: 'Engine that read it', value: (row) => row.reader },
    {
      name: 'pages',
      type: 'whole number',
      unit: 'pages',
      meaning: 'Pages in the file',
      value: (row) => row.pages,
    },
    ...pageColumns,
    {
      name: 'characters',
      type: 'whole number',
      unit: 'code points',
      meaning: 'Length of its text',
      value: (row) => row.characters,
    },
    {
      name: 'passages',
      type: 'whole number',
      unit: 'passages',
      meaning: 'Passages cut from it',
      value: (row) => row.passages,
    },
    {
      name: 'object_passages',
      type: 'whole number',
      unit: 'passages',
      meaning: 'Passages about the object: the base of every share',
      value: (row) => row.objectPassages,
    },
    {
      name: 'removals',
      type: 'whole number',
      unit: 'stretches',
      meaning: 'Headers, footers, page numbers and navigation taken out',
      value: (row) => row.removals,
    },
    { name: 'title', type: 'text', meaning: 'Title', value: (row) => row.title },
    { name: 'institution', type: 'text', meaning: 'Who issued it', value: (row) => row.institution },
    { name: 'voice', type: 'text', meaning: 'Type of institution that speaks', value: (row) => row.voice },
    { name: 'kind', type: 'text', meaning: 'Kind of document', value: (row) => row.kind },
    {
      name: 'date',
      type: 'date',
      unit: 'year, year-month or day',
      meaning: 'Date as known',
      value: (row) => row.date,
    },
    {
      name: 'date_precision',
      type: 'text',
      unit: 'day, month, year',
      meaning: 'What of the date is known',
      value: (row) => row.date_precision,
    },
    {
      name: 'period',
      type: 'text',
      meaning: 'Period of the date',
      value: (row) => periodOf(row.date, periodYears),
    },
    {
      name: 'language',
      type: 'text',
      unit: 'en, es, pt, other, und',
      meaning: 'Language as the metadata give it',
      value: (row) => row.language,
    },
    {
      name: 'translation_of',
      type: 'text',
      meaning: 'File of which it is a translation',
      value: (row) => row.translation_of,
    },
    {
      name: 'version_of',
      type: 'text',
      meaning: 'File of which it is a version',
      value: (row) => row.version_of,
    },
    { name: 'body', type: 'text', meaning: 'Body whose act it is', value: (row) => row.body },
    {
      name: 'lead_ministry',
      type: 'text',
      meaning: 'Ministry that leads',
      value: (row) => row.lead_ministry,
    },
    { name: 'url', type: 'text', meaning: 'Where it was fetched', value: (row) => row.url },
    { name: 'rights', type: 'text', meaning: 'Licence or rights', value: (row) => row.rights },
  ];
  return table('documents', columns, rows);
}

/** One row a problem, of the study's own files first. */
export function problemsTable(problems: readonly Problem[]): Table {
  const columns: readonly Column<Problem>[] = [
    { name: 'file', type: 'text', meaning: 'File that has the problem', value: (row) => row.file },
    { name: 'code', type: 'text', meaning: 'Code of the problem', value: (row) => row.code },
    {
      name: 'effect',
      type: 'text',
      unit: 'ok, partial, failed',
      meaning: 'What it does to the status of the document',
      value: severity,
    },
    { name: 'sentence', type: 'text', meaning: 'Where, what was found, what to do', value: describe },
  ];
  return table('problems', columns, problems);
}

type ProfileRow = Profile & { readonly frame: Profile['frames'][number] };

/** One row a category and document, institution, voice, period or language. */
export function profilesTable(profiles: readonly Profile[]): Table {
  const columns: readonly Column<ProfileRow>[] = [
    {
      name: 'by',
      type: 'text',
      unit: 'document, institution, voice, period, language',
      meaning: 'What is profiled',
      value: (row) => row.by,
    },
    {
      name: 'key',
      type: 'text',
      meaning: 'Which one; `(none)` where the metadata lack it',
      value: (row) => row.key,
    },
    { name: 'code', type: 'text', meaning: 'Category of the claim', value: (row) => row.frame.code },
    {
      name: 'presence',
      type: 'whole number',
      unit: 'passages',
      meaning: 'Object passages with the category',
      value: (row) => row.frame.presence,
    },
    {
      name: 'share',
      type: 'number',
      unit: '0 to 1',
      meaning: '`presence` of `object_passages`; empty where there are none',
      value: (row) => row.frame.share,
    },
    {
      name: 'hits',
      type: 'whole number',
      unit: 'tags',
      meaning: 'Tags that count',
      value: (row) => row.frame.hits,
    },
    {
      name: 'rate',
      type: 'number',
      unit: 'for every 1,000 words',
      meaning: '`hits` in all words; descriptive, never tested',
      value: (row) => row.frame.rate,
    },
    {
      name: 'documents',
      type: 'whole number',
      unit: 'documents',
      meaning: 'Documents behind the row',
      value: (row) => row.documents,
    },
    {
      name: 'passages',
      type: 'whole number',
      unit: 'passages',
      meaning: 'All passages',
      value: (row) => row.passages,
    },
    {
      name: 'object_passages',
      type: 'whole number',
      unit: 'passages',
      meaning: 'Passages about the object',
      value: (row) => row.objectPassages,
    },
    { name: 'words', type: 'whole number', unit: 'words', meaning: 'All words', value: (row) => row.words },
  ];
  const rows: Iterable<ProfileRow> = {
    *[Symbol.iterator]() {
      for (const profile of profiles) for (const frame of profile.frames) yield { ...profile, frame };
    },
  };
  return table('profiles', columns, rows);
}
