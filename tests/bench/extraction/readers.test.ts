import { describe, expect, it } from 'vitest';
import { byPage } from '../../../bench/extraction/readers.ts';
import { offset, pageIndex } from '../../../src/model/units.ts';

const run = (at: number, length: number, page: number) => ({
  at: offset(at),
  length,
  page: pageIndex(page),
  start: offset(0),
});

describe('byPage', () => {
  it('cuts a passage where its page changes, by code points', () => {
    const text = '😀 on one orga' + 'nización on two';
    expect(byPage({ text, runs: [run(0, 3, 4), run(4, 9, 4), run(13, 15, 5)] })).toEqual([
      { page: 4, text: '😀 on one orga', begins: true },
      { page: 5, text: 'nización on two', begins: false },
    ]);
  });

  it('leaves a passage on one page whole', () => {
    expect(byPage({ text: 'ﬁnal', runs: [run(0, 0, 2), run(2, 2, 2)] })).toEqual([
      { page: 2, text: 'ﬁnal', begins: true },
    ]);
  });
});
