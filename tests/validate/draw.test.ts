import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { substream } from '../../src/stats/substream.ts';
import { deal, opaqueIds, orderFor, places, shuffled } from '../../src/validate/draw.ts';

describe('places', () => {
  it('takes as many different places as it is told, in order', () => {
    fc.assert(
      fc.property(fc.nat({ max: 200 }), fc.nat({ max: 200 }), fc.nat(), (some, more, seed) => {
        const taken = places(some, some + more, substream(seed, 'test', 0));
        expect(new Set(taken).size).toBe(some);
        expect(taken).toEqual(taken.toSorted((a, b) => a - b));
        for (const place of taken) expect(place).toBeLessThan(some + more);
      }),
    );
  });

  it('takes every set equally often', () => {
    const tally = new Map<string, number>();
    const draws = 20_000;
    for (let draw = 0; draw < draws; draw++) {
      const set = places(2, 5, substream(1, 'sets', draw)).join();
      tally.set(set, (tally.get(set) ?? 0) + 1);
    }
    expect(tally.size).toBe(10);
    // Five standard errors of a share of one tenth.
    for (const count of tally.values())
      expect(Math.abs(count / draws - 0.1)).toBeLessThan(5 * Math.sqrt(0.09 / draws));
  });
});

describe('shuffled', () => {
  it('is an order of the same things', () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), fc.nat(), (things, seed) => {
        expect([...shuffled(things, substream(seed, 'test', 0))].sort()).toEqual([...things].sort());
      }),
    );
  });

  it('comes in every order equally often', () => {
    const tally = new Map<string, number>();
    for (let draw = 0; draw < 12_000; draw++) {
      const order = shuffled('abc'.split(''), substream(2, 'orders', draw)).join('');
      tally.set(order, (tally.get(order) ?? 0) + 1);
    }
    expect(tally.size).toBe(6);
    for (const count of tally.values()) expect(Math.abs(count - 2000)).toBeLessThan(5 * Math.sqrt(2000));
  });
});

describe('opaqueIds', () => {
  it('gives ids of consonants that no spreadsheet takes for something else, none twice, none used', () => {
    const random = substream(1, 'ids', 0);
    const first = opaqueIds(500, new Set(), random);
    expect(new Set(first).size).toBe(500);
    for (const id of first) expect(id).toMatch(/^[B-DF-HJ-NP-TV-XZ]{6}$/);
    const again = opaqueIds(500, new Set(first), substream(1, 'ids', 0));
    expect(again.filter((id) => first.includes(id))).toEqual([]);
  });
});

describe('deal', () => {
  const drawn = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ item: `i${at}`, stratum: `s${at % 7}` }));

  it('gives a fifth, and at least a hundred, to two different coders, and each coder as many', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 900 }),
        fc.integer({ min: 2, max: 5 }),
        fc.nat(),
        (count, many, seed) => {
          const coders = 'abcde'.slice(0, many).split('');
          const dealt = [...deal(drawn(count), coders, seed, 'test').values()];
          expect(dealt).toHaveLength(count);
          const double = dealt.filter((some) => some.length === 2);
          expect(double).toHaveLength(Math.min(count, Math.max(100, Math.ceil(count / 5))));
          for (const [one, other] of double) expect(one).not.toBe(other);
          const loads = coders.map((coder) => dealt.filter((some) => some.includes(coder)).length);
          expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it('spreads doubles over strata', () => {
    const dealt = deal(drawn(700), ['a', 'b'], 3, 'test');
    for (let stratum = 0; stratum < 7; stratum++) {
      const own = [...dealt].filter(([item]) => Number(item.slice(1)) % 7 === stratum);
      const double = own.filter(([, some]) => some.length === 2).length;
      expect(Math.abs(double - 20)).toBeLessThanOrEqual(1);
    }
  });

  it('codes nothing twice with one coder', () => {
    expect([...deal(drawn(200), ['a'], 1, 'test').values()].every((some) => some.length === 1)).toBe(true);
  });
});

describe('orderFor', () => {
  it('gives each coder an order of their own, the same again', () => {
    const items = Array.from({ length: 50 }, (_, at) => at);
    expect(orderFor(items, 'ana', 1, 's')).toEqual(orderFor(items, 'ana', 1, 's'));
    expect(orderFor(items, 'ana', 1, 's')).not.toEqual(orderFor(items, 'ben', 1, 's'));
    expect(orderFor(items, 'ana', 1, 's')).not.toEqual(items);
  });
});
