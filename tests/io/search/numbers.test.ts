import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { both, has, numberSet, put, putWithin } from '../../../src/io/search/numbers.ts';

const numbers = fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 60 });

describe('a set of numbers', () => {
  it('holds what was put into it, as far as it has room', () => {
    fc.assert(
      fc.property(
        numbers,
        fc.nat(100),
        fc.nat(100),
        fc.nat(210),
        fc.nat(210),
        (some, first, more, from, to) => {
          const last = first + more;
          const set = numberSet(first, last);
          put(set, some);
          const room = new Set(
            some.filter((number) => number >= first && number < first + set.bits.length * 32),
          );
          for (let number = 0; number <= 200; number++) expect(has(set, number)).toBe(room.has(number));
          const list = new Uint32Array(300);
          const end = putWithin(set, { first: from, last: to }, list, 3);
          const expected = [...room].filter((number) => number >= from && number <= to);
          expect([...list.subarray(3, end)]).toEqual(expected.toSorted((a, b) => a - b));
        },
      ),
    );
  });

  it('has in common with another what both hold', () => {
    fc.assert(
      fc.property(numbers, numbers, (some, others) => {
        const [one, other] = [numberSet(0, 200), numberSet(0, 200)];
        put(one, some);
        put(other, others);
        const shared = both(one, other);
        for (let number = 0; number <= 200; number++) {
          expect(has(shared, number)).toBe(some.includes(number) && others.includes(number));
        }
      }),
    );
  });

  it('is all there is where no set is asked for', () => {
    const list = new Uint32Array(4);
    expect(putWithin(null, { first: 5, last: 7 }, list, 1)).toBe(4);
    expect([...list]).toEqual([0, 5, 6, 7]);
  });
});
