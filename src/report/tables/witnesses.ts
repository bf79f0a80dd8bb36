import type { Witness } from '../../model/results.ts';
import { sliceCodePoints } from '../../text/codepoints.ts';
import { usualQuote } from '../quote.ts';
import { quoteOf } from '../witnesses.ts';
import { type Column, listed, type Table, table } from './table.ts';

/** One row a passage that speaks for or against a hypothesis, the strongest first. */
export function witnessesTable(witnesses: readonly Witness[]): Table {
  const columns: readonly Column<Witness>[] = [
    { name: 'claim', type: 'text', meaning: 'Claim', value: (row) => row.claim },
    { name: 'hypothesis', type: 'text', meaning: 'Hypothesis of the claim', value: (row) => row.hypothesis },
    {
      name: 'tells',
      type: 'text',
      unit: 'for, against',
      meaning: 'Whether the passage speaks for the hypothesis or against it',
      value: (row) => row.tells,
    },
    {
      name: 'rank',
      type: 'whole number',
      unit: 'from 1',
      meaning: 'Place among those that tell the same: the strongest first, by the rule of docs/method.md 7',
      value: (row) => row.rank,
    },
    {
      name: 'passage',
      type: 'text',
      meaning: 'Passage; see `evidence`, where passages with a frame stand',
      value: (row) => row.item.passage.id,
    },
    { name: 'file', type: 'text', meaning: 'Path as the manifest gives it', value: (row) => row.item.file },
    { name: 'title', type: 'text', meaning: 'Title of the document', value: (row) => row.item.title },
    {
      name: 'institution',
      type: 'text',
      meaning: 'Who issued it',
      value: (row) => row.item.institution,
    },
    {
      name: 'voice',
      type: 'text',
      meaning: 'Type of institution that speaks',
      value: (row) => row.item.voice,
    },
    {
      name: 'date',
      type: 'date',
      unit: 'year, year-month or day',
      meaning: 'Date as known',
      value: (row) => row.item.date,
    },
    {
      name: 'page',
      type: 'text',
      meaning: 'Page as a reader cites it',
      value: (row) => row.item.page,
    },
    { name: 'zone', type: 'text', meaning: 'Part of the document', value: (row) => row.item.passage.zone },
    {
      name: 'language',
      type: 'text',
      unit: 'en, es, pt, other, und',
      meaning: 'Language of the passage',
      value: (row) => row.item.passage.language,
    },
    {
      name: 'words',
      type: 'text',
      meaning: 'The words that fired, in their order, parted by vertical bars',
      value: (row) =>
        sliceCodePoints(row.fired.map(({ surface }) => surface).join(' | '), 0, row.item.longest),
    },
    {
      name: 'found_by',
      type: 'text',
      meaning: 'What found them, in the same order: terms (see `lexicon`) or kinds of mention',
      value: (row) => row.fired.map(({ by }) => by).join(' | '),
    },
    {
      name: 'codes',
      type: 'codes',
      meaning: 'Categories of the claim that they count for; empty for mentions',
      value: (row) => listed([...new Set(row.fired.flatMap(({ code }) => code ?? []))]),
    },
    {
      name: 'text',
      type: 'text',
      meaning: 'The words round them, as long as the rights of the document allow',
      value: (row) =>
        quoteOf(row, usualQuote)
          .stretches.map(({ text }) => text)
          .join(''),
    },
    {
      name: 'text_start',
      type: 'whole number',
      unit: 'code points',
      meaning: 'Where `text` begins in the passage',
      value: (row) => quoteOf(row, usualQuote).start,
    },
  ];
  return table('witnesses', columns, witnesses);
}
