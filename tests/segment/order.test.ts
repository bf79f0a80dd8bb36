import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Line } from '../../src/model/document.ts';
import { placeLines } from '../../src/segment/layout.ts';
import { inReadingOrder } from '../../src/segment/order.ts';
import { documentOf, printed } from './print.ts';

function order(lines: readonly Line[]): string[] {
  const [page] = placeLines(documentOf([lines]));
  return inReadingOrder(page?.lines ?? []).map(({ text }) => text);
}

/** A column of text in mid-sentence, each line named by the column and its place in it. */
const column = (name: string, left: number, count: number, top = 100): Line[] =>
  Array.from({ length: count }, (_, i) =>
    printed(`siguen las cooperativas de ${name}${i}`, { left, top: top + 12 * i, right: left + 150 }),
  );
const names = (lines: readonly Line[]) => lines.map(({ text }) => text);

describe('inReadingOrder', () => {
  it('leaves columns, boxes and notes as the file gives them', () => {
    const two = [...column('a', 50, 10), ...column('b', 230, 10)];
    expect(order(two)).toEqual(names(two));
    const box = [...column('a', 50, 20), ...column('caja', 300, 4, 160)];
    expect(order(box)).toEqual(names(box));
  });

  it('reads a heading that the file gives last before what stands below it', () => {
    const heading = printed('Un título sobre las dos columnas', { left: 50, top: 60, right: 380 });
    const two = [...column('a', 50, 6), ...column('b', 230, 6)];
    expect(order([...two, heading])).toEqual(names([heading, ...two]));
  });

  it('reads columns above a heading across the page before those below it', () => {
    const above = [...column('a', 50, 6), ...column('b', 230, 6)];
    const heading = printed('Segunda parte de la memoria', { left: 50, top: 200, right: 380 });
    const below = [...column('c', 50, 6, 230), ...column('d', 230, 6, 230)];
    const [a, b, c, d] = [above.slice(0, 6), above.slice(6), below.slice(0, 6), below.slice(6)];
    expect(order([...a, ...c, ...b, ...d, heading])).toEqual(names([...above, heading, ...below]));
  });

  it('parts two and three columns that the file gives line by line', () => {
    for (const lefts of [
      [50, 230],
      [30, 210, 390],
    ]) {
      const columns = lefts.map((left, i) => column('abc'.charAt(i), left, 9));
      const across = Array.from({ length: 9 }, (_, row) =>
        columns.flatMap((lines) => lines[row] ?? []),
      ).flat();
      expect(order(across)).toEqual(names(columns.flat()));
    }
  });

  it('leaves the rows of a table together', () => {
    const rows = Array.from({ length: 9 }, (_, i) => [
      printed(`Región ${i}`, { left: 50, top: 100 + 12 * i }),
      printed(`${i}0 cooperativas`, { left: 230, top: 100 + 12 * i }),
    ]).flat();
    expect(order(rows)).toEqual(names(rows));
  });

  it('gives every line once, and none of two in one column before what stands above it', () => {
    const place = fc.record({ left: fc.constantFrom(50, 50, 300), top: fc.integer({ min: 0, max: 40 }) });
    fc.assert(
      fc.property(fc.uniqueArray(place, { selector: ({ left, top }) => `${left} ${top}` }), (places) => {
        const lines = places.map(({ left, top }, i) =>
          printed(`renglón ${i}`, { left, top: 18 * top, size: 8, right: left + 100 }),
        );
        const read = order(lines);
        expect(read.toSorted()).toEqual(names(lines).toSorted());
        const at = (i: number) => read.indexOf(`renglón ${i}`);
        places.forEach((one, i) => {
          places.forEach((other, k) => {
            // Far enough apart to be two chunks whatever stands between.
            const alone = places.filter(({ left }) => left === one.left).length === 2;
            if (alone && one.left === other.left && one.top + 4 < other.top)
              expect(at(i)).toBeLessThan(at(k));
          });
        });
      }),
    );
  });
});
