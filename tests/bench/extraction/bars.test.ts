import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { syntheticDocuments } from '../../../bench/extraction/documents.ts';
import { readers } from '../../../bench/extraction/readers.ts';
import { measures, type Score, score, total } from '../../../bench/extraction/score.ts';
import { bars, judged } from '../../../bench/extraction/table.ts';

const scores: Score[] = [];

beforeAll(async () => {
  for (const { file, truths } of syntheticDocuments()) {
    const bytes = readFileSync(file);
    const pages = await truths(bytes);
    const read = await readers['titrate']?.(
      bytes,
      pages.map(({ page }) => page),
    );
    for (const truth of pages) scores.push(score(truth, read?.get(truth.page) ?? []));
  }
});

describe('the documents set for the bench, read by Titrate', () => {
  it.each(measures)('meet the bar of %s', (measure) => {
    expect(scores).toHaveLength(18);
    expect(judged[measure](total(scores)[measure])).toBeGreaterThanOrEqual(bars[measure]);
  });
});
