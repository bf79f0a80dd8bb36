import type { EvidenceView } from '../../model/api/evidence.ts';
import type { CellQuery } from '../../model/glance.ts';
import type { Found } from '../../model/ports.ts';
import type { Grouping } from '../../model/profile.ts';
import type { KeptResults } from '../../model/results.ts';
import { inSentence, labelsOf, languageLabel, voiceLabel } from '../../model/words.ts';
import { passageView } from './passage.ts';

/** A cell of a profile as people name it. */
export type Cell = { readonly by: Grouping; readonly key: string; readonly code: string };

/** What a cell asks of the index; null where the study measures no such category. */
export function cellQuery({ categories, study }: KeptResults, { by, key, code }: Cell): CellQuery | null {
  const named = (wanted: string) => categories.find((one) => one.code === wanted)?.categories;
  const [frame, object] = [named(code), named(study.object)];
  if (frame === undefined || object === undefined) return null;
  return { by, key, categories: frame, object, periodYears: study.settings.period_years };
}

/** The passages behind a cell, with a clause that says what their number counts. */
export function evidenceView(
  results: KeptResults,
  cell: Cell,
  from: number,
  { total, documents, found }: { total: number; documents: number; found: readonly Found[] },
): EvidenceView {
  return {
    counts: countsWords(results, cell),
    total,
    documents,
    from,
    passages: found.map((one) => ({
      ...passageView(one, []),
      cited: one.page,
      document: one.passage.document,
      file: one.file,
      title: one.title,
      institution: one.institution,
      date: one.date,
    })),
  };
}

function countsWords({ categories, study }: KeptResults, { by, key, code }: Cell): string {
  const label = labelsOf(categories);
  const about = `about ${inSentence(label(study.object))}`;
  const framed = code === study.object ? about : `${about}, framed as ${inSentence(label(code))}`;
  return `${framed}, ${groupWords(by, key)}`;
}

function groupWords(by: Grouping, key: string): string {
  if (key === '(none)') return `of documents whose ${by} is not known`;
  switch (by) {
    case 'document':
      return `in ${key}`;
    case 'institution':
      return `by ${key}`;
    case 'voice':
      return `by ${voiceLabel(key)}`;
    case 'period':
      return key === 'undated' ? 'in undated documents' : `from ${key}`;
    case 'language':
      return `in ${languageLabel(key)}`;
  }
}
