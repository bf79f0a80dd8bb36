import { describe, expect, it } from 'vitest';
import type { Score } from '../../../bench/extraction/score.ts';
import { missed, tableOf } from '../../../bench/extraction/table.ts';

const good = { right: 99, found: 100, wanted: 100 };
const all: Score = { paragraphs: good, order: good, furniture: good, hyphens: good };

describe('missed', () => {
  it('names the bar, what was expected and what was found', () => {
    expect(missed(all)).toEqual([]);
    expect(missed({ ...all, paragraphs: { right: 89, found: 100, wanted: 100 } })).toEqual([
      'paragraph boundaries: expected F1 of at least 0.90, got 0.8900',
    ]);
    expect(missed({ ...all, hyphens: { right: 97, found: 100, wanted: 97 } })).toEqual([
      'hyphens repaired: expected precision of at least 0.98, got 0.9700',
    ]);
  });

  it('misses nothing where there is nothing to judge, and meets a bar that it just reaches', () => {
    expect(missed({ ...all, hyphens: { right: 0, found: 0, wanted: 9 } })).toEqual([]);
    expect(missed({ ...all, furniture: { right: 95, found: 100, wanted: 100 } })).toEqual([]);
  });
});

describe('tableOf', () => {
  it('has a row for each measure and reader, with a dash where nothing was found', () => {
    const rows = tableOf({ titrate: all, other: { ...all, hyphens: { right: 0, found: 0, wanted: 9 } } });
    expect(rows).toHaveLength(8);
    expect(rows.at(-1)).toMatchObject({
      reader: 'other',
      precision: '–',
      recall: '0.000',
      items: 9,
      bar: '',
    });
  });
});
