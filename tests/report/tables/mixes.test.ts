import { describe, expect, it } from 'vitest';
import { mixes } from '../../../src/profile/mixes.ts';
import { money } from '../../../src/profile/money.ts';
import { channelPairsTable, channelsTable } from '../../../src/report/tables/mixes.ts';
import { heldTable, moneyTable } from '../../../src/report/tables/money.ts';
import { doing, mentionRow, naming } from '../../support/mention-rows.ts';
import { records } from '../reading.ts';

const read = ({ content }: { content: Iterable<string> }) => records([...content].join(''));

const documents = [
  naming({ file: 'a', institution: 'A' }, [doing('m', 'actors/social_ministries'), doing('n', null)]),
  naming({ file: 'b', institution: 'B' }, [doing('m', 'actors/social_ministries')]),
];
const { mixes: all, contrasts } = mixes(
  documents.map(({ observation }) => observation),
  documents.flatMap(({ mentions }) => mentions),
);

describe('the tables of channels', () => {
  it('have a row a class, also of classes without anybody', () => {
    const rows = read(channelsTable(all)).filter(
      ({ by, reading, key }) => by === 'institution' && reading === 'itself' && key === 'B',
    );
    expect(rows).toMatchObject([
      {
        class: 'actors/social_ministries',
        units: '1',
        all_units: '1',
        share: '1',
        most: '',
        gini_simpson: '',
      },
      { class: 'unlisted', units: '0', share: '0', most: '1', hill1: '1', mention_lower: '' },
    ]);
  });

  it('have a row a pair and class, and leave empty what is 0 or has no bound', () => {
    const [row] = read(channelPairsTable(contrasts)).filter((one) => one['class'] === 'unlisted');
    expect(row).toMatchObject({
      one: 'A',
      other: 'B',
      one_units: '1',
      one_all: '2',
      other_units: '0',
      other_all: '1',
      p: '1',
      odds_ratio: '',
      upper: '',
    });
  });
});

describe('the tables of money and of what is held', () => {
  it('keep apart what has no giver, and what nobody said', () => {
    const rows = read(
      moneyTable(
        money([
          mentionRow({ kind: 'role', role: 'funding', id: 'focem', category: 'actors/regional_funds' }),
          mentionRow({
            kind: 'amount',
            programme: 'plan',
            amount: { value: 5, unit: 'USD', year: null, status: 'executed' },
            at: 12,
          }),
          mentionRow({
            kind: 'amount',
            programme: 'plan',
            amount: { value: 9, unit: 'USD', year: null, status: 'executed' },
            passage: 1,
          }),
        ]),
      ),
    );
    expect(rows).toMatchObject([
      { programme: 'plan', giver: 'focem', amount: '5', share: '1', least: '', share_stated: 'false' },
      { programme: 'plan', giver: '', sums: '1', amount: '', share: '' },
      { programme: '', giver: 'actors/regional_funds', share: '1', programmes: '1' },
    ]);
    const row = { institution: 'X', from: null, to: 2010, known: null, held: 2, undated: 1, share: null };
    expect(read(heldTable([row]))).toEqual([
      { institution: 'X', from: '', to: '2010', known: '', held: '2', undated: '1', share: '' },
    ]);
  });
});
