import type { Held, MoneyShare } from '../../model/channels.ts';
import { type Column, type Table, table } from './table.ts';

/** One row a giver within a programme, currency and status, and a class of givers over the programmes of either. */
export function moneyTable(shares: readonly MoneyShare[]): Table {
  const columns: readonly Column<MoneyShare>[] = [
    {
      name: 'institution',
      type: 'text',
      meaning: 'Whose documents tell of it; the same money may stand under several',
      value: ({ institution }) => institution,
    },
    {
      name: 'programme',
      type: 'text',
      meaning: 'Programme named with it; empty for all programmes together',
      value: ({ programme }) => programme,
    },
    {
      name: 'currency',
      type: 'text',
      meaning: 'ISO 4217 code, or the sign where the text tells no country; never added across',
      value: ({ currency }) => currency,
    },
    {
      name: 'status',
      type: 'text',
      unit: 'approved, committed, executed, disbursed',
      meaning: 'How far the money has come; empty where it is not told; never added across',
      value: ({ status }) => status,
    },
    {
      name: 'giver',
      type: 'text',
      meaning: 'Who gives it, nearest in the passage; of all programmes a class; empty where nobody is named',
      value: ({ giver }) => giver,
    },
    { name: 'sums', type: 'whole number', meaning: 'Different sums told of', value: ({ sums }) => sums },
    {
      name: 'amount',
      type: 'number',
      unit: 'whole units of the currency',
      meaning: 'What they come to; empty without a giver, since one may be the whole of the others',
      value: ({ amount }) => amount,
    },
    {
      name: 'share',
      type: 'number',
      unit: '0 to 1',
      meaning:
        '`amount` among those of all named givers of the same programme, currency and status; descriptive',
      value: ({ share }) => share,
    },
    {
      name: 'programmes',
      type: 'whole number',
      meaning: 'Programmes with a named giver that it rests on',
      value: ({ programmes }) => programmes,
    },
    {
      name: 'least',
      type: 'number',
      unit: '0 to 1',
      meaning: 'Smallest share when one programme is left out; empty for one programme',
      value: ({ least }) => least,
    },
    {
      name: 'most',
      type: 'number',
      unit: '0 to 1',
      meaning: 'Largest share when one programme is left out; empty for one programme',
      value: ({ most }) => most,
    },
    {
      name: 'share_stated',
      type: 'true or false',
      meaning:
        "Documents also state a share of the programme's budget, which is another measure and in no sum",
      value: ({ shareStated }) => shareStated,
    },
  ];
  return table('money', columns, shares);
}

/** One row a body of which it is known, or should be, how many documents exist. */
export function heldTable(rows: readonly Held[]): Table {
  const columns: readonly Column<Held>[] = [
    { name: 'institution', type: 'text', meaning: 'Body', value: ({ institution }) => institution },
    { name: 'from', type: 'whole number', unit: 'year', meaning: 'First year', value: ({ from }) => from },
    { name: 'to', type: 'whole number', unit: 'year', meaning: 'Last year', value: ({ to }) => to },
    {
      name: 'known',
      type: 'whole number',
      unit: 'documents',
      meaning: 'Documents known to exist (`known` of study.yaml); empty where the study does not say',
      value: ({ known }) => known,
    },
    {
      name: 'held',
      type: 'whole number',
      unit: 'documents',
      meaning: 'Documents in the numbers that are dated within these years; without years, all',
      value: ({ held }) => held,
    },
    {
      name: 'undated',
      type: 'whole number',
      unit: 'documents',
      meaning: 'Documents without a date, which are in no share of these years',
      value: ({ undated }) => undated,
    },
    {
      name: 'share',
      type: 'number',
      unit: '0 to 1',
      meaning:
        '`held` of `known`, at most 1; only where it is near 1 does silence of the corpus show anything',
      value: ({ share }) => share,
    },
  ];
  return table('held', columns, rows);
}
