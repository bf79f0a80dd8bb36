import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Amount } from '../../src/model/mention.ts';
import { money } from '../../src/profile/money.ts';
import { mentionRow, type Named } from '../support/mention-rows.ts';

const sum = (value: number, more: Partial<Amount> = {}): Amount => ({
  value,
  unit: 'USD',
  year: null,
  status: null,
  ...more,
});

/** A passage in which one actor gives one sum for a programme. */
const gift = (passage: number, giver: string | null, amount: Amount, more: Partial<Named> = {}) => [
  ...(giver === null
    ? []
    : [
        mentionRow({
          kind: 'role',
          role: 'funding',
          id: giver,
          category: `actors/${giver}`,
          passage,
          at: 0,
          ...more,
        }),
      ]),
  mentionRow({ kind: 'amount', programme: 'name:plan', amount, passage, at: 20, ...more }),
];

const reference = (id: string) =>
  JSON.parse(readFileSync('tests/fixtures/reference.json', 'utf8')).rows.find(
    (row: { id: string }) => row.id === id,
  );

describe('shares of money', () => {
  it('are those of the appendix of the paper, currencies and measures apart', () => {
    const { inputs, expected } = reference('appendix_funding');
    const recm = { institution: 'RECM', programme: 'aecid' } as const;
    const rows = money([
      ...gift(0, 'focem', sum(inputs.FOCEM), { institution: 'ISM' }),
      ...gift(1, 'undp', sum(inputs.UNDP), { institution: 'ISM' }),
      ...gift(2, 'mides', sum(inputs.MIDES), { institution: 'ISM' }),
      ...gift(3, 'aecid', sum(inputs.RECM_AECID_EUR, { unit: 'EUR', status: 'approved' }), recm),
      ...gift(4, 'aecid', sum(inputs.RECM_disbursed_EUR, { unit: 'EUR', status: 'disbursed' }), recm),
      ...gift(5, null, sum(inputs.RECM_executedShare, { unit: '%', status: 'executed' }), recm),
    ]);
    const ism = rows.filter(({ institution, programme }) => institution === 'ISM' && programme === 'plan');
    expect(ism.map(({ giver }) => giver)).toEqual(['focem', 'mides', 'undp']);
    expect(ism[0]?.share).toBeCloseTo(expected.focem_share, 8);
    expect(ism[1]?.share).toBeCloseTo(expected.mides_share, 8);
    expect(ism[2]?.share).toBeCloseTo(expected.undp_share, 8);
    expect(ism.reduce((total, { amount }) => total + (amount ?? 0), 0)).toBe(expected.ism_total);
    const spent = rows.filter(
      ({ institution, programme }) => institution === 'RECM' && programme === 'aecid',
    );
    // What was promised and what was paid out are two pools; the share of the budget is a flag and no sum.
    expect(
      spent.map(({ status, amount, share, shareStated }) => [status, amount, share, shareStated]),
    ).toEqual([
      ['approved', 5_000_000, 1, true],
      ['disbursed', 150_000, 1, true],
    ]);
    expect(ism[0]?.shareStated).toBe(false);
  });

  it('count a sum once however often it is told, and once a year where years stand with it', () => {
    const [first] = money([...gift(0, 'focem', sum(10)), ...gift(1, 'focem', sum(10, { year: '2009' }))]);
    expect(first).toMatchObject({ sums: 1, amount: 10, share: 1 });
    const [twice] = money([
      ...gift(0, 'focem', sum(10, { year: '2008' })),
      ...gift(1, 'focem', sum(10, { year: '2009' })),
      ...gift(2, 'focem', sum(10)),
    ]);
    expect(twice).toMatchObject({ sums: 2, amount: 20 });
  });

  it('add nothing up that nobody is said to give, since it may be the whole', () => {
    const rows = money([...gift(0, 'focem', sum(10)), ...gift(1, null, sum(40)), ...gift(2, null, sum(50))]);
    expect(rows.filter(({ programme }) => programme === 'plan')).toMatchObject([
      { giver: 'focem', amount: 10, share: 1, programmes: 1 },
      { giver: null, sums: 2, amount: null, share: null, programmes: 0 },
    ]);
  });

  it('take the giver that stands nearest in the passage, and none from another passage', () => {
    const at = (id: string, place: number) =>
      mentionRow({ kind: 'role', role: 'funding', id, category: `actors/${id}`, at: place });
    const paid = (value: number, place: number) =>
      mentionRow({ kind: 'amount', programme: 'plan', amount: sum(value), at: place });
    const rows = money([at('near', 0), paid(3, 12), at('far', 60), paid(1, 74)]);
    expect(rows.filter(({ programme }) => programme !== null)).toMatchObject([
      { giver: 'near', share: 0.75 },
      { giver: 'far', share: 0.25 },
    ]);
    expect(
      money([mentionRow({ kind: 'role', role: 'funding', id: 'x', passage: 0 }), ...gift(1, null, sum(5))]),
    ).toMatchObject([{ giver: null }]);
  });

  it('leave out money without a programme, sums of nothing, and text without money', () => {
    expect(money([])).toEqual([]);
    expect(money(gift(0, 'focem', sum(0)))).toEqual([]);
    expect(money(gift(0, 'focem', sum(5), { programme: null }))).toEqual([]);
  });

  it('call a giver without a class unlisted over all programmes', () => {
    const rows = money(gift(0, 'name:caja', sum(5), { category: null }));
    expect(rows.map(({ programme, giver }) => [programme, giver])).toEqual([
      ['plan', 'caja'],
      [null, 'not in the lexicon'],
    ]);
  });
});

const given = fc.record({
  giver: fc.constantFrom('focem', 'aecid', 'state'),
  programme: fc.constantFrom('one', 'two', 'three'),
  unit: fc.constantFrom('USD', 'EUR'),
  value: fc.integer({ min: 1, max: 1000 }),
});

describe('shares of any money', () => {
  it('have the range that leaving each programme out gives, and add up to one in each pool', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(given, { minLength: 1, maxLength: 12, selector: (one) => JSON.stringify(one) }),
        (gifts) => {
          const rows = money(
            gifts.flatMap(({ giver, programme, unit, value }, at) =>
              gift(at, giver, sum(value, { unit }), { programme, category: null }).map((row) =>
                row.mention.kind === 'role'
                  ? { ...row, mention: { ...row.mention, category: `actors/${giver}` } }
                  : row,
              ),
            ),
          );
          const shareOf = (kept: typeof gifts, giver: string) => {
            const all = kept.reduce((total, { value }) => total + value, 0);
            return all === 0
              ? 0
              : kept.filter((one) => one.giver === giver).reduce((total, { value }) => total + value, 0) /
                  all;
          };
          for (const unit of ['USD', 'EUR']) {
            const pool = gifts.filter((one) => one.unit === unit);
            const programmes = [...new Set(pool.map(({ programme }) => programme))];
            const over = rows.filter((row) => row.currency === unit && row.programme === null);
            expect(over.length).toBe(new Set(pool.map(({ giver }) => giver)).size);
            for (const { giver, share, least, most } of over) {
              const name = (giver ?? '').replace('actors/', '');
              expect(share).toBeCloseTo(shareOf(pool, name), 12);
              if (programmes.length < 2) expect([least, most]).toEqual([null, null]);
              else {
                const left = programmes.map((out) =>
                  shareOf(
                    pool.filter(({ programme }) => programme !== out),
                    name,
                  ),
                );
                expect(least).toBeCloseTo(Math.min(...left), 12);
                expect(most).toBeCloseTo(Math.max(...left), 12);
              }
            }
            for (const programme of programmes) {
              const own = rows.filter((row) => row.currency === unit && row.programme === programme);
              expect(own.reduce((total, { share }) => total + (share ?? 0), 0)).toBeCloseTo(1, 12);
            }
          }
        },
      ),
    );
  });
});
