import type { Term } from '../../model/lexicon.ts';
import type { Evidence } from '../../model/results.ts';
import { periodOf } from '../../model/study.ts';
import type { Tag } from '../../model/tag.ts';
import type { CodesOf } from '../codes.ts';
import type { TermUse } from '../gather.ts';
import { quote, usualQuote } from '../quote.ts';
import { type Column, listed, type Table, table } from './table.ts';

/** What of a passage's text the table may hold. */
function textOf({ passage, tags, longest }: Evidence) {
  const { text } = passage;
  if (longest >= usualQuote) return { text, start: 0, isWhole: true };
  const { stretches, start, cutBefore, cutAfter } = quote(text, tags, longest);
  return { text: stretches.map((one) => one.text).join(''), start, isWhole: !cutBefore && !cutAfter };
}

/** One row a passage under the numbers, with its text as far as rights allow. */
export function evidenceTable(evidence: Iterable<Evidence>, codesOf: CodesOf, periodYears: number): Table {
  const columns: readonly Column<Evidence>[] = [
    {
      name: 'passage',
      type: 'text',
      meaning: 'Identifies the passage; stable across runs',
      value: (row) => row.passage.id,
    },
    { name: 'file', type: 'text', meaning: 'Path as the manifest gives it', value: (row) => row.file },
    { name: 'title', type: 'text', meaning: 'Title of the document', value: (row) => row.title },
    { name: 'institution', type: 'text', meaning: 'Who issued it', value: (row) => row.institution },
    { name: 'voice', type: 'text', meaning: 'Type of institution that speaks', value: (row) => row.voice },
    {
      name: 'date',
      type: 'date',
      unit: 'year, year-month or day',
      meaning: 'Date as known',
      value: (row) => row.date,
    },
    {
      name: 'period',
      type: 'text',
      meaning: 'Period of the date',
      value: (row) => periodOf(row.date, periodYears),
    },
    {
      name: 'page',
      type: 'text',
      meaning: 'Page of the first tag as a reader cites it',
      value: (row) => row.page,
    },
    {
      name: 'ordinal',
      type: 'whole number',
      unit: 'from 0',
      meaning: 'Place among the passages of its document',
      value: (row) => row.passage.ordinal,
    },
    {
      name: 'section',
      type: 'text',
      meaning: 'Headings above it, outermost first, parted by ` / `',
      value: (row) => row.passage.section.join(' / '),
    },
    {
      name: 'form',
      type: 'text',
      unit: 'paragraph, heading, list_item, table_row',
      meaning: 'What it is on the page',
      value: (row) => row.passage.form,
    },
    { name: 'zone', type: 'text', meaning: 'Part of the document', value: (row) => row.passage.zone },
    {
      name: 'speaker',
      type: 'text',
      meaning: 'Who speaks in it, as the text names them; empty where nobody is named',
      value: (row) => row.passage.speaker?.name ?? null,
    },
    {
      name: 'speaker_role',
      type: 'text',
      unit: 'chair, delegation, institution, person',
      meaning: 'As what',
      value: (row) => row.passage.speaker?.role ?? null,
    },
    {
      name: 'language',
      type: 'text',
      unit: 'en, es, pt, other, und',
      meaning: 'Language of the passage',
      value: (row) => row.passage.language,
    },
    {
      name: 'words',
      type: 'whole number',
      unit: 'words',
      meaning: 'Length of the passage',
      value: (row) => row.passage.words,
    },
    {
      name: 'confidence',
      type: 'number',
      unit: '0 to 100',
      meaning: 'How sure OCR is of its words on average; empty for text of the file itself',
      value: (row) => row.passage.confidence,
    },
    {
      name: 'codes',
      type: 'codes',
      meaning: 'Categories of the claim that count in it',
      value: (row) => listed(codesOf(row.tags)),
    },
    {
      name: 'tags',
      type: 'whole number',
      unit: 'tags',
      meaning: 'Tags that count in it',
      value: (row) => row.tags.filter((tag) => tag.blocked === null).length,
    },
    {
      name: 'text',
      type: 'text',
      meaning:
        'Reading text: lines joined, line-end hyphens rejoined; in full where the rights are open, else a stretch of it around the tags; names of private persons replaced',
      value: (row) => textOf(row).text,
    },
    {
      name: 'text_start',
      type: 'whole number',
      unit: 'code points',
      meaning: 'Where `text` begins in the passage: 0 unless it is a stretch of it',
      value: (row) => textOf(row).start,
    },
    {
      name: 'text_whole',
      type: 'true or false',
      meaning: 'Whether `text` is the whole passage',
      value: (row) => textOf(row).isWhole,
    },
  ];
  return table('evidence', columns, evidence);
}

/** One row an occurrence of a term, blocked ones with the reason. */
export function tagsTable(
  evidence: Iterable<Evidence>,
  codesOf: CodesOf,
  terms: ReadonlyMap<string, Term>,
): Table {
  type Row = Tag & { readonly file: string; readonly lexicon: string };
  const columns: readonly Column<Row>[] = [
    { name: 'passage', type: 'text', meaning: 'Passage it stands in', value: (row) => row.passage },
    { name: 'file', type: 'text', meaning: 'Path as the manifest gives it', value: (row) => row.file },
    { name: 'document', type: 'text', meaning: 'Document it stands in', value: (row) => row.document },
    {
      name: 'start',
      type: 'whole number',
      unit: 'code points',
      meaning: 'Where it begins in the text of the passage',
      value: (row) => row.start,
    },
    {
      name: 'end',
      type: 'whole number',
      unit: 'code points',
      meaning: 'Where it ends there',
      value: (row) => row.end,
    },
    {
      name: 'page',
      type: 'whole number',
      unit: 'from 0',
      meaning: 'Page of the file where it begins',
      value: (row) => row.page,
    },
    {
      name: 'page_start',
      type: 'whole number',
      unit: 'code points',
      meaning: 'Where it begins in the raw text of that page',
      value: (row) => row.pageStart,
    },
    {
      name: 'end_page',
      type: 'whole number',
      unit: 'from 0',
      meaning: 'Page of the file where it ends',
      value: (row) => row.endPage,
    },
    {
      name: 'page_end',
      type: 'whole number',
      unit: 'code points',
      meaning: 'Where it ends in the raw text of that page',
      value: (row) => row.pageEnd,
    },
    { name: 'zone', type: 'text', meaning: 'Part of the document', value: (row) => row.zone },
    {
      name: 'surface',
      type: 'text',
      meaning: 'The words as they stand in the passage',
      value: (row) => row.surface,
    },
    { name: 'term', type: 'text', meaning: 'Term that fired; see `lexicon`', value: (row) => row.term },
    {
      name: 'pattern',
      type: 'text',
      meaning: 'Its pattern',
      value: (row) => terms.get(row.term)?.pattern ?? null,
    },
    {
      name: 'layer',
      type: 'text',
      unit: 'frame, object, actor, marker, mask',
      meaning: 'Kind of term',
      value: (row) => row.layer,
    },
    {
      name: 'category',
      type: 'text',
      meaning: 'Theme and category of the lexicon',
      value: (row) => row.category,
    },
    {
      name: 'codes',
      type: 'codes',
      meaning: 'Categories of the claim it counts for',
      value: (row) => listed(codesOf([row])),
    },
    {
      name: 'blocked',
      type: 'text',
      unit: 'no_object, mask, zone, unsure, near, not_near, not_after, object_far, negated, attributed',
      meaning:
        'Why it does not count; empty if it counts. The passages are those of evidence.csv, with `titrate report --tags` all; of words lost to a longer term, to case or to accents `titrate explain` tells',
      value: (row) => row.blocked,
    },
    {
      name: 'polarity',
      type: 'text',
      unit: 'affirmed, negated, hedged',
      meaning: 'What is done with a frame; empty on what is none or does not count for another reason',
      value: (row) => row.polarity,
    },
    {
      name: 'voice',
      type: 'text',
      unit: 'own, endorsed, neutral, rejected',
      meaning:
        'Who answers for a frame: the author, or another whom the author follows, reports or contradicts',
      value: (row) => row.voice,
    },
    {
      name: 'because',
      type: 'codes',
      meaning:
        'Rules that told polarity and voice, each with its code points in the passage; of what is blocked the mask over it, or the rule that the words there break',
      value: (row) => listed(row.because),
    },
    { name: 'lexicon', type: 'text', meaning: 'Hash of the lexicon', value: (row) => row.lexicon },
  ];
  const rows: Iterable<Row> = {
    *[Symbol.iterator]() {
      for (const { file, tags, lexicon } of evidence) for (const tag of tags) yield { ...tag, file, lexicon };
    },
  };
  return table('tags', columns, rows);
}

/** One row a term of the lexicon, with how often it fired. */
export function lexiconTable(
  terms: readonly Term[],
  use: (term: string) => TermUse,
  codesOf: CodesOf,
): Table {
  const columns: readonly Column<Term>[] = [
    { name: 'term', type: 'text', meaning: 'Identifies the term', value: (row) => row.id },
    { name: 'theme', type: 'text', meaning: 'Theme', value: (row) => row.theme },
    { name: 'category', type: 'text', meaning: 'Category within the theme', value: (row) => row.category },
    {
      name: 'layer',
      type: 'text',
      unit: 'frame, object, actor, marker, mask',
      meaning: 'Kind of term',
      value: (row) => row.layer,
    },
    {
      name: 'codes',
      type: 'codes',
      meaning: 'Categories of the claim it counts for',
      value: (row) => listed(codesOf([{ category: `${row.theme}/${row.category}`, blocked: null }])),
    },
    { name: 'language', type: 'text', unit: 'en, es, pt', meaning: 'Language', value: (row) => row.language },
    { name: 'pattern', type: 'text', meaning: 'Pattern', value: (row) => row.pattern },
    {
      name: 'status',
      type: 'text',
      unit: 'attested, inflected, proposed',
      meaning: 'How sure we are of it',
      value: (row) => row.status,
    },
    {
      name: 'exact_case',
      type: 'true or false',
      meaning: 'Whether capitals matter',
      value: (row) => row.exactCase,
    },
    {
      name: 'exact_accents',
      type: 'true or false',
      meaning: 'Whether accents matter',
      value: (row) => row.exactAccents,
    },
    {
      name: 'blocks',
      type: 'codes',
      meaning: 'Layers that it silences, if it is a mask',
      value: (row) => listed(row.blocks),
    },
    {
      name: 'hits',
      type: 'whole number',
      unit: 'tags',
      meaning: 'Tags that count in the evidence',
      value: (row) => use(row.id).counted,
    },
    {
      name: 'blocked_hits',
      type: 'whole number',
      unit: 'tags',
      meaning: 'Tags in the evidence that do not count',
      value: (row) => use(row.id).blocked,
    },
    { name: 'why', type: 'text', meaning: 'Why the wording signals the category', value: (row) => row.why },
    {
      name: 'evidence',
      type: 'text',
      meaning: 'Where it was seen or who proposed it',
      value: (row) => row.evidence,
    },
  ];
  return table('lexicon', columns, terms);
}
