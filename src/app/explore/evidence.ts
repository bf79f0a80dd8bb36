import type { EvidencePassage, EvidenceView } from '../../model/api/evidence.ts';
import type { CellQuery, Narrowing } from '../../model/glance.ts';
import type { Found } from '../../model/ports.ts';
import type { Grouping } from '../../model/profile.ts';
import type { KeptResults } from '../../model/results.ts';
import { binLabel } from '../../model/time-words.ts';
import { inSentence, labelsOf, languageLabel, voiceLabel, zoneLabel } from '../../model/words.ts';
import { passageView } from './passage.ts';

/**
 * A cell of a profile as people name it; several voices are one side, several codes are any of
 * them, with commas between them.
 */
export type Cell = Narrowing & { readonly by: Grouping; readonly key: string; readonly code: string };

/** What a cell asks of the index; null where the study measures no such category. */
export function cellQuery(
  { categories, study }: KeptResults,
  { by, key, code, ...narrowing }: Cell,
): CellQuery | null {
  const named = (wanted: string) => categories.find((one) => one.code === wanted)?.categories;
  const frames = codesOf(code).map(named);
  const object = named(study.object);
  if (object === undefined || !frames.every((one) => one !== undefined)) return null;
  const { period_years: periodYears } = study.settings;
  return { ...narrowing, by, keys: keysOf(by, key), categories: frames.flat(), object, periodYears };
}

function codesOf(code: string): readonly string[] {
  return code.split(',');
}

function keysOf(by: Grouping, key: string): readonly string[] {
  return by === 'voice' ? key.split(',') : [key];
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
    passages: found.map(evidencePassage),
  };
}

/** A passage with the document that it stands in. */
export function evidencePassage(one: Found): EvidencePassage {
  const { file, title, institution, date } = one;
  return {
    ...passageView(one, []),
    ...{ cited: one.page, document: one.passage.document, file, title, institution, date },
  };
}

function countsWords({ categories, study }: KeptResults, { by, key, code, ...narrowing }: Cell): string {
  const label = labelsOf(categories);
  const about = `about ${inSentence(label(study.object))}`;
  const named = codesOf(code).map((one) => inSentence(label(one)));
  const framed = code === study.object ? about : `${about}, framed as ${named.join(' or ')}`;
  return [framed, groupWords(by, key), ...narrowWords(narrowing)].join(', ');
}

function groupWords(by: Grouping, key: string): string {
  if (key === '(none)') return `of documents whose ${by} is not known`;
  switch (by) {
    case 'document':
      return `in ${key}`;
    case 'institution':
      return `by ${key}`;
    case 'voice':
      return `by ${keysOf(by, key).map(voiceLabel).join(' or ')}`;
    case 'period':
      return key === 'undated' ? 'in undated documents' : `from ${key}`;
    case 'language':
      return `in ${languageLabel(key)}`;
  }
}

function narrowWords({ voice, language, period, zone, since, until }: Narrowing): readonly string[] {
  return [
    ...(voice === undefined
      ? []
      : [`as ${voice === '(none)' ? 'a voice that is not known' : voiceLabel(voice)}`]),
    ...(language === undefined ? [] : [`in ${languageLabel(language)}`]),
    ...(period === undefined ? [] : [groupWords('period', period)]),
    ...(zone === undefined ? [] : [`in the zone ${zoneLabel(zone)}`]),
    ...yearWords(since, until),
  ];
}

function yearWords(since: number | undefined, until: number | undefined): readonly string[] {
  if (since === undefined && until === undefined) return [];
  if (since === undefined) return [`before ${until}`];
  if (until === undefined) return [`from ${since} on`];
  if (until - since <= 1) return [`dated ${binLabel(since, until - since < 1 ? 0.5 : 1)}`];
  return [`dated ${since} to ${until - 1}`];
}
