import { resolutions } from '../../model/mention.ts';
import type { MentionRow } from '../../model/results.ts';
import { sliceCodePoints } from '../../text/codepoints.ts';
import { type Column, listed, type Table, table } from './table.ts';

const columns: readonly Column<MentionRow>[] = [
  { name: 'file', type: 'text', meaning: 'Path as the manifest gives it', value: (row) => row.file },
  { name: 'institution', type: 'text', meaning: 'Who issued the document', value: (row) => row.institution },
  { name: 'voice', type: 'text', meaning: 'Type of institution that speaks', value: (row) => row.voice },
  {
    name: 'date',
    type: 'date',
    unit: 'year, year-month or day',
    meaning: 'Date as known',
    value: (row) => row.date,
  },
  {
    name: 'page',
    type: 'text',
    meaning: 'Page where it begins as a reader cites it',
    value: (row) => row.cited,
  },
  {
    name: 'passage',
    type: 'text',
    meaning: 'Passage that it stands in',
    value: (row) => row.mention.passage,
  },
  {
    name: 'start',
    type: 'whole number',
    unit: 'code points from 0',
    meaning: 'Where it begins in the text of the passage',
    value: (row) => row.mention.start,
  },
  {
    name: 'end',
    type: 'whole number',
    unit: 'code points from 0',
    meaning: 'Where it ends in the text of the passage',
    value: (row) => row.mention.end,
  },
  { name: 'zone', type: 'text', meaning: 'Part of the document', value: (row) => row.mention.zone },
  {
    name: 'kind',
    type: 'text',
    unit: 'actor, role, programme, amount, beneficiary, objective, project',
    meaning: 'What it is a mention of',
    value: (row) => row.mention.kind,
  },
  {
    name: 'id',
    type: 'text',
    meaning:
      'The same for all mentions known to be of one thing; of a role that of its actor; empty for amounts and objectives',
    value: (row) => row.mention.id,
  },
  {
    name: 'resolved',
    type: 'text',
    unit: resolutions.join(', '),
    meaning:
      'Where the lexicon lists it: whether one of its names stands there or one misspelt or misread; empty where its words are its id',
    value: (row) => row.mention.resolved,
  },
  {
    name: 'parent',
    type: 'text',
    meaning: 'Id of the body that it belongs to by the lexicon, for example the ministry of an institute',
    value: (row) => row.mention.parent,
  },
  {
    name: 'category',
    type: 'text',
    meaning: 'Category of the lexicon that it is found under; empty where only its words tell what it is',
    value: (row) => row.mention.category,
  },
  {
    name: 'role',
    type: 'text',
    unit: 'implementing, funding, coordinating, partner, participant, signatory',
    meaning: 'Of a role: what the actor does; the words quoted tell it',
    value: (row) => row.mention.role,
  },
  {
    name: 'actor_start',
    type: 'whole number',
    unit: 'code points from 0',
    meaning: 'Of a role: where its actor begins in the text of the passage',
    value: (row) => row.mention.of,
  },
  {
    name: 'programme',
    type: 'text',
    meaning: 'Of a role or an amount: id of the programme named nearest in its sentence',
    value: (row) => row.mention.programme,
  },
  {
    name: 'value',
    type: 'number',
    unit: 'whole units of the currency; 0 to 1 for a share',
    meaning: 'Of an amount',
    value: (row) => row.mention.amount?.value ?? null,
  },
  {
    name: 'currency',
    type: 'text',
    unit: 'ISO 4217; $ and Bs where no country is said; % for a share',
    meaning: 'Of an amount; never to be added across',
    value: (row) => row.mention.amount?.unit ?? null,
  },
  {
    name: 'year',
    type: 'text',
    unit: 'year, or first-last',
    meaning: 'Of an amount: the year that stands nearest in its sentence; empty where none does',
    value: (row) => row.mention.amount?.year ?? null,
  },
  {
    name: 'status',
    type: 'text',
    unit: 'approved, committed, executed, disbursed',
    meaning:
      'Of an amount: how far the money has come; empty where its sentence does not say; never to be added across',
    value: (row) => row.mention.amount?.status ?? null,
  },
  {
    name: 'classes',
    type: 'codes',
    unit: 'poor, frontier, cooperatives, workers, women, public',
    meaning: 'Of beneficiaries: all that their words tell',
    value: (row) => listed(row.mention.classes),
  },
  {
    name: 'quote',
    type: 'text',
    meaning: 'Its words, as far as rights allow; private names replaced',
    value: (row) => sliceCodePoints(row.mention.surface, 0, row.longest),
  },
];

/** One row a mention: who does what with whose money for whom, each with its place. */
export function mentionsTable(mentions: Iterable<MentionRow>): Table {
  return table('mentions', columns, mentions);
}
